/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The panel of filters, the saved ones, and the sentence above the list. */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "find-widget.h"
#include "mw-browser-pane.h"
#include "mw-filter-facet.h"
#include "mw-filter-line.h"
#include "mw-filter-panel.h"
#include "mw-saved-filters-box.h"
#include "mw-saved-name-form.h"

typedef struct
{
  char *folder;
  char *database;
  GtkWidget *window;
  MwBrowserPane *browser;
  MwSavedFilters *saved;
  MwCatalogue *catalogue;
  gboolean loaded;
} Fixture;

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  mw_catalogue_load_finish (MW_CATALOGUE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer width)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("MW_TEST_CATALOGUE"));

  fixture->folder = g_dir_make_tmp ("maatwerk-XXXXXX", NULL);
  fixture->database = g_build_filename (fixture->folder, "catalogue.db", NULL);
  fixture->catalogue = mw_catalogue_new (file, fixture->database);
  fixture->browser = g_object_new (MW_TYPE_BROWSER_PANE, NULL);
  fixture->saved = mw_browser_pane_get_saved_filters (fixture->browser);
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->browser));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width ? GPOINTER_TO_INT (width) : 900, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  mw_catalogue_load_async (fixture->catalogue, NULL, on_loaded, &fixture->loaded);
  mw_browser_pane_set_catalogue (fixture->browser, fixture->catalogue);
  while (!fixture->loaded)
    g_main_context_iteration (NULL, TRUE);
  mw_browser_pane_show_filters (fixture->browser, TRUE);
  run_for (400);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->catalogue);
  run_for (100);
  g_unlink (fixture->database);
  g_rmdir (fixture->folder);
  g_free (fixture->database);
  g_free (fixture->folder);
}

static void
choose (Fixture *fixture, const char *first, const char *second)
{
  mw_browser_pane_set_filters (fixture->browser, (const char *const[]){ first, second, NULL });
  run_for (200);
}

static void
assert_filters (Fixture *fixture, const char *expected)
{
  g_auto (GStrv) filters = mw_browser_pane_dup_filters (fixture->browser);
  g_autofree char *joined = g_strjoinv (" ", filters);

  g_assert_cmpstr (joined, ==, expected);
}

/* Waits for what is asked of the catalogue to be answered. */
static GtkWidget *
get (Fixture *fixture, GType type, const char *label)
{
  GtkWidget *found = find_by_label (fixture->window, type, label);

  for (guint i = 0; i < 100 && !found; i++)
    {
      run_for (50);
      found = find_by_label (fixture->window, type, label);
    }
  if (!found)
    g_error ("There is no %s “%s”", g_type_name (type), label);

  return found;
}

/* What comes up only after a layout takes a while on a busy machine. */
static void
assert_comes_up (GtkWidget *widget)
{
  for (guint i = 0; i < 100 && !(gtk_widget_get_mapped (widget) && gtk_widget_is_sensitive (widget)); i++)
    run_for (50);
  g_assert_true (gtk_widget_get_mapped (widget));
}

