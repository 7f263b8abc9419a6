/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-meeting-decision.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "mw-meeting-words.h"

/* How many of the actions stand under the entries; the others are on the pages that follow. */
#define N_SHOWN_ACTIONS 3

struct _MwMeetingDecision
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkTextView *text_view;
  GtkTextBuffer *buffer; /* of the text view */
  GtkEntry *what_entry;
  GtkEntry *who_entry;
  GtkEntry *when_entry;
  GtkLabel *hint_label;
  GtkLabel *actions_label;

  GPtrArray *actions; /* of MwAction: agreed on in this meeting */
  GPtrArray *earlier; /* of char *: those that the room may see */
  gboolean changed;
  gboolean setting;
};

enum
{
  DECISION,
  ACTION,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwMeetingDecision, mw_meeting_decision, GTK_TYPE_WIDGET)

static void
action_free (gpointer data)
{
  MwAction *action = data;

  g_free (action->text);
  g_free (action->who);
  g_free (action);
}

static guint32
get_today (void)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_time_t (&today, time (NULL));
  return g_date_get_julian (&today);
}

gboolean
mw_meeting_decision_read_day (const char *text, guint32 today, guint32 *day)
{
  guint d, m;
  guint y = 0;
  int length = 0;
  int n = sscanf (text, " %2u%*1[-/. ]%2u%n%*1[-/. ]%4u%n", &d, &m, &length, &y, &length);
  GDate date;

  *day = 0;
  if (text[strspn (text, " ")] == '\0')
    return TRUE;
  if (n < 2 || text[length + (int) strspn (text + length, " ")] != '\0')
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, today);
  if (n == 2)
    y = g_date_get_year (&date);
  else if (y < 100)
    y += 2000;
  if (!g_date_valid_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) y))
    return FALSE;
  g_date_set_dmy (&date, (GDateDay) d, (GDateMonth) m, (GDateYear) y);
  if (n == 2 && g_date_get_julian (&date) < today)
    {
      if (!g_date_valid_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) (y + 1)))
        return FALSE;
      g_date_set_dmy (&date, (GDateDay) d, (GDateMonth) m, (GDateYear) (y + 1));
    }
  *day = g_date_get_julian (&date);
  return TRUE;
}

/* Returns: (transfer full): the actions from number @first on */
static char *
dup_actions (MwMeetingDecision *self, guint first)
{
  GString *lines = g_string_new (NULL);

  for (guint i = first; i < self->earlier->len + self->actions->len; i++)
    {
      g_autofree char *words = i < self->earlier->len
                                 ? g_strdup (g_ptr_array_index (self->earlier, i))
                                 : mw_meeting_words_dup_action (g_ptr_array_index (self->actions, i - self->earlier->len));

      g_string_append_printf (lines, "%s– %s", lines->len > 0 ? "\n" : "", words);
    }

  return g_string_free (lines, FALSE);
}

/* The last ones, since those were spoken of last. */
static void
show_actions (MwMeetingDecision *self)
{
  guint n = self->earlier->len + self->actions->len;
  g_autofree char *words = dup_actions (self, n > N_SHOWN_ACTIONS ? n - N_SHOWN_ACTIONS : 0);

  gtk_label_set_label (self->actions_label, words);
}

static void
add_action (MwMeetingDecision *self, guint32 day)
{
  MwAction *action = g_new0 (MwAction, 1);

  action->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->what_entry)));
  action->who = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->who_entry)));
  action->day = day;
  g_ptr_array_add (self->actions, action);
  gtk_editable_set_text (GTK_EDITABLE (self->what_entry), "");
  gtk_editable_set_text (GTK_EDITABLE (self->who_entry), "");
  gtk_editable_set_text (GTK_EDITABLE (self->when_entry), "");
  show_actions (self);
  g_signal_emit (self, signals[ACTION], 0, action);
}

/* Enter goes from one entry to the next, and from the last back to the first. */
static void
on_activate (MwMeetingDecision *self, GtkEntry *entry)
{
  gboolean empty = *gtk_editable_get_text (GTK_EDITABLE (self->what_entry)) == '\0';
  guint32 day;

  gtk_label_set_label (self->hint_label, "");
  if (entry == self->what_entry && !empty)
    gtk_widget_grab_focus (GTK_WIDGET (self->who_entry));
  else if (entry == self->who_entry)
    gtk_widget_grab_focus (GTK_WIDGET (self->when_entry));
  else if (!mw_meeting_decision_read_day (gtk_editable_get_text (GTK_EDITABLE (self->when_entry)), get_today (), &day))
    gtk_label_set_label (self->hint_label, _ ("Write the day as 3-12, or leave it empty."));
  else
    {
      if (!empty)
        add_action (self, day);
      gtk_widget_grab_focus (GTK_WIDGET (self->what_entry));
    }
}

