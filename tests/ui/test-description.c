/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of one intervention: its two languages. */
#include "config.h"

#include <adwaita.h>
#include <libintl.h>
#include <locale.h>

#include "find-widget.h"
#include "mw-catalogue-reader.h"
#include "mw-description-page.h"
#include "mw-words.h"

typedef struct
{
  GtkWidget *window;
  MwDescriptionPage *page;
  GHashTable *interventions; /* by their ids */
} Fixture;

static gboolean
on_intervention (MwIntervention *intervention, double fraction, gpointer data, GError **error)
{
  g_hash_table_insert (data, g_strdup (intervention->id), mw_intervention_ref (intervention));

  return TRUE;
}

static void
read_file (Fixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (mw_catalogue_read (file, on_intervention, fixture->interventions, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* The window's actions, without which the page's buttons could not be reached. */
static void
add_actions (GtkWidget *window)
{
  static const char *const names[] = { "close-description", "consider" };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (names[i], NULL);

      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *two = g_test_build_filename (G_TEST_DIST, "data", "two.xml", NULL);

  fixture->interventions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) mw_intervention_unref);
  read_file (fixture, g_getenv ("MW_TEST_CATALOGUE"));
  read_file (fixture, two);
  mw_words_set_language (MW_LANGUAGE_EN);
  fixture->page = mw_description_page_new ();
  fixture->window = adw_window_new ();
  add_actions (fixture->window);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 500);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  run_for (50);
  g_hash_table_unref (fixture->interventions);
}

static void
show (Fixture *fixture, const char *id)
{
  MwIntervention *intervention = g_hash_table_lookup (fixture->interventions, id);

  g_assert_nonnull (intervention);
  mw_description_page_show (fixture->page, intervention);
  run_for (50);
}

static GtkWidget *
find_button (Fixture *fixture, const char *name)
{
  GtkWidget *button = find_by_label (GTK_WIDGET (fixture->page), GTK_TYPE_BUTTON, name);

  return button && gtk_widget_get_visible (button) ? button : NULL;
}

static void
assert_shows (Fixture *fixture, const char *text)
{
  if (!find_label (GTK_WIDGET (fixture->page), text))
    g_error ("“%s” is not on the page", text);
}

static void
assert_hides (Fixture *fixture, const char *text)
{
  if (find_label (GTK_WIDGET (fixture->page), text))
    g_error ("“%s” is on the page", text);
}

static void
press (Fixture *fixture, const char *name)
{
  GtkWidget *button = find_button (fixture, name);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_grab_focus (button));
  g_signal_emit_by_name (button, "clicked");
  run_for (50);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window))
                 == (gtk_widget_get_visible (button) ? button : find_button (fixture, "Back to the List")));
}

static void
test_follows_the_interface (Fixture *fixture, gconstpointer data)
{
  show (fixture, "thuishuis");
  assert_shows (fixture, "Aim");
  assert_shows (fixture, "Extending the network or breathing new life into it.");
  g_assert_nonnull (find_button (fixture, "Lees in het Nederlands"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->page), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Thuishuis (a shared house for older people)");
}

/* Texts, headings, codes and the name that a screen reader says; and the interface as it was. */
static void
test_other_language (Fixture *fixture, gconstpointer data)
{
  show (fixture, "thuishuis");
  press (fixture, "Lees in het Nederlands");
  assert_shows (fixture, "Thuishuis");
  assert_shows (fixture, "Het netwerk groter maken of nieuw leven inblazen.");
  assert_shows (fixture, "Doel");
  assert_shows (fixture, "2.10  Structureel isolement");
  assert_hides (fixture, "Aim");
  assert_hides (fixture, "Extending the network or breathing new life into it.");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->page), GTK_ACCESSIBLE_PROPERTY_LABEL, "Thuishuis");
  g_assert_cmpint (mw_words_get_language (), ==, MW_LANGUAGE_EN);
  g_assert_cmpstr (mw_words_get_field (MW_FIELD_GOAL), ==, "Aim");
}

