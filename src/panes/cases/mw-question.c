/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-question.h"

typedef struct
{
  GObject *page;
  GCancellable *waiting;
} Question;

gpointer
mw_question_ask (gpointer page, GCancellable **waiting)
{
  Question *question = g_new0 (Question, 1);

  mw_question_drop (waiting);
  *waiting = g_cancellable_new ();
  *question = (Question){ g_object_ref (page), g_object_ref (*waiting) };
  return question;
}

void
mw_question_drop (GCancellable **waiting)
{
  g_cancellable_cancel (*waiting);
  g_clear_object (waiting);
}

gpointer
mw_question_take (gpointer data, gboolean *wanted)
{
  Question *question = data;
  gpointer page = question->page;

  *wanted = !g_cancellable_is_cancelled (question->waiting);
  g_object_unref (question->waiting);
  g_free (question);
  return page;
}
