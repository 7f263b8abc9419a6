/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-room.h"

static void
option_free (gpointer data)
{
  MwRoomOption *option = data;

  g_free (option->id);
  g_free (option->number);
  g_free (option->name);
  g_free (option->reason);
  g_free (option->referred_to);
  for (guint s = 0; s < MW_N_KNOWLEDGES; s++)
    g_free (option->appraisals[s]);
  g_free (option);
}

static void
action_free (gpointer data)
{
  MwAction *action = data;

  g_free (action->text);
  g_free (action->who);
  g_free (action);
}

void
mw_room_view_free (MwRoomView *self)
{
  if (!self)
    return;

  for (guint f = 0; f < MW_N_ROOM_FIELDS; f++)
    g_free (self->texts[f]);
  g_free (self->instead);
  g_ptr_array_unref (self->options);
  g_ptr_array_unref (self->actions);
  g_array_unref (self->scores);
  g_free (self);
}

gboolean
mw_room_view_allows (const MwRoomView *self, MwRoomField field)
{
  return (self->allowed & MW_ROOM_BIT (field)) != 0;
}

/* Notes that @field has something in it. Returns: whether that may be seen */
static gboolean
note_filled (MwRoomView *self, MwRoomField field, gboolean filled)
{
  if (filled)
    self->filled |= MW_ROOM_BIT (field);

  return mw_room_view_allows (self, field);
}

/* Returns: (transfer full): @text, or "" when it may not be seen */
static char *
take (MwRoomView *self, MwRoomField field, const char *text)
{
  return g_strdup (note_filled (self, field, *text != '\0') ? text : "");
}

static void
take_text (MwRoomView *self, MwRoomField field, const char *text)
{
  g_free (self->texts[field]);
  self->texts[field] = take (self, field, text);
}

static void
take_options (MwRoomView *self, const MwCase *one)
{
  for (guint i = 0; i < one->considered->len; i++)
    {
      const MwConsidered *considered = g_ptr_array_index (one->considered, i);
      MwRoomOption *option = g_new0 (MwRoomOption, 1);

      option->id = g_strdup (considered->id);
      option->number = g_strdup (considered->number);
      option->own_text = mw_considered_is_own_text (considered);
      option->name = option->own_text ? take (self, MW_ROOM_OWN_OPTIONS, considered->name) : g_strdup (considered->name);
      option->verdict = considered->verdict;
      for (guint s = 0; s < MW_N_KNOWLEDGES; s++)
        option->appraisals[s] = take (self, MW_ROOM_APPRAISALS, considered->appraisals[s]);
      option->reason = take (self, MW_ROOM_REASONS, considered->reason);
      option->referred_to = take (self, MW_ROOM_REFERRALS, considered->referred_to);
      g_ptr_array_add (self->options, option);
    }
}

static void
take_actions (MwRoomView *self, const MwChoice *choice)
{
  if (!note_filled (self, MW_ROOM_ACTIONS, choice->actions->len > 0))
    return;

  for (guint i = 0; i < choice->actions->len; i++)
    {
      const MwAction *action = g_ptr_array_index (choice->actions, i);
      MwAction *copy = g_new0 (MwAction, 1);

      copy->text = g_strdup (action->text);
      copy->who = g_strdup (action->who);
      copy->day = action->day;
      copy->done_day = action->done_day;
      g_ptr_array_add (self->actions, copy);
    }
}

static void
take_choice (MwRoomView *self, const MwChoice *choice)
{
  take_text (self, MW_ROOM_QUESTION, choice->question);
  take_text (self, MW_ROOM_KNOWN, choice->known);
  take_text (self, MW_ROOM_CLIENT_WORDS, choice->client_words);
  take_text (self, MW_ROOM_DECISION, choice->decision);
  take_text (self, MW_ROOM_AGREED, choice->agreed_by);
  take_text (self, MW_ROOM_UNAVAILABLE, choice->unavailable);
  g_free (self->instead);
  self->instead = take (self, MW_ROOM_UNAVAILABLE, choice->instead);
  take_text (self, MW_ROOM_EVALUATION, choice->evaluation);
  if (note_filled (self, MW_ROOM_AGREED, choice->agreed_day != 0))
    self->agreed_day = choice->agreed_day;
  if (note_filled (self, MW_ROOM_UNAVAILABLE, choice->told_day != 0))
    self->told_day = choice->told_day;
  if (note_filled (self, MW_ROOM_EVALUATION, choice->evaluation_day || choice->evaluated_day))
    {
      self->evaluation_day = choice->evaluation_day;
      self->evaluated_day = choice->evaluated_day;
    }
  take_actions (self, choice);
}

static void
take_assessment (MwRoomView *self, const MwCase *one)
{
  const MwCaseAssessment *current;

  if (one->assessments->len == 0)
    return;

  current = g_ptr_array_index (one->assessments, one->assessments->len - 1);
  self->assessed = TRUE;
  self->answers = current->answers;
  self->certainty = current->certainty;
  take_text (self, MW_ROOM_TYPING_REASON, current->reason);
}

MwRoomView *
mw_room_view_new (const MwCase *one, guint64 number, guint32 allowed)
{
  MwRoomView *self = g_new0 (MwRoomView, 1);

  self->number = number;
  self->allowed = allowed & (MW_ROOM_BIT (MW_N_ROOM_FIELDS) - 1);
  self->options = g_ptr_array_new_with_free_func (option_free);
  self->actions = g_ptr_array_new_with_free_func (action_free);
  self->scores = g_array_new (FALSE, FALSE, sizeof (MwScore));
  for (guint f = 0; f < MW_N_ROOM_FIELDS; f++)
    self->texts[f] = g_strdup ("");
  self->instead = g_strdup ("");

  take_text (self, MW_ROOM_LABEL, one->label);
  if (note_filled (self, MW_ROOM_AGE, one->age != MW_AGE_UNKNOWN))
    self->age = one->age;
  take_text (self, MW_ROOM_WISHES, one->wishes);
  for (guint d = 0; d < MW_N_DOMAINS; d++)
    take_text (self, MW_ROOM_DOMAINS + d, one->domains[d]);
  take_assessment (self, one);
  take_options (self, one);
  take_choice (self, &one->choice);
  if (note_filled (self, MW_ROOM_SCORES, one->scores->len > 0))
    for (guint s = 0; s < one->scores->len; s++)
      g_array_append_vals (self->scores, g_ptr_array_index (one->scores, s), 1);

  return self;
}
