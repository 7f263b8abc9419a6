/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-application.h"
#include "mw-language-switch.h"

int
main (int argc, char *argv[])
{
  g_autoptr (MwApplication) application = NULL;

  /* GTK decides once whether to translate, so the language comes first. */
  mw_language_switch_init ();
  application = mw_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
