/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-keystroke CATALOGUE: opens the browser on a catalogue, types, and prints in milliseconds how long it took from
 * each keystroke until its result was painted (median, 95th percentile), and the longest time for which the main loop
 * was kept from its events, while loading too. */
#include "config.h"

#include <adwaita.h>

#include "mw-browser-pane-private.h"

static const char *const words[] = { "bezoek", "weduwe", "vriendschap", "cafe", "internet e-mail", "huisbezoek", "koffie" };

typedef struct
{
  GMainLoop *loop;
  MwBrowserPane *pane;
  GArray *times; /* of double, ms */
  gint64 pressed;
  guint n_frames;
  gboolean loaded;
} Bench;

static gint64 entered;
static gint64 longest;

/* Runs each time the loop comes back to wait: what lies between two waits is the time that events had to wait. */
static int
poll_and_measure (GPollFD *fds, guint n_fds, int timeout)
{
  int n_ready;

  if (entered)
    longest = MAX (longest, g_get_monotonic_time () - entered);
  n_ready = g_poll (fds, n_fds, timeout);
  entered = g_get_monotonic_time ();

  return n_ready;
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;

  if (!mw_catalogue_load_finish (MW_CATALOGUE (source), result, &error))
    g_error ("%s", error->message);
  mw_browser_pane_set_loaded (bench->pane, NULL);
  bench->loaded = TRUE;
}

static void
wait (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (200);
      entered = g_get_monotonic_time ();
    }
}

/* After the pane has shown it. A letter that changes nothing is painted too. */
static void
on_answered (Bench *bench)
{
  bench->n_frames = 1; /* the next frame shows it */
  gtk_widget_queue_draw (GTK_WIDGET (bench->pane));
}

static void
on_painted (Bench *bench)
{
  double time;

  if (!bench->pressed || !bench->n_frames)
    return;

  time = (double) (g_get_monotonic_time () - bench->pressed) / 1e3;
  g_array_append_val (bench->times, time);
  bench->pressed = 0;
}

static void
press (Bench *bench, const char *text)
{
  bench->n_frames = 0;
  bench->pressed = g_get_monotonic_time ();
  mw_browser_pane_set_text (bench->pane, text);
  while (bench->pressed)
    g_main_context_iteration (NULL, TRUE);
  wait (20);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("maatwerk-bench-XXXXXX", NULL);
  g_autofree char *database = g_build_filename (folder, "catalogue.db", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (argv[1]);
  Bench bench = { .times = g_array_new (FALSE, FALSE, sizeof (double)) };
  MwCatalogue *catalogue;
  GtkWidget *window;

  g_main_context_set_poll_func (NULL, poll_and_measure);
  adw_init ();
  catalogue = mw_catalogue_new (file, database);
  window = adw_window_new ();
  bench.pane = g_object_new (MW_TYPE_BROWSER_PANE, NULL);
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (bench.pane));
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  gtk_window_present (GTK_WINDOW (window));
  wait (500);
  longest = 0; /* what GTK itself takes to start is measured elsewhere */
  mw_browser_pane_set_catalogue (bench.pane, catalogue);
  mw_catalogue_load_async (catalogue, NULL, on_loaded, &bench);
  while (!bench.loaded)
    g_main_context_iteration (NULL, TRUE);
  wait (1000);

  g_signal_connect_data (bench.pane->query, "answered", G_CALLBACK (on_answered), &bench, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_painted), &bench);
  for (guint round = 0; round < 3; round++)
    for (guint w = 0; w < G_N_ELEMENTS (words); w++)
      for (guint n = 1; n <= g_utf8_strlen (words[w], -1); n++)
        {
          g_autofree char *text = g_utf8_substring (words[w], 0, n);

          press (&bench, text);
        }

  g_array_sort (bench.times, compare);
  g_print ("%.1f %.1f %.1f %u\n", g_array_index (bench.times, double, bench.times->len / 2),
           g_array_index (bench.times, double, bench.times->len * 95 / 100), (double) longest / 1e3, bench.times->len);

  return 0;
}