static void
test_stays_until_pressed_again (Fixture *fixture, gconstpointer data)
{
  show (fixture, "thuishuis");
  press (fixture, "Lees in het Nederlands");
  show (fixture, "vriendendienst");
  assert_shows (fixture, "Sociaal isolement terugdringen.");
  press (fixture, "Read in English");
  assert_shows (fixture, "Reducing social isolation.");
  assert_shows (fixture, "Aim");
  show (fixture, "thuishuis");
  assert_shows (fixture, "Extending the network or breathing new life into it.");
}

/* A text that goes while it has the keyboard leaves it to a button. */
static void
test_focus_in_the_text (Fixture *fixture, gconstpointer data)
{
  show (fixture, "thuishuis");
  g_assert_true (gtk_widget_grab_focus (find_label (GTK_WIDGET (fixture->page),
                                                    "Extending the network or breathing new life into it.")));
  show (fixture, "vriendendienst");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == find_button (fixture, "Back to the List"));
}

static void
test_from_dutch (Fixture *fixture, gconstpointer data)
{
  mw_words_set_language (MW_LANGUAGE_NL);
  fixture->page = mw_description_page_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  show (fixture, "thuishuis");
  assert_shows (fixture, "Doel");
  press (fixture, "Read in English");
  assert_shows (fixture, "Aim");
  g_assert_cmpint (mw_words_get_language (), ==, MW_LANGUAGE_NL);
}

/* Nothing else to read: no button. But never without a way back. */
static void
test_dutch_only (Fixture *fixture, gconstpointer data)
{
  show (fixture, "eetclub");
  assert_shows (fixture, "This description is available in Dutch only.");
  assert_shows (fixture, "Eetclub De Linde is verzonnen voor de tests.");
  g_assert_null (find_button (fixture, "Lees in het Nederlands"));

  show (fixture, "thuishuis");
  press (fixture, "Lees in het Nederlands");
  show (fixture, "eetclub");
  assert_hides (fixture, "This description is available in Dutch only.");
  press (fixture, "Read in English");
  assert_shows (fixture, "This description is available in Dutch only.");
}

static const char *
get_text_language (Fixture *fixture, const char *text)
{
  GtkWidget *label = find_label (GTK_WIDGET (fixture->page), text);
  PangoAttrIterator *iterator = pango_attr_list_get_iterator (gtk_label_get_attributes (GTK_LABEL (label)));
  PangoAttribute *attribute = pango_attr_iterator_get (iterator, PANGO_ATTR_LANGUAGE);
  const char *language = pango_language_to_string (((PangoAttrLanguage *) attribute)->value);

  pango_attr_iterator_destroy (iterator);

  return language;
}

static void
test_text_knows_its_language (Fixture *fixture, gconstpointer data)
{
  show (fixture, "thuishuis");
  g_assert_cmpstr (get_text_language (fixture, "Extending the network or breathing new life into it."), ==, "en");
  press (fixture, "Lees in het Nederlands");
  g_assert_cmpstr (get_text_language (fixture, "Het netwerk groter maken of nieuw leven inblazen."), ==, "nl");
}

/* Someone wants to read the same sentence in the other language. */
static void
test_place_stays (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scroller = find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  show (fixture, "thuishuis");
  while (gtk_adjustment_get_upper (adjustment) < 1000)
    g_main_context_iteration (NULL, TRUE);
  gtk_adjustment_set_value (adjustment, 400);
  press (fixture, "Lees in het Nederlands");
  run_for (200);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 400);
  show (fixture, "vriendendienst");
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8"); /* under plain C nothing is translated */
  adw_init ();
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("MW_TEST_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  add ("/description/follows-the-interface", test_follows_the_interface);
  add ("/description/other-language", test_other_language);
  add ("/description/stays-until-pressed-again", test_stays_until_pressed_again);
  add ("/description/focus-in-the-text", test_focus_in_the_text);
  add ("/description/from-dutch", test_from_dutch);
  add ("/description/dutch-only", test_dutch_only);
  add ("/description/text-knows-its-language", test_text_knows_its_language);
  add ("/description/place-stays", test_place_stays);

  return g_test_run ();
}
