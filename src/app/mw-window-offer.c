/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-window-offer.h"

#include <glib/gi18n.h>

#include "mw-file-chooser.h"
#include "mw-missing-offers-page.h"
#include "mw-offer-change-words.h"
#include "mw-offer-conflicts-window.h"
#include "mw-offer-import-window.h"
#include "mw-organisation-exchange.h"

struct _MwWindowOffer
{
  GObject parent_instance;

  GtkApplicationWindow *window; /* (nullable) (weak): what is at work may outlive it */
  MwBrowserPane *browser;       /* unowned */
  MwOfferNotice *notice;        /* unowned: of the browser */
  MwOrganisationFile *file;
  MwMissingOffersPage *page;   /* (nullable): made when it is first needed */
  MwOrganisationItem *removed; /* (nullable): the offer that was removed last */
  GtkWindow *open;             /* (nullable) (weak): one at a time */
  char *importing;             /* (nullable): the name of the file in it */
};

G_DEFINE_FINAL_TYPE (MwWindowOffer, mw_window_offer, G_TYPE_OBJECT)

static void
set_enabled (MwWindowOffer *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->window), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static gboolean
is_filled_in (MwWindowOffer *self)
{
  GPtrArray *items = mw_organisation_get_items (mw_organisation_file_get (self->file));

  for (guint i = 0; i < items->len; i++)
    if (!mw_organisation_item_is_empty (g_ptr_array_index (items, i)))
      return TRUE;

  return FALSE;
}

static void
update (MwWindowOffer *self)
{
  gboolean editable = mw_organisation_file_is_editable (self->file);

  set_enabled (self, "export-offer", is_filled_in (self));
  set_enabled (self, "undo-offer-import", editable && mw_organisation_file_can_undo_import (self->file));
  set_enabled (self, "choose-versions", mw_organisation_file_get_conflicts (self->file)->len > 0);
  set_enabled (self, "restore-offer", editable && self->removed);
}

static void
on_missing_changed (MwWindowOffer *self)
{
  GPtrArray *missing = mw_offer_notice_get_missing (self->notice);

  set_enabled (self, "show-missing-offers", missing && missing->len > 0);
  if (self->page)
    mw_missing_offers_page_show (self->page, missing);
}

/* @undo: (nullable): the command that takes it back */
static void
say (MwWindowOffer *self, const char *text, const char *undo)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.reveal-browser", NULL);
  mw_offer_notice_say (self->notice, text, undo);
}

/* Typing in it keeps the cases from being locked, as typing in the window does. */
static void
present (MwWindowOffer *self, GtkWindow *open)
{
  if (self->open)
    gtk_window_destroy (self->open);
  g_set_weak_pointer (&self->open, open);
  if (gtk_window_get_application (GTK_WINDOW (self->window)))
    gtk_application_add_window (gtk_window_get_application (GTK_WINDOW (self->window)), open);
  gtk_window_present (open);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MwWindowOffer) self = data;
  GFile *file = G_FILE (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *folder_path = g_path_get_dirname (name);
  g_autofree char *words = NULL;
  gboolean written = mw_organisation_write_finish (result, &error);

  if (!self->window)
    return;

  if (!written)
    g_info ("Export of the offer: %s", error->message);
  words = written ? mw_offer_change_words_dup_written (mw_organisation_file_get (self->file), base, folder_path)
                  : mw_offer_change_words_dup_not_written (error);
  say (self, words, NULL);
}

static void
on_target_chosen (GFile *file, gpointer data)
{
  MwWindowOffer *self = data;

  if (file && self->window)
    mw_organisation_write_async (mw_organisation_file_get (self->file), file, on_written, g_object_ref (self));
}

static void
on_export (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MwWindowOffer *self = data;

  /* Translators: the name of a file */
  mw_file_chooser_choose (GTK_WINDOW (self->window), MW_FILE_CHOOSER_TEXT, _ ("Export Your Offer"), _ ("_Export"), _ ("our-offer.xml"),
                          on_target_chosen, g_object_ref (self), g_object_unref);
}

static void
on_imported (MwWindowOffer *self, guint n)
{
  g_autofree char *words = mw_offer_change_words_dup_taken (n, self->importing);

  say (self, words, "win.undo-offer-import");
}

