/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-meeting-recorder.h"

#include "mw-case-words.h"

/* How long after a key the adviser's own window is shown what was typed on the wall, in milliseconds. */
#define ECHO 400

struct _MwMeetingRecorder
{
  GObject parent_instance;

  MwCasesPane *pane; /* unowned */
  MwCaseSaver *saver;
  char *before; /* (nullable): a decision that the room does not see, to which it adds */
  guint echo_id;
};

G_DEFINE_FINAL_TYPE (MwMeetingRecorder, mw_meeting_recorder, G_TYPE_OBJECT)

static MwCase *
get_case (MwMeetingRecorder *self)
{
  return mw_case_saver_get_case (self->saver);
}

/* The pane may have another case by now. */
static gboolean
is_open (MwMeetingRecorder *self)
{
  return self->saver == mw_cases_pane_get_saver (self->pane);
}

static void
show_decision (MwMeetingRecorder *self)
{
  if (is_open (self))
    mw_cases_pane_update_decision (self->pane);
}

static void
show_note (MwMeetingRecorder *self)
{
  if (is_open (self))
    mw_cases_pane_update_notes (self->pane);
}

static gboolean
on_echo (gpointer data)
{
  MwMeetingRecorder *self = data;

  self->echo_id = 0;
  show_decision (self);
  return G_SOURCE_REMOVE;
}

static void
touch (MwMeetingRecorder *self)
{
  mw_case_saver_touch (self->saver);
  if (!self->echo_id)
    self->echo_id = g_timeout_add (ECHO, on_echo, self);
}

static void
mw_meeting_recorder_finalize (GObject *object)
{
  MwMeetingRecorder *self = MW_MEETING_RECORDER (object);

  mw_meeting_recorder_stop (self);
  g_object_unref (self->saver);
  g_free (self->before);

  G_OBJECT_CLASS (mw_meeting_recorder_parent_class)->finalize (object);
}

static void
mw_meeting_recorder_class_init (MwMeetingRecorderClass *class)
{
  G_OBJECT_CLASS (class)->finalize = mw_meeting_recorder_finalize;
}

static void
mw_meeting_recorder_init (MwMeetingRecorder *self)
{
}

MwMeetingRecorder *
mw_meeting_recorder_new (MwCasesPane *pane, MwCaseSaver *saver)
{
  MwMeetingRecorder *self = g_object_new (MW_TYPE_MEETING_RECORDER, NULL);

  self->pane = pane;
  self->saver = g_object_ref (saver);
  return self;
}

void
mw_meeting_recorder_keep_decision (MwMeetingRecorder *self)
{
  const char *decision = get_case (self)->choice.decision;

  g_free (self->before);
  self->before = *decision ? g_strdup (decision) : NULL;
}

void
mw_meeting_recorder_decide (MwMeetingRecorder *self, const char *text)
{
  g_autofree char *both = self->before ? g_strdup_printf ("%s\n%s", self->before, text) : NULL;

  mw_case_set_text (&get_case (self)->choice.decision, both ? both : text);
  touch (self);
}

void
mw_meeting_recorder_add_action (MwMeetingRecorder *self, const MwAction *action)
{
  mw_choice_add_action (&get_case (self)->choice, action->text, action->who, action->day);
  touch (self);
}

void
mw_meeting_recorder_end (MwMeetingRecorder *self, const char *record)
{
  if (record)
    {
      mw_case_add_note (get_case (self), MW_NOTE_MEETING, mw_case_words_get_today (), record);
      mw_case_saver_touch (self->saver);
      show_note (self);
    }
  mw_meeting_recorder_catch_up (self);
  mw_case_saver_flush (self->saver);
}

void
mw_meeting_recorder_catch_up (MwMeetingRecorder *self)
{
  if (!self->echo_id)
    return;

  mw_meeting_recorder_stop (self);
  show_decision (self);
}

void
mw_meeting_recorder_stop (MwMeetingRecorder *self)
{
  g_clear_handle_id (&self->echo_id, g_source_remove);
}
