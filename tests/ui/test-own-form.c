/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "find-widget.h"
#include "mw-own-field.h"
#include "mw-own-page.h"

typedef struct
{
  char *folder;
  MwOrganisationFile *file;
  GtkWidget *window;
  MwOwnPage *page;
  guint n_closed;
  char *saved;
  MwOrganisationItem *removed;
} Fixture;

static void
on_closed (Fixture *fixture)
{
  fixture->n_closed++;
}

static void
on_saved (Fixture *fixture, const char *id)
{
  g_free (fixture->saved);
  fixture->saved = g_strdup (id);
}

static void
on_removed (Fixture *fixture, MwOrganisationItem *item)
{
  fixture->removed = mw_organisation_item_ref (item);
}

static void
open_window (Fixture *fixture)
{
  g_autoptr (MwOwnDrafts) drafts = mw_own_drafts_new (fixture->folder);

  fixture->page = mw_own_page_new (fixture->file, drafts);
  g_signal_connect_swapped (fixture->page, "closed", G_CALLBACK (on_closed), fixture);
  g_signal_connect_swapped (fixture->page, "saved", G_CALLBACK (on_saved), fixture);
  g_signal_connect_swapped (fixture->page, "removed", G_CALLBACK (on_removed), fixture);
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  run_for (100);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("maatwerk-XXXXXX", NULL);
  fixture->file = mw_organisation_file_new (fixture->folder, NULL);
  while (!mw_organisation_file_is_editable (fixture->file))
    g_main_context_iteration (NULL, TRUE);
  open_window (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (!mw_organisation_file_is_clean (fixture->file))
    g_main_context_iteration (NULL, TRUE);
  run_for (300);
  g_object_unref (fixture->file);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->saved);
  g_clear_pointer (&fixture->removed, mw_organisation_item_unref);
}

static GtkWidget *
get (Fixture *fixture, GType type, const char *name)
{
  GtkWidget *widget = find_by_label (fixture->window, type, name);

  if (!widget)
    g_error ("there is no %s “%s”", g_type_name (type), name);

  return widget;
}

static void
type_text (Fixture *fixture, const char *name, const char *text)
{
  GtkWidget *view = get (fixture, GTK_TYPE_TEXT_VIEW, name);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static char *
dup_typed (Fixture *fixture, const char *name)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (get (fixture, GTK_TYPE_TEXT_VIEW, name)));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
tick (Fixture *fixture, const char *name)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get (fixture, GTK_TYPE_CHECK_BUTTON, name)), TRUE);
}

static void
tick_not_stated (Fixture *fixture, const char *field)
{
  GtkWidget *found = find_widget (get (fixture, MW_TYPE_OWN_FIELD, field), GTK_TYPE_CHECK_BUTTON);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (found), TRUE);
}

static void
click (Fixture *fixture, const char *name)
{
  g_signal_emit_by_name (get (fixture, GTK_TYPE_BUTTON, name), "clicked");
}

static gboolean
can_save (Fixture *fixture)
{
  run_for (500);

  return gtk_widget_is_sensitive (get (fixture, GTK_TYPE_BUTTON, "Save"));
}

static void
open_new (Fixture *fixture)
{
  mw_own_page_write (fixture->page, NULL);
  run_for (300);
}

static const char *const field_names[] = { "For whom",  "Aim",      "How it works", "Suitable for", "Carried out by",
                                           "Duration",  "How often", "Materials",   "Training",     "Costs",
                                           "Effects",   "Developer and year", "More information" };

static void
fill_in (Fixture *fixture)
{
  type_text (fixture, "Name", "Eetclub De Linde");
  type_text (fixture, "Summary", "Samen koken en eten.");
  tick (fixture, "Achterblijvers (left-behinds)");
  tick (fixture, "Achterblijvers (left-behinds): only with the right guidance");
  type_text (fixture, "How it works", "Elke woensdag.\n\n- koken\n- eten");
  for (guint f = 0; f < G_N_ELEMENTS (field_names); f++)
    if (f != 2)
      tick_not_stated (fixture, field_names[f]);
  tick (fixture, "Older people");
  tick (fixture, "Group");
  tick (fixture, "Volunteers");
}