static void
import (MwWindowOffer *self, GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  GtkWindow *window = mw_offer_import_window_new (GTK_WINDOW (self->window), self->file, file);

  g_free (self->importing);
  self->importing = base ? g_filename_display_name (base) : g_strdup ("");
  g_signal_connect_object (window, "imported", G_CALLBACK (on_imported), self, G_CONNECT_SWAPPED);
  present (self, window);
}

static void
on_source_chosen (GFile *file, gpointer data)
{
  MwWindowOffer *self = data;

  if (file && self->window)
    import (self, file);
}

static void
on_import (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MwWindowOffer *self = data;

  mw_file_chooser_choose (GTK_WINDOW (self->window), MW_FILE_CHOOSER_OFFER, _ ("Import an Offer"), _ ("_Import"), NULL,
                          on_source_chosen, g_object_ref (self), g_object_unref);
}

static void
on_import_file (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  import (data, file);
}

static void
on_undo_import (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MwWindowOffer *self = data;
  g_autofree char *words = mw_offer_change_words_dup_undone (mw_organisation_file_undo_import (self->file));

  say (self, words, NULL);
}

static void
on_choose_versions (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MwWindowOffer *self = data;

  present (self, mw_offer_conflicts_window_new (GTK_WINDOW (self->window), self->file));
}

static void
on_closed (MwWindowOffer *self)
{
  mw_browser_pane_show_page (self->browser, NULL);
}

static void
on_removed (MwWindowOffer *self, MwOrganisationItem *item)
{
  g_autofree char *words = g_strdup_printf (_ ("What was filled in about “%s” is removed from your offer."),
                                            item->name && *item->name ? item->name : item->id);

  g_clear_pointer (&self->removed, mw_organisation_item_unref);
  self->removed = mw_organisation_item_ref (item);
  update (self);
  say (self, words, "win.restore-offer");
}

static void
on_show_missing (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MwWindowOffer *self = data;

  if (!self->page)
    {
      self->page = g_object_ref_sink (mw_missing_offers_page_new (self->file));
      g_signal_connect_object (self->page, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->page, "removed", G_CALLBACK (on_removed), self, G_CONNECT_SWAPPED);
    }
  mw_missing_offers_page_show (self->page, mw_offer_notice_get_missing (self->notice));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.reveal-browser", NULL);
  mw_browser_pane_show_page (self->browser, GTK_WIDGET (self->page));
}

static void
on_restore (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MwWindowOffer *self = data;
  g_autoptr (MwOrganisationItem) item = g_steal_pointer (&self->removed);

  if (item)
    mw_organisation_file_set_item (self->file, mw_organisation_item_copy (item));
  update (self);
  mw_offer_notice_say (self->notice, NULL, NULL);
}

static const GActionEntry actions[] = {
  { "export-offer", on_export, NULL, NULL, NULL },
  { "import-offer", on_import, NULL, NULL, NULL },
  { "import-offer-file", on_import_file, "s", NULL, NULL },
  { "undo-offer-import", on_undo_import, NULL, NULL, NULL },
  { "choose-versions", on_choose_versions, NULL, NULL, NULL },
  { "show-missing-offers", on_show_missing, NULL, NULL, NULL },
  { "restore-offer", on_restore, NULL, NULL, NULL },
};

static void
mw_window_offer_dispose (GObject *object)
{
  MwWindowOffer *self = MW_WINDOW_OFFER (object);

  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->open);
  g_clear_object (&self->page);
  g_clear_object (&self->file);
  g_clear_pointer (&self->removed, mw_organisation_item_unref);
  g_clear_pointer (&self->importing, g_free);

  G_OBJECT_CLASS (mw_window_offer_parent_class)->dispose (object);
}

static void
mw_window_offer_class_init (MwWindowOfferClass *class)
{
  G_OBJECT_CLASS (class)->dispose = mw_window_offer_dispose;
}

static void
mw_window_offer_init (MwWindowOffer *self)
{
}

MwWindowOffer *
mw_window_offer_new (GtkApplicationWindow *window, MwBrowserPane *browser, MwOrganisationFile *file)
{
  MwWindowOffer *self = g_object_new (MW_TYPE_WINDOW_OFFER, NULL);

  g_set_weak_pointer (&self->window, window);
  self->browser = browser;
  self->notice = mw_browser_pane_get_offer_notice (browser);
  self->file = g_object_ref (file);
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_object (file, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "state-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notice, "missing-changed", G_CALLBACK (on_missing_changed), self, G_CONNECT_SWAPPED);
  update (self);
  on_missing_changed (self);

  return self;
}
