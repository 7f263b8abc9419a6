/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-meeting-preview.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-meeting-words.h"
#include "mw-words.h"

struct _MwMeetingPreview
{
  AdwWindow parent_instance;

  GtkBox *box;
  AdwActionRow *case_row;
  AdwActionRow *place_row;
  AdwActionRow *options_row;
  GtkWidget *times_group;
  GtkLabel *screen_label;
  GtkLabel *interrupted_label;
  GtkButton *begin_button;

  AdwActionRow *rows[MW_N_ROOM_FIELDS];
  GtkSwitch *switches[MW_N_ROOM_FIELDS];
  GtkSpinButton *spins[MW_N_PHASES];
  gboolean setting;
};

enum
{
  ALLOW,
  BEGIN,
  CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwMeetingPreview, mw_meeting_preview, ADW_TYPE_WINDOW)

/* Under which phase a field is seen. */
static MwPhase
get_phase (MwRoomField field)
{
  switch (field)
    {
    case MW_ROOM_LABEL:
    case MW_ROOM_AGE:
    case MW_ROOM_QUESTION:
    case MW_ROOM_WISHES:
      return MW_PHASE_CASE;
    case MW_ROOM_TYPING_REASON:
      return MW_PHASE_ORDERING;
    case MW_ROOM_OWN_OPTIONS:
    case MW_ROOM_APPRAISALS:
    case MW_ROOM_REASONS:
    case MW_ROOM_REFERRALS:
      return MW_PHASE_OPTIONS;
    case MW_ROOM_CLIENT_WORDS:
    case MW_ROOM_DECISION:
    case MW_ROOM_AGREED:
    case MW_ROOM_UNAVAILABLE:
    case MW_ROOM_ACTIONS:
    case MW_ROOM_EVALUATION:
      return MW_PHASE_DECISION;
    case MW_ROOM_DOMAINS:
    case MW_ROOM_KNOWN:
    case MW_ROOM_SCORES:
    case MW_N_ROOM_FIELDS:
    default:
      return MW_PHASE_QUESTIONS;
    }
}

static void
on_switched (GtkSwitch *control, GParamSpec *property, MwMeetingPreview *self)
{
  if (self->setting)
    return;

  for (guint f = 0; f < MW_N_ROOM_FIELDS; f++)
    if (self->switches[f] == control)
      g_signal_emit (self, signals[ALLOW], 0, f, gtk_switch_get_active (control));
}

static AdwActionRow *
new_row (const char *title)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (row, 0);
  adw_action_row_set_subtitle_lines (row, 0);
  return row;
}

static void
append_field (MwMeetingPreview *self, AdwPreferencesGroup *group, MwRoomField field)
{
  const char *title = mw_meeting_words_get_field (field);
  AdwActionRow *row = new_row (title);
  GtkWidget *control = gtk_switch_new ();

  self->rows[field] = row;
  self->switches[field] = GTK_SWITCH (control);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (row, control);
  adw_action_row_set_activatable_widget (row, control);
  mw_accessible_set_name (control, title);
  g_signal_connect (control, "notify::active", G_CALLBACK (on_switched), self);
  adw_preferences_group_add (group, GTK_WIDGET (row));
}

static void
append_fields (MwMeetingPreview *self)
{
  for (guint p = 0; p < MW_N_PHASES; p++)
    {
      AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      g_autofree char *title = g_strdup_printf ("%u. %s", p + 1, mw_meeting_words_get_phase (p));

      adw_preferences_group_set_title (group, title);
      for (guint f = 0; f < MW_N_ROOM_FIELDS; f++)
        if (get_phase (f) == p)
          append_field (self, group, f);
      gtk_box_insert_child_after (self->box, GTK_WIDGET (group), gtk_widget_get_prev_sibling (self->times_group));
    }
}

static void
append_times (MwMeetingPreview *self)
{
  for (guint p = 0; p < MW_N_PHASES; p++)
    {
      const char *title = mw_meeting_words_get_phase (p);
      AdwActionRow *row = new_row (title);
      GtkWidget *spin = gtk_spin_button_new_with_range (1, MW_PHASE_MOST_MINUTES, 1);

      self->spins[p] = GTK_SPIN_BUTTON (spin);
      gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      adw_action_row_add_suffix (row, spin);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->times_group), GTK_WIDGET (row));
    }
}

/* The times of the incident method. */
static void
on_preset (MwMeetingPreview *self)
{
  static const guint minutes[MW_N_PHASES] = { 10, 15, 10, 10, 10 };

  mw_meeting_preview_set_minutes (self, minutes);
}

static void
on_begin (MwMeetingPreview *self)
{
  g_signal_emit (self, signals[BEGIN], 0);
}

