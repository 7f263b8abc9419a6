/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-application-private.h"

#include <glib/gi18n.h>

#include "mw-preferences.h"
#include "mw-shortcuts.h"

static void
on_preferences (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MwApplication *self = data;
  GtkWindow *preferences = mw_preferences_new (GTK_WINDOW (self->window), self->settings);

  gtk_window_present (preferences);
}

static void
on_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  mw_shortcuts_present (GTK_WINDOW (MW_APPLICATION (data)->window));
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (
    GTK_WINDOW (MW_APPLICATION (data)->window), "application-name", "Maatwerk", "application-icon", MW_APPLICATION_ID,
    "version", MW_VERSION, "developer-name", _ ("The Maatwerk team"), "license-type", GTK_LICENSE_GPL_3_0, "comments",
    _ ("From “who is this client?” to “this is what fits, and this is why”. An aid to a professional’s judgement, "
       "not a diagnosis.\n\nThe typology is by Anja Machielse (2011). The interventions are those of “Maatwerk bij de "
       "aanpak van eenzaamheid” (BVWO and Zet, 2012), described in our own words; those texts may be shared under "
       "CC BY-SA 4.0."),
    NULL);
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MwApplication *self = data;

  /* Through the window, so that it keeps its size. */
  if (self->window)
    gtk_window_close (GTK_WINDOW (self->window));
}

static const GActionEntry actions[] = {
  { "preferences", on_preferences, NULL, NULL, NULL },
  { "shortcuts", on_shortcuts, NULL, NULL, NULL },
  { "about", on_about, NULL, NULL, NULL },
  { "quit", on_quit, NULL, NULL, NULL },
};

void
mw_application_add_actions (MwApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
