/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loaded before a GTK program (LD_PRELOAD): says when the first frame was painted and how much memory the program has
 * two seconds later, and ends it. The same for every program, so that they can be compared. */
#include "config.h"

#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define SETTLING 2000 /* ms */

static gint64 painted;

/* kB, from the kernel's own account. */
static long
get_resident (void)
{
  FILE *status = fopen ("/proc/self/status", "r");
  char line[256];
  long resident = 0;

  while (status && fgets (line, sizeof line, status))
    if (sscanf (line, "VmRSS: %ld", &resident) == 1)
      break;
  if (status)
    fclose (status);

  return resident;
}

static gboolean
on_settled (gpointer data)
{
  const char *start = g_getenv ("BENCH_START"); /* ns of the monotonic clock */

  printf ("%.3f %ld\n", (double) painted / 1e3 - (start ? atof (start) / 1e6 : 0), get_resident ());
  fflush (stdout);
  _exit (0);
}

static void
on_painted (GdkFrameClock *clock)
{
  if (painted)
    return;

  painted = g_get_monotonic_time ();
  g_timeout_add (SETTLING, on_settled, NULL);
}

G_MODULE_EXPORT void
gtk_window_present (GtkWindow *window)
{
  void (*present) (GtkWindow *) = (void (*) (GtkWindow *)) dlsym (RTLD_NEXT, "gtk_window_present");

  present (window);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (on_painted), NULL);
}
