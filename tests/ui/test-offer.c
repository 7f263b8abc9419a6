/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The organisation's offer: the block on a description, the mark in the list, the filter, and referring. */
#include "config.h"

#include <adwaita.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "find-widget.h"
#include "mw-browser-pane.h"
#include "mw-description-page.h"
#include "mw-intervention-row.h"
#include "mw-offer-block.h"
#include "mw-offer-notice.h"
#include "mw-organisation-file.h"

#define TANDEM "humanitas-tandem"

typedef struct
{
  char *folder;
  char *path; /* of organisation.xml */
  MwCatalogue *catalogue;
  MwOrganisationFile *file;
  GtkWidget *window;
  MwBrowserPane *browser;
  gboolean loaded;
  char *referred; /* what the last "refer" said */
} Fixture;

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (mw_catalogue_load_finish (MW_CATALOGUE (source), result, NULL));
  *(gboolean *) data = TRUE;
}

/* As the application does. */
static void
on_organisation_changed (Fixture *fixture)
{
  mw_catalogue_set_organisation (fixture->catalogue, mw_organisation_file_get (fixture->file));
}

static void
on_refer (Fixture *fixture, const char *id, const char *number, const char *name, const char *whom)
{
  g_free (fixture->referred);
  fixture->referred = g_strdup_printf ("%s|%s|%s|%s", id, number, name, whom);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) xml = g_file_new_for_path (g_getenv ("MW_TEST_CATALOGUE"));
  g_autofree char *database = NULL;

  mw_organisation_file_set_times (3000, 100);
  fixture->folder = g_dir_make_tmp ("maatwerk-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "organisation.xml", NULL);
  database = g_build_filename (fixture->folder, "catalogue.db", NULL);
  fixture->catalogue = mw_catalogue_new (xml, database);
  fixture->file = mw_organisation_file_new (fixture->folder, NULL);
  g_signal_connect_swapped (fixture->file, "changed", G_CALLBACK (on_organisation_changed), fixture);
  fixture->browser = g_object_new (MW_TYPE_BROWSER_PANE, NULL);
  g_signal_connect_swapped (fixture->browser, "refer", G_CALLBACK (on_refer), fixture);
  mw_browser_pane_set_organisation (fixture->browser, fixture->file);
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->browser));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  mw_catalogue_load_async (fixture->catalogue, NULL, on_loaded, &fixture->loaded);
  mw_browser_pane_set_catalogue (fixture->browser, fixture->catalogue);
  while (!fixture->loaded || mw_organisation_file_get_state (fixture->file) != MW_ORGANISATION_SAVED)
    g_main_context_iteration (NULL, TRUE);
  run_for (300);
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
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_signal_handlers_disconnect_by_data (fixture->file, fixture);
  g_object_unref (fixture->catalogue);
  run_for (100);
  g_object_unref (fixture->file);
  run_for (100);
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->referred);
}

static GtkWidget *
find (Fixture *fixture, GType type, const char *label)
{
  GtkWidget *found = find_by_label (fixture->window, type, label);

  if (!found)
    g_error ("There is no %s “%s”", g_type_name (type), label);

  return found;
}

static void
press (Fixture *fixture, const char *label)
{
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, label), "clicked");
  run_for (100);
}

static void
assert_shows (GtkWidget *root, const char *text)
{
  run_for (200);
  wait_for_label (root, text);
}

