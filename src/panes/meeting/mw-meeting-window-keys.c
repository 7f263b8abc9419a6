/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-meeting-window-private.h"

static MwMeetingDecision *
get_decision (MwMeetingWindow *self)
{
  return mw_meeting_pages_get_decision (self->pages);
}

static void
go (MwMeetingWindow *self, MwPhase phase, guint page)
{
  mw_meeting_window_stop_typing (self);
  if (phase != self->phase && self->clock.since)
    mw_meeting_clock_enter (&self->clock, phase, mw_meeting_window_get_now (self));
  self->clock.phase = phase;
  self->phase = phase;
  self->page = page;
  mw_meeting_window_show (self);
}

static void
go_on (MwMeetingWindow *self)
{
  if (mw_meeting_pages_has (self->pages, self->phase, self->page + 1))
    go (self, self->phase, self->page + 1);
  else if (self->phase + 1 < MW_N_PHASES)
    go (self, self->phase + 1, 0);
}

static void
go_back (MwMeetingWindow *self)
{
  if (self->page > 0)
    go (self, self->phase, self->page - 1);
  else if (self->phase > 0)
    go (self, self->phase - 1, 0);
}

/* Only a meeting that has not come to its end is asked about. */
static void
on_escape (MwMeetingWindow *self)
{
  if (mw_meeting_window_is_blank (self))
    mw_meeting_window_set_blank (self, FALSE);
  else if (mw_meeting_decision_is_typing (get_decision (self)))
    mw_meeting_window_stop_typing (self);
  else if (self->phase + 1 < MW_N_PHASES && !self->asked)
    {
      self->asked = TRUE;
      mw_meeting_window_show_footer (self);
      return;
    }
  else
    {
      mw_meeting_window_end (self);
      return;
    }
  mw_meeting_window_show_footer (self);
}

static gboolean
move_frame (MwMeetingWindow *self, guint key)
{
  int columns = key == GDK_KEY_Right ? 1 : key == GDK_KEY_Left ? -1 : 0;
  int rows = key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1 : 0;

  if ((!columns && !rows) || !mw_meeting_pages_is_matrix (self->phase, self->page))
    return FALSE;

  mw_meeting_matrix_move (mw_meeting_pages_get_matrix (self->pages), columns, rows);
  return TRUE;
}

/* Keys that are text where it is typed. */
static gboolean
press_letter (MwMeetingWindow *self, guint key)
{
  if (key == GDK_KEY_b || key == GDK_KEY_B || key == GDK_KEY_period)
    mw_meeting_window_set_blank (self, !mw_meeting_window_is_blank (self));
  else if (key >= GDK_KEY_1 && key < GDK_KEY_1 + MW_N_PHASES)
    go (self, key - GDK_KEY_1, 0);
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && mw_meeting_pages_is_typed (self->phase, self->page))
    mw_meeting_decision_type (get_decision (self), TRUE);
  else if (!move_frame (self, key))
    return FALSE;

  mw_meeting_window_show_footer (self);
  return TRUE;
}

gboolean
mw_meeting_window_press (MwMeetingWindow *self, guint key, GdkModifierType state)
{
  gboolean typing = mw_meeting_decision_is_typing (get_decision (self));
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  gboolean asked = self->asked;

  if (!mw_meeting_pages_get_view (self->pages) || (state & GDK_ALT_MASK))
    return FALSE;
  if (control)
    {
      if (key == GDK_KEY_b || key == GDK_KEY_B)
        mw_meeting_window_set_blank (self, !mw_meeting_window_is_blank (self));
      return key == GDK_KEY_b || key == GDK_KEY_B;
    }

  if (key == GDK_KEY_Escape)
    {
      on_escape (self);
      return TRUE;
    }
  self->asked = FALSE;
  if (key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down || key == GDK_KEY_Page_Up || key == GDK_KEY_KP_Page_Up)
    {
      if (mw_meeting_window_is_blank (self))
        mw_meeting_window_set_blank (self, FALSE);
      else if (key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down)
        go_on (self);
      else
        go_back (self);
      return TRUE;
    }
  if (asked)
    mw_meeting_window_show_footer (self);

  return !typing && press_letter (self, key);
}
