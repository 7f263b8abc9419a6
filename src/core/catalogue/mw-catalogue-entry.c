/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-catalogue-entry.h"

G_DEFINE_FINAL_TYPE (MwCatalogueEntry, mw_catalogue_entry, G_TYPE_OBJECT)

static void
mw_catalogue_entry_finalize (GObject *object)
{
  MwCatalogueEntry *self = MW_CATALOGUE_ENTRY (object);

  g_free (self->id);
  g_free (self->numbers);
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    {
      g_free (self->name[l]);
      g_free (self->summary[l]);
    }

  G_OBJECT_CLASS (mw_catalogue_entry_parent_class)->finalize (object);
}

static void
mw_catalogue_entry_class_init (MwCatalogueEntryClass *class)
{
  G_OBJECT_CLASS (class)->finalize = mw_catalogue_entry_finalize;
}

static void
mw_catalogue_entry_init (MwCatalogueEntry *self)
{
}

MwCatalogueEntry *
mw_catalogue_entry_new (void)
{
  return g_object_new (MW_TYPE_CATALOGUE_ENTRY, NULL);
}

const char *
mw_catalogue_entry_get_name (MwCatalogueEntry *self, MwLanguage language)
{
  return self->name[language] ? self->name[language] : self->name[MW_LANGUAGE_NL];
}

const char *
mw_catalogue_entry_get_summary (MwCatalogueEntry *self, MwLanguage language)
{
  return self->summary[language] ? self->summary[language] : self->summary[MW_LANGUAGE_NL];
}