static void
open_description (Fixture *fixture, const char *id)
{
  mw_browser_pane_open (fixture->browser, id);
  while (!find_widget (fixture->window, MW_TYPE_OFFER_BLOCK))
    run_for (50);
  run_for (200);
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
set_offer (Fixture *fixture, const char *id, MwOfferStatus status, const char *provider, const char *contact)
{
  MwOrganisationItem *item = mw_organisation_item_new_offer (id, "Naam van toen", status);

  mw_organisation_item_set_text (item, MW_OFFER_PROVIDER, provider);
  mw_organisation_item_set_text (item, MW_OFFER_CONTACT, contact);
  mw_organisation_file_set_item (fixture->file, item);
  wait_until_saved (fixture);
}

static char *
read_file (Fixture *fixture)
{
  char *text = NULL;

  g_file_get_contents (fixture->path, &text, NULL, NULL);

  return text;
}

static void
test_filling_in (Fixture *fixture, gconstpointer data)
{
  GtkWidget *block, *change;
  g_autofree char *text = NULL;

  open_description (fixture, TANDEM);
  block = find_widget (fixture->window, MW_TYPE_OFFER_BLOCK);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (block), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (block), GTK_ACCESSIBLE_PROPERTY_LABEL, "Our offer");
  assert_shows (block, "Not filled in");
  change = find (fixture, GTK_TYPE_TOGGLE_BUTTON, "Change");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (change), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find (fixture, GTK_TYPE_DROP_DOWN, "Who offers it")), MW_OFFER_PARTNER);
  assert_shows (block, "At a partner"); /* a choice at once */
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, GTK_TYPE_ENTRY, "Provider")), "De Linde");
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, GTK_TYPE_ENTRY, "Contact")), "mevrouw Voorbeeld");
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, GTK_TYPE_ENTRY, "Waiting time")), "zes weken");
  gtk_text_buffer_set_text (
    gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (fixture, GTK_TYPE_TEXT_VIEW, "Remarks"))), "Eén\nTwee", -1);
  g_assert_nonnull (find_label (block, "Not saved yet"));
  run_for (1300); /* a second after the last key */
  wait_until_saved (fixture);
  g_assert_null (find_label (block, "Not saved yet"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (change), FALSE);
  assert_shows (block, "At a partner: De Linde");
  assert_shows (block, "Waiting time: zes weken");
  text = read_file (fixture);
  g_assert_nonnull (strstr (text, "<remarks>Eén\nTwee</remarks>"));
  g_assert_nonnull (strstr (text, "name=\"Humanitas Tandem"));
}

/* What is typed is not lost when another description is opened at once. */
static void
test_leaving (Fixture *fixture, gconstpointer data)
{
  const MwOrganisationItem *offer;

  open_description (fixture, TANDEM);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (fixture, GTK_TYPE_TOGGLE_BUTTON, "Change")), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, GTK_TYPE_ENTRY, "Provider")), "De Linde");
  open_description (fixture, "50plusnet");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (fixture, GTK_TYPE_ENTRY, "Provider"))), ==, "");
  offer = mw_organisation_lookup (mw_organisation_file_get (fixture->file), MW_ITEM_OFFER, TANDEM);
  g_assert_cmpstr (offer->texts[MW_OFFER_PROVIDER], ==, "De Linde");
  g_assert_null (mw_organisation_lookup (mw_organisation_file_get (fixture->file), MW_ITEM_OFFER, "50plusnet"));
  wait_until_saved (fixture);
}

static void
test_filter_and_mark (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;
  char *description;

  set_offer (fixture, TANDEM, MW_OFFER_PARTNER, "De Linde", "");
  set_offer (fixture, "50plusnet", MW_OFFER_OWN, "", "");
  mw_browser_pane_set_filters (fixture->browser, (const char *const[]){ "offer:partner", NULL });
  assert_shows (GTK_WIDGET (fixture->browser), "1 of 38 interventions");
  row = gtk_widget_get_parent (find_widget (fixture->window, MW_TYPE_INTERVENTION_ROW));
  description = gtk_test_accessible_check_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  g_assert_nonnull (description);
  g_assert_nonnull (strstr (description, "→ At a partner: De Linde"));
  g_free (description);
  mw_browser_pane_set_filters (fixture->browser, (const char *const[]){ "offer:own", "offer:partner", NULL });
  assert_shows (GTK_WIDGET (fixture->browser), "2 of 38 interventions");
}

/* A row that is on the screen follows what is filled in, and the list keeps its place. */
static void
test_row_follows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_widget (fixture->window, MW_TYPE_INTERVENTION_ROW);
  MwCatalogueEntry *entry = mw_intervention_row_get_entry (MW_INTERVENTION_ROW (row));
  g_autofree char *id = g_strdup (entry->id);

  set_offer (fixture, id, MW_OFFER_OWN, "", "");
  g_assert_true (find_widget (fixture->window, MW_TYPE_INTERVENTION_ROW) == row);
  entry = mw_intervention_row_get_entry (MW_INTERVENTION_ROW (row));
  g_assert_cmpuint (entry->facets[MW_FACET_OFFER], ==, 1u << MW_OFFER_OWN);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *notice = find_widget (fixture->window, MW_TYPE_OFFER_NOTICE);

  g_assert_false (gtk_widget_get_visible (notice));
  set_offer (fixture, "bestaat-niet-meer", MW_OFFER_OWN, "", "");
  assert_shows (notice, "Your offer has 1 intervention that this catalogue does not have: Naam van toen. What is filled in "
                        "about it is kept.");
}

