/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-description-reader.h"

#include "mw-description-page.h"

struct _MwDescriptionReader
{
  AdwBin parent_instance;

  MwDescriptionPage *page; /* (nullable): until it is first needed */
  GCancellable *opening;
  char *id; /* (nullable): what is open */

  MwOrganisationFile *organisation; /* (nullable) */
  MwOutcomes *outcomes;             /* (nullable) */
  MwFound *found;                   /* (nullable) */
  char **considered;                /* (nullable): without an open case */
  char **compared;                  /* (nullable) */
};

enum
{
  OPENED,
  NOT_FOUND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwDescriptionReader, mw_description_reader, ADW_TYPE_BIN)

static void
make_page (MwDescriptionReader *self)
{
  self->page = mw_description_page_new ();
  mw_description_page_set_found (self->page, self->found);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->page));
  if (self->organisation)
    mw_description_page_set_organisation (self->page, self->organisation);
  if (self->outcomes)
    mw_description_page_set_outcomes (self->page, self->outcomes);
}

static void
on_intervention (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MwDescriptionReader) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MwIntervention) intervention
    = mw_catalogue_get_intervention_finish (MW_CATALOGUE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!intervention)
    {
      g_signal_emit (self, signals[NOT_FOUND], 0);
      return;
    }

  if (!self->page)
    make_page (self);
  mw_description_page_show (self->page, intervention);
  mw_description_page_set_considered (self->page, (const char *const *) self->considered);
  mw_description_page_set_compared (self->page, (const char *const *) self->compared);
  g_free (self->id);
  self->id = g_strdup (intervention->id);
  g_signal_emit (self, signals[OPENED], 0);
}

static void
mw_description_reader_finalize (GObject *object)
{
  MwDescriptionReader *self = MW_DESCRIPTION_READER (object);

  g_clear_object (&self->opening);
  g_clear_object (&self->organisation);
  g_clear_object (&self->outcomes);
  g_clear_pointer (&self->found, mw_found_unref);
  g_strfreev (self->considered);
  g_strfreev (self->compared);
  g_free (self->id);

  G_OBJECT_CLASS (mw_description_reader_parent_class)->finalize (object);
}

static void
mw_description_reader_class_init (MwDescriptionReaderClass *class)
{
  G_OBJECT_CLASS (class)->finalize = mw_description_reader_finalize;
  signals[OPENED] = g_signal_new ("opened", MW_TYPE_DESCRIPTION_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[NOT_FOUND] = g_signal_new ("not-found", MW_TYPE_DESCRIPTION_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
}

static void
mw_description_reader_init (MwDescriptionReader *self)
{
}

MwDescriptionReader *
mw_description_reader_new (void)
{
  return g_object_new (MW_TYPE_DESCRIPTION_READER, NULL);
}

void
mw_description_reader_open (MwDescriptionReader *self, MwCatalogue *catalogue, const char *id)
{
  mw_description_reader_stop (self);
  self->opening = g_cancellable_new ();
  mw_catalogue_get_intervention_async (catalogue, id, self->opening, on_intervention, g_object_ref (self));
}

void
mw_description_reader_stop (MwDescriptionReader *self)
{
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
}

void
mw_description_reader_close (MwDescriptionReader *self)
{
  g_clear_pointer (&self->id, g_free);
}

const char *
mw_description_reader_get_id (MwDescriptionReader *self)
{
  return self->id;
}

MwIntervention *
mw_description_reader_get_intervention (MwDescriptionReader *self)
{
  return self->id ? mw_description_page_get_intervention (self->page) : NULL;
}

MwLanguage
mw_description_reader_get_language (MwDescriptionReader *self)
{
  return mw_description_page_get_language (self->page);
}

void
mw_description_reader_set_organisation (MwDescriptionReader *self, MwOrganisationFile *file)
{
  g_set_object (&self->organisation, file);
}

void
mw_description_reader_set_outcomes (MwDescriptionReader *self, MwOutcomes *outcomes)
{
  g_set_object (&self->outcomes, outcomes);
}

void
mw_description_reader_set_found (MwDescriptionReader *self, MwFound *found)
{
  g_clear_pointer (&self->found, mw_found_unref);
  self->found = found ? mw_found_ref (found) : NULL;
  if (self->page)
    mw_description_page_set_found (self->page, found);
}

void
mw_description_reader_set_considered (MwDescriptionReader *self, const char *const *ids)
{
  g_strfreev (self->considered);
  self->considered = g_strdupv ((char **) ids);
  if (self->page)
    mw_description_page_set_considered (self->page, ids);
}

void
mw_description_reader_set_compared (MwDescriptionReader *self, const char *const *ids)
{
  g_strfreev (self->compared);
  self->compared = g_strdupv ((char **) ids);
  if (self->page)
    mw_description_page_set_compared (self->page, ids);
}
