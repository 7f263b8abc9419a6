/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The least that a libadwaita program can be: what ours is measured against. */
#include "config.h"

#include <adwaita.h>

static void
on_activate (GtkApplication *application)
{
  GtkWindow *window = GTK_WINDOW (adw_application_window_new (application));

  gtk_window_set_default_size (window, 1180, 720);
  gtk_window_present (window);
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application = adw_application_new ("io.github.maatwerk.Bare", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (on_activate), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