/* Without an open case it is shown whom, to be copied. */
static void
test_refer_without_case (Fixture *fixture, gconstpointer data)
{
  GtkWidget *block;

  set_offer (fixture, TANDEM, MW_OFFER_UNAVAILABLE, "", "");
  open_description (fixture, TANDEM);
  block = find_widget (fixture->window, MW_TYPE_OFFER_BLOCK);
  press (fixture, "Refer: To Whom");
  assert_shows (block, "Nobody is filled in yet to whom a client can be referred. Ask a colleague, and fill it in under Change.");
  set_offer (fixture, TANDEM, MW_OFFER_UNAVAILABLE, "De Linde", "013 000 00 00");
  press (fixture, "Refer: To Whom");
  assert_shows (block, "De Linde, 013 000 00 00");
  g_assert_true (gtk_widget_is_visible (find (fixture, GTK_TYPE_BUTTON, "Copy")));
  g_assert_null (fixture->referred);
}

static void
test_refer_with_case (Fixture *fixture, gconstpointer data)
{
  set_offer (fixture, TANDEM, MW_OFFER_PARTNER, "De Linde", "013 000 00 00");
  mw_browser_pane_set_considered (fixture->browser, (const char *const[]){ NULL });
  open_description (fixture, TANDEM);
  press (fixture, "Refer: To Whom");
  g_assert_nonnull (fixture->referred);
  g_assert_true (g_str_has_prefix (fixture->referred, TANDEM "|"));
  g_assert_nonnull (strstr (fixture->referred, "|Humanitas Tandem"));
  g_assert_true (g_str_has_suffix (fixture->referred, "|De Linde, 013 000 00 00"));
}

static void
test_in_offer_is_not_referred (Fixture *fixture, gconstpointer data)
{
  set_offer (fixture, TANDEM, MW_OFFER_OWN, "", "");
  open_description (fixture, TANDEM);
  g_assert_false (gtk_widget_get_visible (find (fixture, GTK_TYPE_BUTTON, "Refer: To Whom")));
}

/* A file with mistakes: nothing can be changed, and it is said. */
static void
test_invalid_file (Fixture *fixture, gconstpointer data)
{
  open_description (fixture, TANDEM);
  g_assert_true (g_file_set_contents (fixture->path, "<organisation xmlns=\"urn:maatwerk:organisation:1\">\n<x/></organisation>",
                                      -1, NULL));
  while (mw_organisation_file_get_state (fixture->file) != MW_ORGANISATION_INVALID)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_is_sensitive (find (fixture, GTK_TYPE_TOGGLE_BUTTON, "Change")));
  assert_shows (find_widget (fixture->window, MW_TYPE_OFFER_NOTICE),
                "The file with your offer has a mistake in line 2. It was left alone, and you see the offer as it was before; "
                "nothing can be changed until the file is mended.");
}

/* The folder is not there: what is on this computer is shown, can be worked with, and it is said. */
static void
test_shared_folder_gone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *shared = g_build_filename (fixture->folder, "gedeeld", NULL);
  GtkWidget *notice = find_widget (fixture->window, MW_TYPE_OFFER_NOTICE);

  set_offer (fixture, TANDEM, MW_OFFER_PARTNER, "De Linde", "");
  mw_organisation_file_set_shared (fixture->file, shared);
  while (mw_organisation_file_get_state (fixture->file) != MW_ORGANISATION_AWAY)
    g_main_context_iteration (NULL, TRUE);
  assert_shows (notice, "The shared folder with your offer cannot be reached. You see the offer as it was last read; what you change "
                        "is kept on this computer until the folder is there again.");
  assert_shows (GTK_WIDGET (fixture->browser), "38 interventions");
  open_description (fixture, TANDEM);
  assert_shows (find_widget (fixture->window, MW_TYPE_OFFER_BLOCK), "At a partner: De Linde");
  g_assert_true (gtk_widget_is_sensitive (find (fixture, GTK_TYPE_TOGGLE_BUTTON, "Change")));
  g_assert_false (g_file_test (shared, G_FILE_TEST_EXISTS));

  g_assert_cmpint (g_mkdir (shared, 0700), ==, 0);
  while (mw_organisation_file_get_state (fixture->file) != MW_ORGANISATION_SAVED)
    g_main_context_iteration (NULL, TRUE);
  run_for (200);
  g_assert_false (gtk_widget_get_visible (notice));
}

