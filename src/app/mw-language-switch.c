/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-language-switch.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "mw-settings.h"
#include "mw-words.h"

/* What the environment asked for before we changed it. */
static char *system_languages;

/* The system's first language that we speak. A system that names none at all is taken for a Dutch one, since that is
 * where our users are; one that speaks something else gets English. */
static const char *
get_system_language (void)
{
  g_auto (GStrv) languages = g_strsplit (system_languages, ":", -1);
  gboolean named = FALSE;

  for (guint i = 0; languages[i]; i++)
    {
      if (g_str_has_prefix (languages[i], "nl"))
        return "nl";
      if (g_str_has_prefix (languages[i], "en"))
        return "en";
      named = named || !(g_str_equal (languages[i], "C") || g_str_has_prefix (languages[i], "C.")
                         || g_str_equal (languages[i], "POSIX"));
    }

  return named ? "en" : "nl";
}

/* Under plain C gettext does not look at LANGUAGE. */
static void
set_locale (void)
{
  const char *locale = setlocale (LC_ALL, "");

  if (!locale || strcmp (setlocale (LC_MESSAGES, NULL), "C") == 0)
    setlocale (LC_ALL, "C.UTF-8");
  gtk_disable_setlocale ();
}

void
mw_language_switch_init (void)
{
  g_autoptr (GSettings) settings = mw_settings_new ();
  g_autofree char *choice = g_settings_get_string (settings, "language");

  if (!system_languages)
    system_languages = g_strjoinv (":", (char **) g_get_language_names ());
  set_locale ();
  bindtextdomain (GETTEXT_PACKAGE, MW_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  mw_language_switch_set (choice);

  /* GLib too decides once whether to translate: let it do so while there is a catalogue. */
  g_dgettext (GETTEXT_PACKAGE, "Interventions");
}

void
mw_language_switch_set (const char *choice)
{
  MwLanguage language = MW_LANGUAGE_EN;

  mw_language_from_id (g_str_equal (choice, "system") ? get_system_language () : choice, &language);
  mw_words_set_language (language);
}