static void
press (Fixture *fixture, const char *label)
{
  GtkWidget *button = get (fixture, GTK_TYPE_BUTTON, label);

  assert_comes_up (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  run_for (200);
}

/* The text that has the keyboard belongs to an entry. */
static GtkEditable *
get_focused_entry (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_nonnull (focus);

  return GTK_EDITABLE (gtk_widget_get_ancestor (focus, GTK_TYPE_ENTRY));
}

static gboolean
has_focus_within (Fixture *fixture, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
test_all_facets (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = {
    "For whom", "Form", "Carried out by", "Duration", "How often", "Costs", "Training", "Kind of description", "Research",
    "Effect on loneliness", "Profile", "Kind of isolation", "Part of the catalogue",
  };
  static const char *const values[] = { "Up to 3 months, 9",   "3 months to 1 year, 15", "More than 1 year, 3",
                                        "Less lonely, 7",      "No effect found, 3",     "Effect study, 8",
                                        "Every two weeks, 9", "Free of charge, 10" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *facet = get (fixture, MW_TYPE_FILTER_FACET, names[i]);

      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (facet), GTK_ACCESSIBLE_ROLE_GROUP);
      mw_filter_facet_set_expanded (MW_FILTER_FACET (facet), TRUE);
    }
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    gtk_test_accessible_assert_role (GTK_ACCESSIBLE (get (fixture, GTK_TYPE_CHECK_BUTTON, values[i])),
                                     GTK_ACCESSIBLE_ROLE_CHECKBOX);
}

static void
test_several_values (Fixture *fixture, gconstpointer data)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get (fixture, GTK_TYPE_CHECK_BUTTON, "By telephone, 1")), TRUE);
  run_for (200);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get (fixture, GTK_TYPE_CHECK_BUTTON, "Online, 2")), TRUE);
  run_for (200);
  assert_filters (fixture, "form:telephone form:online");
  g_assert_nonnull (find_label (fixture->window, "3 of 38 interventions"));
  g_assert_nonnull (find_label (fixture->window, "2 chosen"));
  get (fixture, GTK_TYPE_BUTTON, "Form, 2 chosen");
}

/* A folded heading is all that the keyboard meets, and it says that it is folded. */
static void
test_folding (Fixture *fixture, gconstpointer data)
{
  GtkWidget *heading = get (fixture, GTK_TYPE_BUTTON, "Research");
  GtkWidget *check = get (fixture, GTK_TYPE_CHECK_BUTTON, "Descriptive study, 8");

  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  g_assert_false (gtk_widget_get_mapped (check));
  g_signal_emit_by_name (heading, "clicked");
  run_for (100);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  g_assert_true (gtk_widget_get_mapped (check));
  g_assert_true (gtk_widget_grab_focus (check));
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_BACKWARD);
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_BACKWARD);
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (has_focus_within (fixture, heading));
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_BACKWARD);
  g_assert_false (has_focus_within (fixture, gtk_widget_get_ancestor (heading, MW_TYPE_FILTER_FACET)));
}

/* Dim, said in words, and yet to be reached and chosen. */
static void
test_none (Fixture *fixture, gconstpointer data)
{
  GtkWidget *none;

  choose (fixture, "form:telephone", NULL);
  none = get (fixture, GTK_TYPE_CHECK_BUTTON, "Widows and widowers, no interventions");
  g_assert_true (gtk_widget_has_css_class (none, "none"));
  g_assert_true (gtk_widget_is_sensitive (none));
  g_assert_nonnull (find_label (none, "0"));
  g_assert_true (gtk_widget_grab_focus (none));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (none), TRUE);
  run_for (200);
  assert_filters (fixture, "audience:widowed form:telephone");
  choose (fixture, NULL, NULL);
  g_assert_false (gtk_widget_has_css_class (none, "none"));
  get (fixture, GTK_TYPE_CHECK_BUTTON, "Widows and widowers, 2");
}

static void
test_sentence (Fixture *fixture, gconstpointer data)
{
  GtkWidget *line = find_widget (fixture->window, MW_TYPE_FILTER_LINE);

  g_assert_false (gtk_widget_get_visible (line));
  mw_browser_pane_set_candidates (fixture->browser, MW_PROFILE_SET_OF (MW_PROFILE_ACHTERBLIJVERS));
  choose (fixture, "audience:widowed", "form:home-visit");
  g_assert_true (gtk_widget_get_visible (line));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Fits Achterblijvers (left-behinds), for widows and widowers, at home.");
  g_assert_nonnull (find_label (line, "Fits Achterblijvers (left-behinds)"));
  g_assert_nonnull (find_label (line, "for widows and widowers"));

  press (fixture, "Remove filter: for widows and widowers");
  assert_filters (fixture, "form:home-visit");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Fits Achterblijvers (left-behinds), at home.");
  press (fixture, "Remove filter: fits Achterblijvers (left-behinds)");
  press (fixture, "Remove filter: at home");
  g_assert_false (gtk_widget_get_visible (line));
  assert_filters (fixture, "");
}

