/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "find-widget.h"
#include "mw-panes.h"

typedef struct
{
  GtkWidget *window;
  MwPanes *panes;
  GtkWidget *left;
  GtkWidget *right;
  guint n_changes;
} Fixture;

static void
on_shown_changed (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = gtk_window_new ();
  fixture->panes = g_object_new (MW_TYPE_PANES, NULL);
  fixture->left = adw_bin_new ();
  fixture->right = adw_bin_new ();
  mw_panes_append (fixture->panes, fixture->left, 40, 1, 1);
  mw_panes_append (fixture->panes, fixture->right, 40, 2, 0);
  mw_panes_set_current (fixture->panes, fixture->right);
  g_signal_connect_swapped (fixture->panes, "shown-changed", G_CALLBACK (on_shown_changed), fixture);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->panes));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  run_for (50);
}

static void
show (Fixture *fixture, int width)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 300);
  gtk_window_present (GTK_WINDOW (fixture->window));
  run_for (300);
}

static void
test_wide (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1200);
  g_assert_true (mw_panes_is_shown (fixture->panes, fixture->left));
  g_assert_true (mw_panes_is_shown (fixture->panes, fixture->right));
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_cmpint (gtk_widget_get_width (fixture->right), >, gtk_widget_get_width (fixture->left));
  g_assert_cmpint (gtk_widget_get_width (fixture->right) + gtk_widget_get_width (fixture->left) + 1, ==,
                   gtk_widget_get_width (GTK_WIDGET (fixture->panes)));
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  show (fixture, 400);
  g_assert_false (mw_panes_is_shown (fixture->panes, fixture->left));
  g_assert_true (mw_panes_is_shown (fixture->panes, fixture->right));
  g_assert_cmpint (gtk_widget_get_width (fixture->right), ==, gtk_widget_get_width (GTK_WIDGET (fixture->panes)));

  mw_panes_set_current (fixture->panes, fixture->left);
  run_for (200);
  g_assert_true (mw_panes_is_shown (fixture->panes, fixture->left));
  g_assert_false (mw_panes_is_shown (fixture->panes, fixture->right));
}

static void
test_unwanted (Fixture *fixture, gconstpointer data)
{
  mw_panes_set_wanted (fixture->panes, fixture->right, FALSE);
  show (fixture, 1200);
  g_assert_true (mw_panes_is_shown (fixture->panes, fixture->left));
  g_assert_false (mw_panes_is_shown (fixture->panes, fixture->right));
  g_assert_cmpint (gtk_widget_get_width (fixture->left), ==, gtk_widget_get_width (GTK_WIDGET (fixture->panes)));
}

/* Room is counted in characters: at twice the size of text one pane is left of two. */
static void
test_large_text (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * dpi, NULL);
  show (fixture, 900);
  g_assert_cmpuint (mw_panes_get_n_shown (fixture->panes), ==, 1);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  run_for (300);
  g_assert_cmpuint (mw_panes_get_n_shown (fixture->panes), ==, 2);
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/panes/wide", test_wide);
  add ("/panes/narrow", test_narrow);
  add ("/panes/unwanted", test_unwanted);
  add ("/panes/large-text", test_large_text);

  return g_test_run ();
}