/* The folder does not answer: nothing waits for it, and that is said after a while. */
static void
test_shared_folder_slow (Fixture *fixture, gconstpointer data)
{
  g_autofree char *shared = g_build_filename (fixture->folder, "gedeeld", NULL);
  g_autofree char *pipe = g_build_filename (shared, "organisation.xml", NULL);
  const char *empty = "<organisation xmlns=\"urn:maatwerk:organisation:1\"/>";
  int file;

  set_offer (fixture, TANDEM, MW_OFFER_PARTNER, "De Linde", "");
  g_assert_cmpint (g_mkdir (shared, 0700), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  mw_organisation_file_set_times (1000, 100000);
  mw_organisation_file_set_shared (fixture->file, shared);
  open_description (fixture, TANDEM);
  assert_shows (find_widget (fixture->window, MW_TYPE_OFFER_BLOCK), "At a partner: De Linde");
  while (mw_organisation_file_get_state (fixture->file) != MW_ORGANISATION_SLOW)
    g_main_context_iteration (NULL, TRUE);
  assert_shows (find_widget (fixture->window, MW_TYPE_OFFER_NOTICE),
                "The shared folder with your offer does not answer. You see the offer as it was last read; what you change is kept "
                "on this computer until the folder is there again.");
  g_assert_true (gtk_widget_is_sensitive (find (fixture, GTK_TYPE_TOGGLE_BUTTON, "Change")));

  file = g_open (pipe, O_WRONLY | O_CLOEXEC);
  g_unlink (pipe);
  g_assert_cmpint (write (file, empty, strlen (empty)), ==, (gssize) strlen (empty));
  close (file);
  while (mw_organisation_file_get_state (fixture->file) == MW_ORGANISATION_SLOW)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_own (Fixture *fixture, gconstpointer data)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "data", "organisation.xml", NULL);
  g_autofree char *text = NULL;
  GtkWidget *row, *page;
  char *description;

  g_assert_true (g_file_get_contents (source, &text, NULL, NULL));
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  mw_organisation_file_refresh (fixture->file);
  assert_shows (GTK_WIDGET (fixture->browser), "39 interventions");
  mw_browser_pane_set_text (fixture->browser, "eetclub de linde");
  run_for (300);
  row = find_widget (fixture->window, MW_TYPE_INTERVENTION_ROW);
  g_assert_cmpstr (mw_intervention_row_get_entry (MW_INTERVENTION_ROW (row))->id, ==, "own-eetclub-de-linde");
  description = gtk_test_accessible_check_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  g_assert_nonnull (strstr (description, "★ Our own intervention"));
  g_free (description);
  open_description (fixture, "own-eetclub-de-linde");
  page = find_widget (fixture->window, MW_TYPE_DESCRIPTION_PAGE);
  assert_shows (page, "L.1  Our own interventions");
  assert_shows (page, "Not stated");
  g_assert_null (find_label (page, "Not stated in the publication"));
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/offer/filling-in", test_filling_in);
  add ("/offer/leaving", test_leaving);
  add ("/offer/filter-and-mark", test_filter_and_mark);
  add ("/offer/row-follows", test_row_follows);
  add ("/offer/missing", test_missing);
  add ("/offer/refer/without-case", test_refer_without_case);
  add ("/offer/refer/with-case", test_refer_with_case);
  add ("/offer/refer/in-offer", test_in_offer_is_not_referred);
  add ("/offer/invalid-file", test_invalid_file);
  add ("/offer/shared-folder-gone", test_shared_folder_gone);
  add ("/offer/shared-folder-slow", test_shared_folder_slow);
  add ("/offer/own", test_own);

  return g_test_run ();
}