/* Typing in the search box makes nothing anew. */
static void
test_sentence_stays (Fixture *fixture, gconstpointer data)
{
  GtkWidget *before;

  choose (fixture, "form:home-visit", NULL);
  before = get (fixture, GTK_TYPE_BUTTON, "Remove filter: at home");
  mw_browser_pane_set_text (fixture->browser, "bezoek");
  run_for (200);
  g_assert_true (get (fixture, GTK_TYPE_BUTTON, "Remove filter: at home") == before);
}

static void
test_clear (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel = find_widget (fixture->window, MW_TYPE_FILTER_PANEL);
  GtkWidget *clear = find_by_label (panel, GTK_TYPE_BUTTON, "Clear All");

  g_assert_false (gtk_widget_get_visible (clear));
  choose (fixture, "form:home-visit", "costs:free");
  g_assert_true (gtk_widget_get_visible (clear));
  gtk_widget_grab_focus (clear);
  g_signal_emit_by_name (clear, "clicked");
  run_for (200);
  assert_filters (fixture, "");
  g_assert_false (gtk_widget_get_visible (clear));
  g_assert_true (has_focus_within (fixture, panel));
}

static void
test_saving (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = find_widget (fixture->window, MW_TYPE_SAVED_FILTERS_BOX);
  GtkWidget *form = find_widget (fixture->window, MW_TYPE_SAVED_NAME_FORM);

  g_assert_false (gtk_widget_get_visible (box));
  choose (fixture, "audience:widowed", "form:home-visit");
  g_assert_true (gtk_widget_get_visible (box));
  press (fixture, "Save This Choice…");
  g_assert_nonnull (find_label (form, "For widows and widowers, at home."));
  g_assert_false (gtk_widget_is_sensitive (get (fixture, GTK_TYPE_BUTTON, "Save")));
  gtk_editable_set_text (get_focused_entry (fixture), "Weduwen thuis");
  press (fixture, "Save");
  g_assert_false (gtk_widget_get_visible (form));
  g_assert_cmpuint (mw_saved_filters_get_n (fixture->saved), ==, 1);
  g_assert_true (has_focus_within (fixture, get (fixture, GTK_TYPE_BUTTON, "Weduwen thuis, in use")));

  choose (fixture, "form:online", NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get (fixture, GTK_TYPE_BUTTON, "Weduwen thuis")),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "For widows and widowers, at home.");
  press (fixture, "Weduwen thuis");
  assert_filters (fixture, "audience:widowed form:home-visit");
  get (fixture, GTK_TYPE_BUTTON, "Weduwen thuis, in use");
}

static void
test_replacing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form = find_widget (fixture->window, MW_TYPE_SAVED_NAME_FORM);

  mw_saved_filters_save (fixture->saved, "Thuis", (const char *const[]){ "form:home-visit", NULL });
  choose (fixture, "form:online", NULL);
  press (fixture, "Save This Choice…");
  gtk_editable_set_text (get_focused_entry (fixture), "thuis");
  g_assert_nonnull (find_label (form, "There is a saved filter of this name already. It will be replaced."));
  press (fixture, "Replace");
  g_assert_cmpuint (mw_saved_filters_get_n (fixture->saved), ==, 1);
  g_assert_cmpstr (mw_saved_filters_get_filters (fixture->saved, 0)[0], ==, "form:online");
}

static void
test_cancelling (Fixture *fixture, gconstpointer data)
{
  choose (fixture, "form:online", NULL);
  press (fixture, "Save This Choice…");
  gtk_editable_set_text (get_focused_entry (fixture), "Toch niet");
  press (fixture, "Cancel");
  g_assert_cmpuint (mw_saved_filters_get_n (fixture->saved), ==, 0);
  g_assert_true (has_focus_within (fixture, get (fixture, GTK_TYPE_BUTTON, "Save This Choice…")));
}