static MwIntervention *
get_own (Fixture *fixture, const char *id)
{
  MwOrganisationItem *item = mw_organisation_lookup (mw_organisation_file_get (fixture->file), MW_ITEM_OWN, id);

  g_assert_nonnull (item);

  return item->intervention;
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  open_new (fixture);

  g_assert_nonnull (find_label (fixture->window, "L.1  New intervention of our own"));
  for (guint f = 0; f < G_N_ELEMENTS (field_names); f++)
    {
      GtkWidget *field = get (fixture, MW_TYPE_OWN_FIELD, field_names[f]);
      g_autofree char *english = g_strdup_printf ("%s, in English", field_names[f]);

      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_ROLE_GROUP);
      g_assert_nonnull (find_by_label (field, GTK_TYPE_TEXT_VIEW, field_names[f]));
      g_assert_nonnull (find_by_label (field, GTK_TYPE_TEXT_VIEW, english));
    }
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get (fixture, GTK_TYPE_TEXT_VIEW, "Aim")),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Still to be written in Dutch, or tick “Not stated”");
  get (fixture, GTK_TYPE_BUTTON, "Close the Form; What You Typed Is Kept");
}

static void
test_what_is_missing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;

  open_new (fixture);
  g_assert_nonnull (find_label (fixture->window, "19 things are still missing"));
  g_assert_false (can_save (fixture));
  button = get (fixture, GTK_TYPE_BUTTON, "Name: still to be written in Dutch");
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (gtk_widget_has_focus (get (fixture, GTK_TYPE_TEXT_VIEW, "Name")));

  type_text (fixture, "Name", "Eetclub De Linde");
  run_for (500);
  g_assert_nonnull (find_label (fixture->window, "18 things are still missing"));
  g_assert_null (find_by_label (fixture->window, GTK_TYPE_BUTTON, "Name: still to be written in Dutch"));
  type_text (fixture, "Name", "  ");
  run_for (500);
  g_assert_nonnull (find_label (fixture->window, "19 things are still missing"));

  fill_in (fixture);
  g_assert_true (can_save (fixture));
  g_assert_nonnull (find_label (fixture->window, "Everything is there"));
}

static void
test_saved (Fixture *fixture, gconstpointer data)
{
  MwIntervention *own;

  open_new (fixture);
  fill_in (fixture);
  g_assert_true (can_save (fixture));
  click (fixture, "Save");
  g_assert_nonnull (fixture->saved);
  own = get_own (fixture, fixture->saved);
  g_assert_cmpstr (own->numbers[0].text, ==, "L.1");
  g_assert_cmpstr (own->name[MW_LANGUAGE_NL], ==, "Eetclub De Linde");
  g_assert_cmpuint (own->fits, ==, MW_PROFILE_SET_OF (MW_PROFILE_ACHTERBLIJVERS));
  g_assert_cmpuint (own->guidance, ==, own->fits);
  g_assert_cmpuint (own->fields[MW_FIELD_METHOD][MW_LANGUAGE_NL]->len, ==, 3);
  g_assert_cmpuint (own->not_stated, ==, 0x1fff & ~(1u << MW_FIELD_METHOD));

  /* What was saved is no draft any more; the next one has the next number. */
  open_new (fixture);
  g_assert_nonnull (find_label (fixture->window, "L.2  New intervention of our own"));
  g_assert_nonnull (find_label (fixture->window, "19 things are still missing"));
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;

  open_new (fixture);
  fill_in (fixture);
  g_assert_true (can_save (fixture));
  click (fixture, "Save");
  id = g_strdup (fixture->saved);

  mw_own_page_write (fixture->page, id);
  run_for (300);
  g_assert_nonnull (find_label (fixture->window, "L.1  Change our own intervention"));
  text = dup_typed (fixture, "How it works");
  g_assert_cmpstr (text, ==, "Elke woensdag.\n\n- koken\n- eten");
  tick (fixture, "Also write it in English");
  type_text (fixture, "Name, in English", "Dining club De Linde");
  g_assert_true (can_save (fixture));
  click (fixture, "Save");
  g_assert_cmpstr (fixture->saved, ==, id);
  g_assert_cmpstr (get_own (fixture, id)->name[MW_LANGUAGE_EN], ==, "Dining club De Linde");
  g_assert_cmpstr (get_own (fixture, id)->numbers[0].text, ==, "L.1");
}

