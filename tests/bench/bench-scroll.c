/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-scroll CATALOGUE ROWS: scrolls the browser's list from the top to the end, a quarter of a page at each frame, and then a bare
 * list of as many names, one label in a row. Prints for each in milliseconds the time from one painted frame to the next: median, 99th percentile and
 * longest, and how many frames there were. */
#include "config.h"

#include <adwaita.h>

#include "mw-browser-pane.h"

/* Of a page, at each frame. */
#define STEP 0.25
/* As many frames at the end, without the list having grown, are the end. */
#define N_FRAMES_AT_END 20

typedef struct
{
  GtkAdjustment *adjustment;
  GArray *times; /* of double, ms */
  gint64 painted;
  guint n_at_end;
} Scroll;

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
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!mw_catalogue_load_finish (MW_CATALOGUE (source), result, &error))
    g_error ("%s", error->message);
  *(gboolean *) data = TRUE;
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *c = gtk_widget_get_first_child (widget); c; c = gtk_widget_get_next_sibling (c))
    {
      GtkWidget *found = find (c, type);

      if (found)
        return found;
    }

  return NULL;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Scroll *scroll = data;
  double page = gtk_adjustment_get_page_size (scroll->adjustment);
  double end = gtk_adjustment_get_upper (scroll->adjustment) - page;
  double value = gtk_adjustment_get_value (scroll->adjustment);

  scroll->n_at_end = value >= end - 1 ? scroll->n_at_end + 1 : 0;
  gtk_adjustment_set_value (scroll->adjustment, MIN (value + STEP * page, end));

  return G_SOURCE_CONTINUE;
}

/* What is painted at the end is always the same. */
static void
on_painted (Scroll *scroll)
{
  gint64 now = g_get_monotonic_time ();
  double time = (double) (now - scroll->painted) / 1e3;

  if (scroll->painted && scroll->n_at_end == 0)
    g_array_append_val (scroll->times, time);
  scroll->painted = now;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static void
scroll_through (GtkWindow *window, guint n_expected)
{
  GtkWidget *list = find (GTK_WIDGET (window), GTK_TYPE_LIST_VIEW);
  Scroll scroll = { .adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)),
                    .times = g_array_new (FALSE, FALSE, sizeof (double)) };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  gulong id = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (on_painted), &scroll);
  guint tick = gtk_widget_add_tick_callback (list, on_tick, &scroll, NULL);

  if (!gtk_widget_get_mapped (list))
    g_error ("The list is not shown");
  while (scroll.n_at_end < N_FRAMES_AT_END)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (list, tick);
  g_signal_handler_disconnect (clock, id);
  if (g_list_model_get_n_items (model) < n_expected)
    g_error ("Only %u of %u rows were scrolled through", g_list_model_get_n_items (model), n_expected);

  g_array_sort (scroll.times, compare);
  g_print ("%.3f %.3f %.3f %u\n", g_array_index (scroll.times, double, scroll.times->len / 2),
           g_array_index (scroll.times, double, scroll.times->len * 99 / 100),
           g_array_index (scroll.times, double, scroll.times->len - 1), scroll.times->len);
  g_array_unref (scroll.times);
}

static GtkWindow *
new_window (GtkWidget *content)
{
  GtkWindow *window = GTK_WINDOW (adw_window_new ());

  adw_window_set_content (ADW_WINDOW (window), content);
  gtk_window_set_default_size (window, 1000, 700);
  gtk_window_present (window);

  return window;
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkWidget *
new_bare_list (guint n_rows)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u  Bezoekdienst weduwen en weduwnaars", i + 1);

      gtk_string_list_append (names, name);
    }
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller),
                                 gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (names))), factory));

  return scroller;
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("maatwerk-bench-XXXXXX", NULL);
  g_autofree char *database = g_build_filename (folder, "catalogue.db", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (argv[1]);
  g_autoptr (MwCatalogue) catalogue = mw_catalogue_new (file, database);
  guint n_rows = (guint) g_ascii_strtoull (argv[2], NULL, 10);
  gboolean loaded = FALSE;
  MwBrowserPane *pane;
  GtkWindow *window;

  adw_init ();
  pane = g_object_new (MW_TYPE_BROWSER_PANE, NULL);
  window = new_window (GTK_WIDGET (pane));
  mw_catalogue_load_async (catalogue, NULL, on_loaded, &loaded);
  mw_browser_pane_set_catalogue (pane, catalogue);
  while (!loaded)
    g_main_context_iteration (NULL, TRUE);
  mw_browser_pane_set_loaded (pane, NULL);
  while (!gtk_widget_get_mapped (find (GTK_WIDGET (window), GTK_TYPE_LIST_VIEW)))
    g_main_context_iteration (NULL, TRUE);
  wait (1000);
  scroll_through (window, n_rows);
  gtk_window_destroy (window);
  wait (500);

  window = new_window (new_bare_list (n_rows));
  wait (1000);
  scroll_through (window, n_rows);
  gtk_window_destroy (window);

  return 0;
}
