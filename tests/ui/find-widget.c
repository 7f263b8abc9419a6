/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "find-widget.h"

typedef gboolean (*MatchFunc) (GtkWidget *widget, GType type, const char *text);

static GtkWidget *
find (GtkWidget *root, MatchFunc match, GType type, const char *text)
{
  if (match (root, type, text))
    return root;

  for (GtkWidget *c = gtk_widget_get_first_child (root); c; c = gtk_widget_get_next_sibling (c))
    {
      GtkWidget *found = find (c, match, type, text);

      if (found)
        return found;
    }

  return NULL;
}

static gboolean
match_type (GtkWidget *widget, GType type, const char *text)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), type);
}

static gboolean
match_accessible_label (GtkWidget *widget, GType type, const char *text)
{
  g_autofree char *mismatch = NULL;

  if (!match_type (widget, type, text))
    return FALSE;

  mismatch = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text);

  return mismatch == NULL;
}

static gboolean
match_label (GtkWidget *widget, GType type, const char *text)
{
  g_auto (GStrv) lines = NULL;

  if (!GTK_IS_LABEL (widget) || !gtk_widget_get_visible (widget))
    return FALSE;

  lines = g_strsplit (gtk_label_get_text (GTK_LABEL (widget)), "\n", -1);

  return g_strv_contains ((const char *const *) lines, text);
}

GtkWidget *
find_widget (GtkWidget *root, GType type)
{
  return find (root, match_type, type, NULL);
}

GtkWidget *
find_by_label (GtkWidget *root, GType type, const char *label)
{
  return find (root, match_accessible_label, type, label);
}

GtkWidget *
find_label (GtkWidget *root, const char *text)
{
  return find (root, match_label, GTK_TYPE_LABEL, text);
}

/* Under a sanitizer everything may take longer: as long as there is work to do, and a while after it. */
#ifdef __SANITIZE_ADDRESS__
#define PATIENCE 4
#else
#define PATIENCE 1
#endif
#define QUIET (350 * 1000)

void
run_for (guint milliseconds)
{
  gint64 start = g_get_monotonic_time ();
  gint64 end = start + milliseconds * 1000;
  gint64 last = start + milliseconds * PATIENCE * 1000;
  gint64 now = start;
  gint64 busy = start;

  while (now < end || (now < last && now - busy < QUIET))
    {
      if (g_main_context_iteration (NULL, FALSE))
        busy = now;
      g_usleep (500);
      now = g_get_monotonic_time ();
    }
}

GtkWidget *
wait_for_label (GtkWidget *root, const char *text)
{
  for (guint i = 0; i < 400; i++)
    {
      GtkWidget *label = find_label (root, text);

      if (label && gtk_widget_get_mapped (label))
        return label;
      run_for (50);
    }
  g_error ("“%s” is not on the screen", text);
}

static void
press_space (GtkWidget *widget, const char *signal)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean is_taken;

      /* The calendar's own does what gtk_calendar_select_day() did already. */
      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller)
          || gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      if (g_str_equal (signal, "key-pressed"))
        g_signal_emit_by_name (controller, signal, GDK_KEY_space, 0, 0, &is_taken);
      else
        g_signal_emit_by_name (controller, signal, GDK_KEY_space, 0, 0);
    }
}

void
choose_day (GtkWidget *root, GDateTime *day)
{
  GtkWidget *calendar = find_widget (root, GTK_TYPE_CALENDAR);

  press_space (calendar, "key-pressed");
  gtk_calendar_select_day (GTK_CALENDAR (calendar), day);
  press_space (calendar, "key-released");
}
