/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-case-search FOLDER: opens the list of the cases that bench-cases made in FOLDER, types, and prints in milliseconds how
 * long it took from each keystroke until its result was painted; and at the end the longest time for which the main loop
 * was kept from its events, while the cases were unlocked and indexed too. */
#include "config.h"

#include <adwaita.h>

#include "bench-case-data.h"
#include "mw-case-list.h"

#define N_ROUNDS 3

static const char *const searches[]
  = { "tuin", "meneer", "wandelclub", "huisarts", "schaakmaatje", "verdriet", "koffie buren", "telefoon" };

typedef struct
{
  MwCaseList *list;
  gint64 pressed; /* 0: painted */
  gboolean changed;
} Bench;

/* What comes at the end only makes the list longer. */
static void
on_items_changed (GListModel *model, guint position, guint n_removed, guint n_added, Bench *bench)
{
  bench->changed |= position == 0; /* the next frame shows it */
}

static void
on_painted (Bench *bench)
{
  if (!bench->pressed || !bench->changed)
    return;

  g_print ("keystroke %.3f\n", (double) (g_get_monotonic_time () - bench->pressed) / 1e3);
  bench->pressed = 0;
}

static gboolean
set (gpointer flag)
{
  *(gboolean *) flag = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, set, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
press (Bench *bench, const char *text)
{
  bench->changed = FALSE;
  bench->pressed = g_get_monotonic_time ();
  mw_case_list_set_search (bench->list, text);
  while (bench->pressed)
    g_main_context_iteration (NULL, TRUE);
  wait (50);
}

/* A drop-down has a list too, in a popover. */
static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *c = gtk_widget_get_first_child (widget); c; c = gtk_widget_get_next_sibling (c))
    {
      GtkWidget *found = GTK_IS_POPOVER (c) ? NULL : find (c, type);

      if (found)
        return found;
    }

  return NULL;
}

static void
type (Bench *bench, const char *text)
{
  for (glong n = 1; n <= g_utf8_strlen (text, -1); n++)
    {
      g_autofree char *begun = g_utf8_substring (text, 0, n);

      press (bench, begun);
    }
}

int
main (int argc, char *argv[])
{
  Bench bench = { 0 };
  GtkWidget *window;
  MwCases *cases;

  adw_init ();
  window = adw_window_new ();
  bench.list = g_object_new (MW_TYPE_CASE_LIST, NULL);
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (bench.list));
  gtk_window_set_default_size (GTK_WINDOW (window), 460, 1000);
  gtk_window_present (GTK_WINDOW (window));
  wait (500);
  bench_watch_loop (); /* what GTK itself takes to start is measured elsewhere */
  cases = bench_open_cases (argv[1]);
  bench_unlock (cases);
  mw_case_list_set_cases (bench.list, cases);
  bench_wait_for_index (cases);
  bench_wait_for_thread (cases);
  wait (500);

  g_signal_connect (gtk_list_view_get_model (GTK_LIST_VIEW (find (window, GTK_TYPE_LIST_VIEW))), "items-changed",
                    G_CALLBACK (on_items_changed), &bench);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_painted), &bench);
  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint s = 0; s < G_N_ELEMENTS (searches); s++)
      type (&bench, searches[s]);
  g_print ("block %.3f\n", bench_get_longest_block ());
  bench_close_cases (cases);

  return 0;
}