static void
on_cancel (MwMeetingPreview *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

static gboolean
mw_meeting_preview_close_request (GtkWindow *window)
{
  on_cancel (MW_MEETING_PREVIEW (window));
  return TRUE;
}

static void
mw_meeting_preview_class_init (MwMeetingPreviewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  GTK_WINDOW_CLASS (class)->close_request = mw_meeting_preview_close_request;
  signals[ALLOW] = g_signal_new ("allow", MW_TYPE_MEETING_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_UINT, G_TYPE_BOOLEAN);
  signals[BEGIN]
    = g_signal_new ("begin", MW_TYPE_MEETING_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CANCELLED]
    = g_signal_new ("cancelled", MW_TYPE_MEETING_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Escape, 0, "cancelled", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-meeting-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, MwMeetingPreview, box);
  gtk_widget_class_bind_template_child (widget_class, MwMeetingPreview, case_row);
  gtk_widget_class_bind_template_child (widget_class, MwMeetingPreview, place_row);
  gtk_widget_class_bind_template_child (widget_class, MwMeetingPreview, options_row);
  gtk_widget_class_bind_template_child (widget_class, MwMeetingPreview, times_group);
  gtk_widget_class_bind_template_child (widget_class, MwMeetingPreview, screen_label);
  gtk_widget_class_bind_template_child (widget_class, MwMeetingPreview, interrupted_label);
  gtk_widget_class_bind_template_child (widget_class, MwMeetingPreview, begin_button);
  gtk_widget_class_bind_template_callback (widget_class, on_preset);
  gtk_widget_class_bind_template_callback (widget_class, on_begin);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
mw_meeting_preview_init (MwMeetingPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  append_fields (self);
  append_times (self);
  on_preset (self);
  mw_accessible_name_buttons (GTK_WIDGET (self));
}

MwMeetingPreview *
mw_meeting_preview_new (GtkWindow *parent)
{
  return g_object_new (MW_TYPE_MEETING_PREVIEW, "transient-for", parent, "modal", TRUE, NULL);
}

static void
show_always (MwMeetingPreview *self, const MwRoomView *view)
{
  g_autofree char *name = mw_meeting_words_dup_case (view);
  MwProfileSet profiles = 0;
  g_autofree char *place = NULL;
  GString *options = g_string_new (NULL);

  if (view->assessed)
    {
      MwAssessment assessment;

      mw_assessment_evaluate (&view->answers, &assessment);
      profiles = assessment.candidates == MW_PROFILE_SET_ALL ? 0 : assessment.candidates;
    }
  place = profiles ? mw_words_dup_profiles (profiles) : g_strdup (_ ("Not placed yet"));
  for (guint i = 0; i < view->options->len; i++)
    {
      const MwRoomOption *option = g_ptr_array_index (view->options, i);
      g_autofree char *words = mw_meeting_words_dup_option (option);

      g_string_append_printf (options, "%s%s: %s", i > 0 ? "\n" : "", words, mw_meeting_words_get_verdict (option->verdict));
    }
  adw_action_row_set_subtitle (self->case_row, name);
  adw_action_row_set_subtitle (self->place_row, place);
  adw_action_row_set_subtitle (self->options_row, options->len > 0 ? options->str : _ ("None yet"));
  g_string_free (options, TRUE);
}

void
mw_meeting_preview_set_view (MwMeetingPreview *self, const MwRoomView *view)
{
  self->setting = TRUE;
  show_always (self, view);
  for (guint f = 0; f < MW_N_ROOM_FIELDS; f++)
    {
      gboolean allowed = mw_room_view_allows (view, f);
      gboolean filled = (view->filled & MW_ROOM_BIT (f)) != 0;
      g_autofree char *text = mw_meeting_words_dup_field (view, f);

      if (!allowed || !filled)
        {
          g_free (text);
          text = g_strdup (!filled ? _ ("Nothing written") : _ ("The room does not see it"));
        }
      adw_action_row_set_subtitle (self->rows[f], text);
      gtk_switch_set_active (self->switches[f], allowed);
    }
  self->setting = FALSE;
}

void
mw_meeting_preview_set_minutes (MwMeetingPreview *self, const guint *minutes)
{
  for (guint p = 0; p < MW_N_PHASES; p++)
    gtk_spin_button_set_value (self->spins[p], minutes[p]);
}

void
mw_meeting_preview_get_minutes (MwMeetingPreview *self, guint *minutes)
{
  for (guint p = 0; p < MW_N_PHASES; p++)
    minutes[p] = (guint) gtk_spin_button_get_value_as_int (self->spins[p]);
}

void
mw_meeting_preview_set_screen (MwMeetingPreview *self, gboolean has_second, const char *second)
{
  g_autofree char *words = NULL;

  if (!has_second)
    words = g_strdup (_ ("There is one screen: the meeting fills it, and your own window waits behind it."));
  else if (second && *second)
    words = g_strdup_printf (_ ("The meeting fills the second screen (%s); your own window stays where it is."), second);
  else
    words = g_strdup (_ ("The meeting fills the second screen; your own window stays where it is."));
  gtk_label_set_label (self->screen_label, words);
}

void
mw_meeting_preview_set_interrupted (MwMeetingPreview *self, gboolean interrupted)
{
  gtk_widget_set_visible (GTK_WIDGET (self->interrupted_label), interrupted);
  gtk_button_set_label (self->begin_button, interrupted ? _ ("_Go On") : _ ("_Begin"));
  mw_accessible_name_buttons (GTK_WIDGET (self->begin_button));
}