static void
on_text_changed (MwMeetingDecision *self)
{
  g_autofree char *text = NULL;

  if (self->setting)
    return;

  self->changed = TRUE;
  text = mw_meeting_decision_dup_text (self);
  gtk_text_view_scroll_mark_onscreen (self->text_view, gtk_text_buffer_get_insert (self->buffer));
  g_signal_emit (self, signals[DECISION], 0, text);
}

/* What a client said does not leave by the clipboard of a computer that others look at. */
static void
on_copy (GtkTextView *text_view)
{
  g_signal_stop_emission_by_name (text_view, "copy-clipboard");
}

static void
mw_meeting_decision_dispose (GObject *object)
{
  MwMeetingDecision *self = MW_MEETING_DECISION (object);
  GtkWidget *child;

  if (self->buffer)
    g_signal_handlers_disconnect_by_data (self->buffer, self);
  g_clear_object (&self->buffer);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_meeting_decision_parent_class)->dispose (object);
}

static void
mw_meeting_decision_finalize (GObject *object)
{
  MwMeetingDecision *self = MW_MEETING_DECISION (object);

  g_ptr_array_unref (self->actions);
  g_ptr_array_unref (self->earlier);

  G_OBJECT_CLASS (mw_meeting_decision_parent_class)->finalize (object);
}

static void
mw_meeting_decision_class_init (MwMeetingDecisionClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_meeting_decision_dispose;
  G_OBJECT_CLASS (class)->finalize = mw_meeting_decision_finalize;
  gtk_widget_class_set_css_name (widget_class, "meetingdecision");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-meeting-decision.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, MwMeetingDecision, stack);
  gtk_widget_class_bind_template_child (widget_class, MwMeetingDecision, text_view);
  gtk_widget_class_bind_template_child (widget_class, MwMeetingDecision, what_entry);
  gtk_widget_class_bind_template_child (widget_class, MwMeetingDecision, who_entry);
  gtk_widget_class_bind_template_child (widget_class, MwMeetingDecision, when_entry);
  gtk_widget_class_bind_template_child (widget_class, MwMeetingDecision, hint_label);
  gtk_widget_class_bind_template_child (widget_class, MwMeetingDecision, actions_label);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  signals[DECISION] = g_signal_new ("decision", MW_TYPE_MEETING_DECISION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                    G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[ACTION] = g_signal_new ("action", MW_TYPE_MEETING_DECISION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_POINTER);
}

static void
mw_meeting_decision_init (MwMeetingDecision *self)
{
  self->actions = g_ptr_array_new_with_free_func (action_free);
  self->earlier = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->buffer = g_object_ref (gtk_text_view_get_buffer (self->text_view));
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (on_text_changed), self);
}

void
mw_meeting_decision_set_view (MwMeetingDecision *self, const MwRoomView *view)
{
  const char *before = view->texts[MW_ROOM_DECISION];

  if (!self->changed)
    {
      self->setting = TRUE;
      gtk_text_buffer_set_text (self->buffer, before, -1);
      self->setting = FALSE;
    }
  /* Those of this meeting are the last of the case's by now. */
  g_ptr_array_set_size (self->earlier, 0);
  for (guint a = 0; a + self->actions->len < view->actions->len; a++)
    g_ptr_array_add (self->earlier, mw_meeting_words_dup_action (g_ptr_array_index (view->actions, a)));
  show_actions (self);
}

void
mw_meeting_decision_show_part (MwMeetingDecision *self, MwDecisionPart part)
{
  gtk_stack_set_visible_child_name (self->stack, part == MW_DECISION_TEXT ? "text" : "actions");
}

void
mw_meeting_decision_type (MwMeetingDecision *self, gboolean type)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean text = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "text");

  if (type)
    gtk_widget_grab_focus (text ? GTK_WIDGET (self->text_view) : GTK_WIDGET (self->what_entry));
  else if (root && mw_meeting_decision_is_typing (self))
    gtk_root_set_focus (root, NULL);
}

gboolean
mw_meeting_decision_is_typing (MwMeetingDecision *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

void
mw_meeting_decision_add_pending (MwMeetingDecision *self)
{
  guint32 day = 0;

  if (*gtk_editable_get_text (GTK_EDITABLE (self->what_entry)) == '\0')
    return;

  mw_meeting_decision_read_day (gtk_editable_get_text (GTK_EDITABLE (self->when_entry)), get_today (), &day);
  add_action (self, day);
}

char *
mw_meeting_decision_dup_text (MwMeetingDecision *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

gboolean
mw_meeting_decision_is_changed (MwMeetingDecision *self)
{
  return self->changed;
}

char *
mw_meeting_decision_dup_rest (MwMeetingDecision *self, MwDecisionPart part)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->text_view));

  if (part == MW_DECISION_ACTIONS)
    return self->earlier->len + self->actions->len > N_SHOWN_ACTIONS ? dup_actions (self, 0) : g_strdup ("");

  return gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment) + 1 ? mw_meeting_decision_dup_text (self)
                                                                                               : g_strdup ("");
}

GPtrArray *
mw_meeting_decision_get_actions (MwMeetingDecision *self)
{
  return self->actions;
}
