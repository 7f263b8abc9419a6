/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-window-comparison.h"

#include "mw-panes.h"

static MwPanes *
get_panes (MwBrowserPane *browser)
{
  return MW_PANES (gtk_widget_get_ancestor (gtk_widget_get_parent (GTK_WIDGET (browser)), MW_TYPE_PANES));
}

static void
reveal (MwBrowserPane *browser)
{
  MwPanes *panes = get_panes (browser);

  mw_panes_set_wanted (panes, GTK_WIDGET (browser), TRUE);
  if (!mw_panes_is_shown (panes, GTK_WIDGET (browser)))
    mw_panes_set_current (panes, GTK_WIDGET (browser));
}

static void
on_compare (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  mw_browser_pane_compare (data);
}

static void
on_show_comparison (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MwComparer *comparer = mw_browser_pane_get_comparer (data);

  reveal (data);
  if (mw_comparer_is_shown (comparer))
    mw_browser_pane_go_back (data);
  else
    mw_comparer_show (comparer, TRUE);
}

/* Columns that would be too narrow beside the other panes get the window to themselves. */
static void
on_comparer_changed (MwBrowserPane *browser, MwComparer *comparer)
{
  MwPanes *panes = get_panes (browser);
  guint characters = mw_comparer_get_characters (comparer);

  mw_panes_set_room (panes, GTK_WIDGET (browser), characters);
  if (characters > 0)
    mw_panes_set_current (panes, GTK_WIDGET (browser));
}

static void
on_case_changed (MwBrowserPane *browser, MwCasesPane *cases)
{
  MwProfileSet profiles;
  g_autofree char *wishes = mw_cases_pane_dup_wishes (cases, &profiles);

  mw_comparer_set_case (mw_browser_pane_get_comparer (browser), profiles, wishes);
}

void
mw_window_comparison_connect (GtkApplicationWindow *window, MwBrowserPane *browser, MwCasesPane *cases)
{
  static const GActionEntry actions[] = {
    { "compare", on_compare, NULL, NULL, NULL },
    { "show-comparison", on_show_comparison, NULL, NULL, NULL },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), browser);
  g_signal_connect_object (mw_browser_pane_get_comparer (browser), "changed", G_CALLBACK (on_comparer_changed), browser,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (cases, "changed", G_CALLBACK (on_case_changed), browser, G_CONNECT_SWAPPED);
  g_signal_connect_object (cases, "written", G_CALLBACK (on_case_changed), browser, G_CONNECT_SWAPPED);
}
