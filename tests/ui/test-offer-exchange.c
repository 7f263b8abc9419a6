/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The offer between colleagues: an import that is seen beforehand, chosen row by row and undone; two versions of the same; and what the
 * catalogue does not have. */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "find-widget.h"
#include "mw-browser-pane.h"
#include "mw-change-details.h"
#include "mw-missing-offers-page.h"
#include "mw-offer-conflicts-window.h"
#include "mw-offer-form.h"
#include "mw-offer-import-window.h"
#include "mw-organisation-merge.h"
#include "mw-organisation-writer.h"
#include "mw-window-offer.h"

#define TANDEM "humanitas-tandem"

typedef struct
{
  char *folder;
  char *shared;
  char *colleague; /* the path of a colleague's file */
  MwCatalogue *catalogue;
  MwOrganisationFile *file;
  GtkWidget *window;
  MwBrowserPane *browser;
  MwWindowOffer *offer;
  gboolean loaded;
} Fixture;

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (mw_catalogue_load_finish (MW_CATALOGUE (source), result, NULL));
  *(gboolean *) data = TRUE;
}

static void
on_organisation_changed (Fixture *fixture)
{
  mw_catalogue_set_organisation (fixture->catalogue, mw_organisation_file_get (fixture->file));
}

static void
wait_until_saved (Fixture *fixture)
{
  run_for (50);
  while (mw_organisation_file_get_state (fixture->file) != MW_ORGANISATION_SAVED)
    g_main_context_iteration (NULL, TRUE);
  run_for (300);
}

static void
set_up (Fixture *fixture, gconstpointer shared)
{
  g_autoptr (GFile) xml = g_file_new_for_path (g_getenv ("MW_TEST_CATALOGUE"));
  g_autofree char *database = NULL;

  mw_organisation_file_set_times (3000, 100);
  fixture->folder = g_dir_make_tmp ("maatwerk-XXXXXX", NULL);
  fixture->shared = g_build_filename (fixture->folder, "shared", NULL);
  g_mkdir (fixture->shared, 0700);
  fixture->colleague = g_build_filename (fixture->folder, "colleague.xml", NULL);
  database = g_build_filename (fixture->folder, "catalogue.db", NULL);
  fixture->catalogue = mw_catalogue_new (xml, database);
  fixture->file = mw_organisation_file_new (fixture->folder, shared ? fixture->shared : NULL);
  g_signal_connect_swapped (fixture->file, "changed", G_CALLBACK (on_organisation_changed), fixture);
  fixture->browser = g_object_new (MW_TYPE_BROWSER_PANE, NULL);
  mw_browser_pane_set_organisation (fixture->browser, fixture->file);
  fixture->window = g_object_new (GTK_TYPE_APPLICATION_WINDOW, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->browser));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 700);
  fixture->offer = mw_window_offer_new (GTK_APPLICATION_WINDOW (fixture->window), fixture->browser, fixture->file);
  gtk_window_present (GTK_WINDOW (fixture->window));
  mw_catalogue_load_async (fixture->catalogue, NULL, on_loaded, &fixture->loaded);
  mw_browser_pane_set_catalogue (fixture->browser, fixture->catalogue);
  while (!fixture->loaded)
    g_main_context_iteration (NULL, TRUE);
  wait_until_saved (fixture);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->offer);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_signal_handlers_disconnect_by_data (fixture->file, fixture);
  g_object_unref (fixture->catalogue);
  run_for (100);
  g_object_unref (fixture->file);
  run_for (100);
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->shared);
  g_free (fixture->colleague);
}

static MwOrganisationItem *
new_offer (const char *id, const char *name, MwOfferStatus status, const char *provider)
{
  MwOrganisationItem *item = mw_organisation_item_new_offer (id, name, status);

  mw_organisation_item_set_text (item, MW_OFFER_PROVIDER, provider);

  return item;
}

/* What a colleague hands over. @items: (transfer full), ended by %NULL */
static void
write_colleague (const char *path, MwOrganisationItem *first, ...)
{
  g_autoptr (MwOrganisation) organisation = mw_organisation_new ();
  g_autoptr (GBytes) bytes = NULL;
  va_list items;

  va_start (items, first);
  for (MwOrganisationItem *item = first; item; item = va_arg (items, MwOrganisationItem *))
    mw_organisation_take (organisation, item);
  va_end (items);
  bytes = mw_organisation_write_bytes (organisation);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
}

