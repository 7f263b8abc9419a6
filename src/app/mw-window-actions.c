/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-window-private.h"

static void
set_state (MwWindow *self, const char *action, GVariant *state)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self), action);

  g_simple_action_set_state (G_SIMPLE_ACTION (found), state);
}

void
mw_window_set_enabled (MwWindow *self, const char *action, gboolean enabled)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self), action);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (found), enabled);
}

/* The panes with the actions and the settings that go with them. */
static const char *const pane_names[] = { "show-wizard", "show-browser", "show-cases" };
#define N_PANES G_N_ELEMENTS (pane_names)

GtkWidget *
mw_window_get_pane (MwWindow *self, guint number)
{
  GtkWidget *all[N_PANES] = { GTK_WIDGET (self->wizard), GTK_WIDGET (self->browser), GTK_WIDGET (self->cases_pane) };

  return all[number];
}

void
mw_window_on_shown_changed (MwWindow *self)
{
  for (guint p = 0; p < N_PANES; p++)
    set_state (self, pane_names[p], g_variant_new_boolean (mw_panes_is_shown (self->panes, mw_window_get_pane (self, p))));
}

static void
save_panes (MwWindow *self)
{
  for (guint p = 0; p < N_PANES; p++)
    g_settings_set_boolean (self->settings, pane_names[p], mw_panes_get_wanted (self->panes, mw_window_get_pane (self, p)));
}

static void
show_pane (MwWindow *self, GtkWidget *pane)
{
  mw_panes_set_wanted (self->panes, pane, TRUE);
  mw_panes_set_current (self->panes, pane);
  gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

void
mw_window_ensure_pane (MwWindow *self, GtkWidget *pane)
{
  if (!mw_panes_is_shown (self->panes, pane))
    show_pane (self, pane);
}

/* Where there is room for one pane only, hiding it means to see the next. */
static void
on_show_pane (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MwWindow *self = data;
  guint p = 0;

  while (!g_str_equal (pane_names[p], g_action_get_name (G_ACTION (action))))
    p++;
  if (!mw_panes_is_shown (self->panes, mw_window_get_pane (self, p)))
    show_pane (self, mw_window_get_pane (self, p));
  else if (mw_panes_get_n_shown (self->panes) > 1)
    mw_panes_set_wanted (self->panes, mw_window_get_pane (self, p), FALSE);
  else
    show_pane (self, mw_window_get_pane (self, (p + 1) % N_PANES));
  save_panes (self);
}

static void
on_show_filters (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MwWindow *self = data;
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (action));
  gboolean show = !g_variant_get_boolean (state);

  if (show)
    mw_window_ensure_pane (self, GTK_WIDGET (self->browser));
  g_simple_action_set_state (action, g_variant_new_boolean (show));
  mw_browser_pane_show_filters (self->browser, show);
  g_settings_set_boolean (self->settings, "show-filters", show);
}

static void
on_sort (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MwWindow *self = data;
  const char *order = g_variant_get_string (parameter, NULL);

  g_simple_action_set_state (action, parameter);
  mw_browser_pane_set_sort (self->browser, g_str_equal (order, "name") ? MW_SORT_NAME : MW_SORT_NUMBER);
  g_settings_set_string (self->settings, "sort", order);
}

static void
on_search (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MwWindow *self = data;

  mw_window_ensure_pane (self, GTK_WIDGET (self->browser));
  mw_browser_pane_focus_search (self->browser);
}

static void
on_clear_filters (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MwWindow *self = data;

  mw_browser_pane_set_text (self->browser, "");
  mw_browser_pane_clear_filters (self->browser);
}

static void
on_close_description (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  mw_browser_pane_go_back (MW_WINDOW (data)->browser);
}

static void
on_close_banner (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_revealer_set_reveal_child (MW_WINDOW (data)->banner, FALSE);
}

static void
on_consider (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  mw_browser_pane_consider (MW_WINDOW (data)->browser);
}

static void
on_reveal_browser (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  mw_window_ensure_pane (data, GTK_WIDGET (MW_WINDOW (data)->browser));
}

static void
on_reveal_cases (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  mw_window_ensure_pane (data, GTK_WIDGET (MW_WINDOW (data)->cases_pane));
}

static void
on_lock (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  mw_window_lock (MW_WINDOW (data));
}

static void
on_wizard_back (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  mw_wizard_pane_go_back (MW_WINDOW (data)->wizard);
}

static void
on_wizard_next (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  mw_wizard_pane_go_next (MW_WINDOW (data)->wizard);
}

static void
on_wizard_restart (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  mw_wizard_pane_restart (MW_WINDOW (data)->wizard);
}

static const GActionEntry actions[] = {
  { "show-wizard", on_show_pane, NULL, "true", NULL },
  { "show-browser", on_show_pane, NULL, "true", NULL },
  { "show-cases", on_show_pane, NULL, "true", NULL },
  { "show-filters", on_show_filters, NULL, "false", NULL },
  { "sort", on_sort, "s", "'number'", NULL },
  { "search", on_search, NULL, NULL, NULL },
  { "clear-filters", on_clear_filters, NULL, NULL, NULL },
  { "close-description", on_close_description, NULL, NULL, NULL },
  { "close-banner", on_close_banner, NULL, NULL, NULL },
  { "consider", on_consider, NULL, NULL, NULL },
  { "reveal-browser", on_reveal_browser, NULL, NULL, NULL },
  { "reveal-cases", on_reveal_cases, NULL, NULL, NULL },
  { "lock", on_lock, NULL, NULL, NULL },
  { "wizard-back", on_wizard_back, NULL, NULL, NULL },
  { "wizard-next", on_wizard_next, NULL, NULL, NULL },
  { "wizard-restart", on_wizard_restart, NULL, NULL, NULL },
};

void
mw_window_add_actions (MwWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
