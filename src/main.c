/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-application.h"
#include "mw-language-switch.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

int
main (int argc, char *argv[])
{
  g_autoptr (MwApplication) application = NULL;

#ifdef __GLIBC__
  /* One heap, given back early: reading a catalogue leaves 4 MB that would otherwise stay. */
  mallopt (M_ARENA_MAX, 1);
  mallopt (M_TRIM_THRESHOLD, 64 * 1024);
#endif

  /* GTK decides once whether to translate, so the language comes first. */
  mw_language_switch_init ();
  application = mw_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