static const char *
get_provider (Fixture *fixture, const char *id)
{
  MwOrganisationItem *item = mw_organisation_lookup (mw_organisation_file_get (fixture->file), MW_ITEM_OFFER, id);

  return item ? item->texts[MW_OFFER_PROVIDER] : NULL;
}

/* The window over the first one. */
static GtkWidget *
find_open (Fixture *fixture, GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }

  return NULL;
}

static GtkWidget *
open_import (Fixture *fixture)
{
  g_autofree char *uri = g_filename_to_uri (fixture->colleague, NULL, NULL);

  g_assert_true (gtk_widget_activate_action (fixture->window, "win.import-offer-file", "s", uri));
  run_for (300);

  return find_open (fixture, MW_TYPE_OFFER_IMPORT_WINDOW);
}

static GtkWidget *
find (GtkWidget *root, GType type, const char *label)
{
  GtkWidget *found = find_by_label (root, type, label);

  if (!found)
    g_error ("There is no %s “%s”", g_type_name (type), label);

  return found;
}

static void
press (GtkWidget *root, const char *label)
{
  g_signal_emit_by_name (find (root, GTK_TYPE_BUTTON, label), "clicked");
  run_for (300);
}

static void
toggle (GtkWidget *root, const char *label)
{
  GtkWidget *check = find (root, GTK_TYPE_CHECK_BUTTON, label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  run_for (100);
}

/* One row new, one changed, one emptied; of what only the keeper has nothing is said. */
static void
prepare_import (Fixture *fixture)
{
  mw_organisation_file_set_item (fixture->file, new_offer (TANDEM, "Humanitas Tandem", MW_OFFER_OWN, "Ons"));
  mw_organisation_file_set_item (fixture->file, new_offer ("b", "Bezoekdienst", MW_OFFER_PARTNER, "Buur"));
  mw_organisation_file_set_item (fixture->file, new_offer ("mine", "Van mij", MW_OFFER_PARTNER, "Ik"));
  wait_until_saved (fixture);
  write_colleague (fixture->colleague, new_offer (TANDEM, "Humanitas Tandem", MW_OFFER_PARTNER, "De <Linde>"),
                   new_offer ("b", "Bezoekdienst", MW_OFFER_UNKNOWN, ""), new_offer ("c", "Eetclub", MW_OFFER_OWN, "Wij"), NULL);
}

static void
test_preview (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window, *list, *details;
  static const char *const rows[] = { "Taken out: Bezoekdienst", "New: Eetclub", "Changed: Humanitas Tandem" };

  prepare_import (fixture);
  window = open_import (fixture);
  wait_for_label (window, "The offer in “colleague.xml”");
  wait_for_label (window, "In this file: 1 new, 1 changed, 1 taken out. What only you have stays as it is.");
  list = find (window, GTK_TYPE_LIST_VIEW, "Changes");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_test_accessible_assert_role (GTK_ACCESSIBLE (find (list, GTK_TYPE_WIDGET, rows[i])), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  find (window, GTK_TYPE_BUTTON, "Take Over 3 Changes");

  g_signal_emit_by_name (list, "activate", 2);
  run_for (300);
  details = find_widget (window, MW_TYPE_CHANGE_DETAILS);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (details), GTK_ACCESSIBLE_PROPERTY_LABEL, "Humanitas Tandem");
  wait_for_label (details, "Provider");
  wait_for_label (details, "Ons");
  wait_for_label (details, "De <Linde>");
  g_assert_null (find_label (details, "Remarks"));
  press (window, "Back to the Changes");
  g_assert_false (gtk_widget_get_mapped (details));
  gtk_window_close (GTK_WINDOW (window));
  run_for (200);
  g_assert_cmpstr (get_provider (fixture, TANDEM), ==, "Ons");
  g_assert_null (get_provider (fixture, "c"));
}

static void
test_choice (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window, *all;

  prepare_import (fixture);
  window = open_import (fixture);
  wait_for_label (window, "The offer in “colleague.xml”");
  all = find (window, GTK_TYPE_CHECK_BUTTON, "All changes");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (all)));
  toggle (window, "Take over: Bezoekdienst");
  g_assert_true (gtk_check_button_get_inconsistent (GTK_CHECK_BUTTON (all)));
  find (window, GTK_TYPE_BUTTON, "Take Over 2 Changes");
  toggle (window, "All changes");
  find (window, GTK_TYPE_BUTTON, "Take Over 3 Changes");
  toggle (window, "All changes");
  g_assert_false (gtk_widget_is_sensitive (find (window, GTK_TYPE_BUTTON, "Take Over")));
  toggle (window, "Take over: Eetclub");
  press (window, "Take Over 1 Change");
  wait_until_saved (fixture);
  g_assert_null (find_open (fixture, MW_TYPE_OFFER_IMPORT_WINDOW));
  g_assert_cmpstr (get_provider (fixture, "c"), ==, "Wij");
  g_assert_cmpstr (get_provider (fixture, "b"), ==, "Buur");
  g_assert_cmpstr (get_provider (fixture, TANDEM), ==, "Ons");
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  GActionGroup *actions = G_ACTION_GROUP (fixture->window);

  prepare_import (fixture);
  press (open_import (fixture), "Take Over 3 Changes");
  wait_until_saved (fixture);
  g_assert_cmpstr (get_provider (fixture, TANDEM), ==, "De <Linde>");
  g_assert_cmpstr (get_provider (fixture, "b"), ==, "");
  g_assert_cmpstr (get_provider (fixture, "mine"), ==, "Ik");
  wait_for_label (fixture->window, "3 changes were taken over from “colleague.xml”.");
  g_assert_true (g_action_group_get_action_enabled (actions, "undo-offer-import"));
  press (fixture->window, "Undo");
  wait_until_saved (fixture);
  wait_for_label (fixture->window, "The import is undone: your offer is as it was before.");
  g_assert_false (g_action_group_get_action_enabled (actions, "undo-offer-import"));
  g_assert_cmpstr (get_provider (fixture, TANDEM), ==, "Ons");
  g_assert_cmpstr (get_provider (fixture, "b"), ==, "Buur");
  g_assert_cmpstr (get_provider (fixture, "c"), ==, "");
  press (fixture->window, "Close");
  g_assert_null (find_label (fixture->window, "The import is undone: your offer is as it was before."));
}

