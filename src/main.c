/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-application.h"
#include "mw-language-switch.h"
#include "mw-process.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

int
main (int argc, char *argv[])
{
  MwApplication *application;
  g_auto (GStrv) words = NULL;
  gboolean restart;
  int status;

  mw_process_forbid_dumps ();
  mw_process_remember_environment ();

#ifdef __GLIBC__
  /* One heap, given back early: reading a catalogue leaves 4 MB that would otherwise stay. */
  mallopt (M_ARENA_MAX, 1);
  mallopt (M_TRIM_THRESHOLD, 64 * 1024);
#endif

  /* GTK decides once whether to translate, so the language comes first. */
  mw_language_switch_init ();
  application = mw_application_new ();

  status = g_application_run (G_APPLICATION (application), argc, argv);

  /* The application gives up its name on the bus first; or the new process would hand over to the old one. */
  restart = mw_application_wants_restart (application);
  words = mw_application_dup_restart_words (application, argv[0]);
  g_object_unref (application);
  if (restart)
    {
      g_printerr ("Maatwerk cannot start itself anew: %s\n", g_strerror (mw_process_restart (words)));
      return 1;
    }

  return status;
}
