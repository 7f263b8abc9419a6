/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-choice.h"

#define N_TEXTS 8

static void
action_free (gpointer data)
{
  MwAction *action = data;

  g_free (action->text);
  g_free (action->who);
  g_free (action);
}

/* The texts in the order of the steps. */
static void
list_texts (MwChoice *self, char **fields[N_TEXTS])
{
  char **all[N_TEXTS] = { &self->question,  &self->known,       &self->client_words, &self->decision,
                          &self->agreed_by, &self->unavailable, &self->instead,      &self->evaluation };

  for (guint i = 0; i < N_TEXTS; i++)
    fields[i] = all[i];
}

void
mw_choice_init (MwChoice *self)
{
  char **fields[N_TEXTS];

  *self = (MwChoice){ 0 };
  list_texts (self, fields);
  for (guint i = 0; i < N_TEXTS; i++)
    *fields[i] = g_strdup ("");
  self->actions = g_ptr_array_new_with_free_func (action_free);
}

void
mw_choice_clear (MwChoice *self)
{
  char **fields[N_TEXTS];

  list_texts (self, fields);
  for (guint i = 0; i < N_TEXTS; i++)
    g_free (*fields[i]);
  g_ptr_array_unref (self->actions);
}

MwAction *
mw_choice_add_action (MwChoice *self, const char *text, const char *who, guint32 day)
{
  MwAction *action = g_new0 (MwAction, 1);

  action->text = g_utf8_make_valid (text ? text : "", -1);
  action->who = g_utf8_make_valid (who ? who : "", -1);
  action->day = day;
  g_ptr_array_add (self->actions, action);
  return action;
}

gboolean
mw_choice_is_empty (const MwChoice *self)
{
  char **fields[N_TEXTS];

  list_texts ((MwChoice *) self, fields);
  for (guint i = 0; i < N_TEXTS; i++)
    if (**fields[i])
      return FALSE;
  return self->actions->len == 0 && !self->agreed_day && !self->told_day && !self->evaluation_day && !self->evaluated_day;
}

void
mw_choice_append_text (const MwChoice *self, GString *text)
{
  char **fields[N_TEXTS];

  list_texts ((MwChoice *) self, fields);
  for (guint i = 0; i < N_TEXTS; i++)
    g_string_append_printf (text, "\n%s", *fields[i]);
  for (guint i = 0; i < self->actions->len; i++)
    {
      MwAction *action = g_ptr_array_index (self->actions, i);

      g_string_append_printf (text, "\n%s\n%s", action->text, action->who);
    }
}