/* What is older than what one has is not taken over by default. */
static void
test_older (Fixture *fixture, gconstpointer data)
{
  MwOrganisationItem *old = new_offer (TANDEM, "Humanitas Tandem", MW_OFFER_PARTNER, "Vroeger");
  GtkWidget *window;

  old->modified = 1000;
  mw_organisation_file_set_item (fixture->file, new_offer (TANDEM, "Humanitas Tandem", MW_OFFER_OWN, "Ons"));
  wait_until_saved (fixture);
  write_colleague (fixture->colleague, old, NULL);
  window = open_import (fixture);
  wait_for_label (window, "Older than what you have");
  g_assert_false (gtk_widget_is_sensitive (find (window, GTK_TYPE_BUTTON, "Take Over")));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_bad_and_same (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window;

  g_assert_true (g_file_set_contents (fixture->colleague,
                                      "<organisation xmlns=\"urn:maatwerk:organisation:1\">\n<offer intervention=\"a\" status=\"soms\" "
                                      "modified=\"2026-01-01T10:00:00Z\" revision=\"1\"/>\n</organisation>",
                                      -1, NULL));
  window = open_import (fixture);
  wait_for_label (window, "Your offer stays as it was. This is wrong with the file; who made it can mend it:");
  wait_for_label (window, "line 2: <offer>: status is “soms”; expected own, partner, unavailable, unknown");
  press (window, "Close");

  mw_organisation_file_set_item (fixture->file, new_offer (TANDEM, "Humanitas Tandem", MW_OFFER_OWN, "Ons"));
  wait_until_saved (fixture);
  write_colleague (fixture->colleague, new_offer (TANDEM, "Humanitas Tandem", MW_OFFER_OWN, "Ons"), NULL);
  window = open_import (fixture);
  wait_for_label (window, "Everything in this file is in your offer already.");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Two that a colleague changed in the shared file while it was changed here. */
static void
make_conflicts (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->shared, "organisation.xml", NULL);

  write_colleague (path, new_offer (TANDEM, "Humanitas Tandem", MW_OFFER_PARTNER, "Collega"),
                   new_offer ("b", "Bezoekdienst", MW_OFFER_PARTNER, "Collega"), NULL);
  mw_organisation_file_set_item (fixture->file, new_offer (TANDEM, "Humanitas Tandem", MW_OFFER_OWN, "Ik"));
  mw_organisation_file_set_item (fixture->file, new_offer ("b", "Bezoekdienst", MW_OFFER_PARTNER, "Ik"));
  wait_until_saved (fixture);
  g_assert_cmpuint (mw_organisation_file_get_conflicts (fixture->file)->len, ==, 2);
}

static void
test_conflicts (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window, *details;

  make_conflicts (fixture);
  press (fixture->window, "Compare and Choose…");
  window = find_open (fixture, MW_TYPE_OFFER_CONFLICTS_WINDOW);
  details = find_widget (window, MW_TYPE_CHANGE_DETAILS);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (details), GTK_ACCESSIBLE_PROPERTY_LABEL, "Bezoekdienst");
  wait_for_label (details, "What you wrote");
  wait_for_label (details, "Ik");
  wait_for_label (details, "What your colleague wrote");
  wait_for_label (details, "Collega");
  g_assert_null (find_label (details, "At a partner")); /* in which they agree */
  press (window, "Use Mine");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (details), GTK_ACCESSIBLE_PROPERTY_LABEL, "Humanitas Tandem");
  g_assert_cmpstr (get_provider (fixture, "b"), ==, "Ik");
  g_assert_cmpuint (mw_organisation_file_get_conflicts (fixture->file)->len, ==, 1);
  press (window, "Keep My Colleague’s");
  wait_for_label (window, "Of everything that two people changed at the same time, one version is chosen.");
  g_assert_cmpstr (get_provider (fixture, TANDEM), ==, "Collega");
  wait_until_saved (fixture);
  g_assert_cmpuint (mw_organisation_file_get_conflicts (fixture->file)->len, ==, 0);
  press (window, "Close");
  g_assert_null (find_open (fixture, MW_TYPE_OFFER_CONFLICTS_WINDOW));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "choose-versions"));
}