/* What was typed is there again in another run. */
static void
test_draft (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  open_new (fixture);
  type_text (fixture, "Name", "Eetclub");
  click (fixture, "Close the Form; What You Typed Is Kept");
  g_assert_cmpuint (fixture->n_closed, ==, 1);
  type_text (fixture, "Aim", "Typed in the last moment");
  gtk_window_destroy (GTK_WINDOW (fixture->window));

  open_window (fixture);
  open_new (fixture);
  text = dup_typed (fixture, "Aim");
  g_assert_cmpstr (text, ==, "Typed in the last moment");
  g_assert_true (gtk_widget_get_mapped (get (fixture, GTK_TYPE_BUTTON, "Throw the Draft Away")));

  click (fixture, "Throw the Draft Away");
  again = dup_typed (fixture, "Name");
  g_assert_cmpstr (again, ==, "");
  run_for (300);
  open_new (fixture);
  g_assert_false (gtk_widget_get_mapped (get (fixture, GTK_TYPE_BUTTON, "Throw the Draft Away")));
}

static void
test_removed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;

  open_new (fixture);
  fill_in (fixture);
  g_assert_true (can_save (fixture));
  click (fixture, "Save");
  id = g_strdup (fixture->saved);

  mw_own_page_ask_remove (fixture->page, id);
  run_for (300);
  g_assert_nonnull (find_label (fixture->window, "Remove “Eetclub De Linde”?"));
  click (fixture, "Cancel");
  g_assert_null (fixture->removed);
  g_assert_nonnull (get_own (fixture, id));
  mw_own_page_ask_remove (fixture->page, id);
  click (fixture, "Remove");
  g_assert_nonnull (fixture->removed);
  g_assert_null (get_own (fixture, id));

  mw_organisation_file_set_item (fixture->file, mw_organisation_item_copy (fixture->removed));
  g_assert_cmpstr (get_own (fixture, id)->name[MW_LANGUAGE_NL], ==, "Eetclub De Linde");
}

/* A colleague took it away while it was being changed here. */
static void
test_removed_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;

  open_new (fixture);
  fill_in (fixture);
  g_assert_true (can_save (fixture));
  click (fixture, "Save");
  id = g_strdup (fixture->saved);

  mw_own_page_write (fixture->page, id);
  run_for (300);
  mw_organisation_file_set_item (fixture->file, mw_organisation_item_new_own (id, NULL));
  g_assert_nonnull (find_label (fixture->window, "This intervention has been removed meanwhile. Saving brings it back as you have it here."));
  g_assert_true (can_save (fixture));
  click (fixture, "Save");
  g_assert_nonnull (get_own (fixture, id));
}

/* Where the file has a mistake nothing can be saved, and nothing is lost. */
static void
test_file_with_a_mistake (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "organisation.xml", NULL);

  open_new (fixture);
  fill_in (fixture);
  g_assert_true (can_save (fixture));
  g_assert_true (g_file_set_contents (path, "<organisation", -1, NULL));
  mw_organisation_file_refresh (fixture->file);
  for (guint i = 0; i < 100 && mw_organisation_file_is_editable (fixture->file); i++)
    run_for (50);
  g_assert_false (can_save (fixture));
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  open_window (fixture);
  open_new (fixture);
  g_assert_nonnull (find_label (fixture->window, "Everything is there"));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) g_test_add ("/own-form/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("names", test_names);
  ADD ("what-is-missing", test_what_is_missing);
  ADD ("saved", test_saved);
  ADD ("changed", test_changed);
  ADD ("draft", test_draft);
  ADD ("removed", test_removed);
  ADD ("removed-meanwhile", test_removed_meanwhile);
  ADD ("file-with-a-mistake", test_file_with_a_mistake);

  return g_test_run ();
}