static void
test_renaming (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = find_widget (fixture->window, MW_TYPE_SAVED_FILTERS_BOX);
  GtkWidget *form = find_widget (fixture->window, MW_TYPE_SAVED_NAME_FORM);

  mw_saved_filters_save (fixture->saved, "Thuis", (const char *const[]){ "form:home-visit", NULL });
  mw_saved_filters_save (fixture->saved, "Online", (const char *const[]){ "form:online", NULL });
  get (fixture, GTK_TYPE_MENU_BUTTON, "Rename or remove: Thuis");
  gtk_widget_activate_action (box, "saved.rename", "s", "Thuis");
  run_for (200);
  g_assert_cmpstr (gtk_editable_get_text (get_focused_entry (fixture)), ==, "Thuis");
  gtk_editable_set_text (get_focused_entry (fixture), "online");
  g_assert_nonnull (find_label (form, "There is a saved filter of this name already."));
  g_assert_false (gtk_widget_is_sensitive (get (fixture, GTK_TYPE_BUTTON, "Save")));
  gtk_editable_set_text (get_focused_entry (fixture), "Bij mensen thuis");
  press (fixture, "Save");
  g_assert_cmpstr (mw_saved_filters_get_name (fixture->saved, 0), ==, "Bij mensen thuis");
  g_assert_true (has_focus_within (fixture, get (fixture, GTK_TYPE_BUTTON, "Bij mensen thuis")));
}

static void
test_removing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = find_widget (fixture->window, MW_TYPE_SAVED_FILTERS_BOX);

  mw_saved_filters_save (fixture->saved, "Thuis", (const char *const[]){ "form:home-visit", NULL });
  run_for (100);
  gtk_widget_activate_action (box, "saved.remove", "s", "Thuis");
  run_for (200);
  g_assert_cmpuint (mw_saved_filters_get_n (fixture->saved), ==, 0);
  g_assert_nonnull (find_label (box, "“Thuis” has been removed."));
  g_assert_true (has_focus_within (fixture, get (fixture, GTK_TYPE_BUTTON, "Undo")));
  press (fixture, "Undo");
  g_assert_cmpuint (mw_saved_filters_get_n (fixture->saved), ==, 1);
  g_assert_cmpstr (mw_saved_filters_get_filters (fixture->saved, 0)[0], ==, "form:home-visit");
}

/* Where there is no room beside the list, the panel says what is behind it. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel = find_widget (fixture->window, MW_TYPE_FILTER_PANEL);
  int minimum;

  gtk_widget_measure (panel, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 380);
  assert_comes_up (get (fixture, GTK_TYPE_BUTTON, "Show 38 Interventions"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get (fixture, GTK_TYPE_CHECK_BUTTON, "By telephone, 1")), TRUE);
  run_for (200);
  get (fixture, GTK_TYPE_BUTTON, "Show 1 Intervention");
  choose (fixture, "form:telephone", "audience:widowed");
  get (fixture, GTK_TYPE_BUTTON, "No Interventions: Show What to Leave Out");

  /* What the window does when that is pressed. */
  mw_browser_pane_show_filters (fixture->browser, FALSE);
  assert_comes_up (find_widget (fixture->window, MW_TYPE_FILTER_LINE));
  g_assert_false (gtk_widget_get_mapped (panel));
}

static void
test_wide (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_mapped (get (fixture, GTK_TYPE_BUTTON, "Show 38 Interventions")));
  g_assert_nonnull (find_label (fixture->window, "38 interventions"));
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/filters/all-facets", test_all_facets);
  add ("/filters/several-values", test_several_values);
  add ("/filters/folding", test_folding);
  add ("/filters/none", test_none);
  add ("/filters/sentence", test_sentence);
  add ("/filters/sentence-stays", test_sentence_stays);
  add ("/filters/clear", test_clear);
  add ("/filters/saving", test_saving);
  add ("/filters/replacing", test_replacing);
  add ("/filters/cancelling", test_cancelling);
  add ("/filters/renaming", test_renaming);
  add ("/filters/removing", test_removing);
  add ("/filters/wide", test_wide);
  g_test_add ("/filters/narrow", Fixture, GINT_TO_POINTER (380), set_up, test_narrow, tear_down);

  return g_test_run ();
}