/* Left without a choice, both versions stay. */
static void
test_conflicts_left (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window, *list;

  make_conflicts (fixture);
  press (fixture->window, "Compare and Choose…");
  window = find_open (fixture, MW_TYPE_OFFER_CONFLICTS_WINDOW);
  press (window, "Back to the Changes");
  g_assert_false (gtk_widget_is_sensitive (find (window, GTK_TYPE_BUTTON, "Use Mine")));
  list = find (window, GTK_TYPE_LIST_VIEW, "Changed by Two People");
  g_signal_emit_by_name (list, "activate", 1);
  run_for (200);
  g_assert_true (gtk_widget_is_sensitive (find (window, GTK_TYPE_BUTTON, "Use Mine")));
  gtk_window_destroy (GTK_WINDOW (window));
  run_for (200);
  g_assert_cmpuint (mw_organisation_file_get_conflicts (fixture->file)->len, ==, 2);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  mw_organisation_file_set_item (fixture->file, new_offer ("weg", "Weggegaan", MW_OFFER_PARTNER, "Buur"));
  mw_organisation_file_set_item (fixture->file, new_offer ("ook-weg", "Ook weg", MW_OFFER_PARTNER, "Ander"));
  wait_until_saved (fixture);
  press (fixture->window, "Show Them…");
  page = find_widget (fixture->window, MW_TYPE_MISSING_OFFERS_PAGE);
  wait_for_label (page, "At a partner: Ander");
  gtk_single_selection_set_selected (
    GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (find (page, GTK_TYPE_LIST_VIEW, "Not in the Catalogue")))), 1);
  wait_for_label (page, "At a partner: Buur");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (page, GTK_TYPE_TOGGLE_BUTTON, "Change")), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (find (page, GTK_TYPE_ENTRY, "Provider")), "Overbuur");
  run_for (1500);
  wait_until_saved (fixture);
  g_assert_cmpstr (get_provider (fixture, "weg"), ==, "Overbuur");
  wait_for_label (page, "At a partner: Overbuur");

  press (page, "Remove From Our Offer");
  wait_until_saved (fixture);
  g_assert_cmpstr (get_provider (fixture, "weg"), ==, "");
  wait_for_label (page, "At a partner: Ander");
  wait_for_label (fixture->window, "What was filled in about “Weggegaan” is removed from your offer.");
  press (fixture->window, "Undo");
  wait_until_saved (fixture);
  g_assert_cmpstr (get_provider (fixture, "weg"), ==, "Overbuur");
  press (page, "Back to the List");
  g_assert_false (mw_browser_pane_has_page (fixture->browser));
}

#define add(path, func, shared) g_test_add (path, Fixture, GINT_TO_POINTER (shared), set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/exchange/preview", test_preview, FALSE);
  add ("/exchange/choice", test_choice, FALSE);
  add ("/exchange/undo", test_undo, FALSE);
  add ("/exchange/older", test_older, FALSE);
  add ("/exchange/bad-and-same", test_bad_and_same, FALSE);
  add ("/exchange/conflicts", test_conflicts, TRUE);
  add ("/exchange/conflicts-left", test_conflicts_left, TRUE);
  add ("/exchange/missing", test_missing, FALSE);

  return g_test_run ();
}
