/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-meeting-pages.h"

#include <glib/gi18n.h>

#include "mw-meeting-flow.h"
#include "mw-meeting-table.h"
#include "mw-meeting-words.h"
#include "mw-typology-texts.h"
#include "mw-words.h"

struct _MwMeetingPages
{
  GObject parent_instance;

  MwMeetingBody *body;
  MwMeetingMatrix *matrix;
  MwMeetingDecision *decision;
  MwRoomView *view;          /* (nullable) */
  GHashTable *interventions; /* of MwIntervention by id */
  int text_size;
  MwMeetingFlow *flow; /* (nullable): of @flow_phase */
  MwPhase flow_phase;
};

G_DEFINE_FINAL_TYPE (MwMeetingPages, mw_meeting_pages, G_TYPE_OBJECT)

static void
mw_meeting_pages_dispose (GObject *object)
{
  MwMeetingPages *self = MW_MEETING_PAGES (object);

  g_clear_pointer (&self->flow, mw_meeting_flow_free);
  g_clear_object (&self->body);
  g_clear_object (&self->matrix);
  g_clear_object (&self->decision);
  g_clear_pointer (&self->view, mw_room_view_free);
  g_clear_pointer (&self->interventions, g_hash_table_unref);

  G_OBJECT_CLASS (mw_meeting_pages_parent_class)->dispose (object);
}

static void
mw_meeting_pages_class_init (MwMeetingPagesClass *class)
{
  G_OBJECT_CLASS (class)->dispose = mw_meeting_pages_dispose;
}

static void
mw_meeting_pages_init (MwMeetingPages *self)
{
  self->text_size = 32;
  self->interventions = g_hash_table_new (g_str_hash, g_str_equal);
  self->matrix = g_object_ref_sink (g_object_new (MW_TYPE_MEETING_MATRIX, NULL));
  self->decision = g_object_ref_sink (g_object_new (MW_TYPE_MEETING_DECISION, NULL));
  g_signal_connect_object (self->matrix, "moved", G_CALLBACK (mw_meeting_pages_invalidate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->decision, "decision", G_CALLBACK (mw_meeting_pages_invalidate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->decision, "action", G_CALLBACK (mw_meeting_pages_invalidate), self, G_CONNECT_SWAPPED);
}

MwMeetingPages *
mw_meeting_pages_new (MwMeetingBody *body)
{
  MwMeetingPages *self = g_object_new (MW_TYPE_MEETING_PAGES, NULL);

  self->body = g_object_ref (body);
  return self;
}

void
mw_meeting_pages_invalidate (MwMeetingPages *self)
{
  g_clear_pointer (&self->flow, mw_meeting_flow_free);
}

void
mw_meeting_pages_set_view (MwMeetingPages *self, MwRoomView *view)
{
  MwAssessment assessment;

  mw_room_view_free (self->view);
  self->view = view;
  mw_assessment_evaluate (&view->answers, &assessment);
  mw_meeting_matrix_set_place (self->matrix, view->assessed ? assessment.candidates : 0);
  mw_meeting_decision_set_view (self->decision, view);
  mw_meeting_pages_invalidate (self);
}

const MwRoomView *
mw_meeting_pages_get_view (MwMeetingPages *self)
{
  return self->view;
}

void
mw_meeting_pages_set_interventions (MwMeetingPages *self, GHashTable *interventions)
{
  g_hash_table_ref (interventions);
  g_hash_table_unref (self->interventions);
  self->interventions = interventions;
  mw_meeting_pages_invalidate (self);
}

void
mw_meeting_pages_set_text_size (MwMeetingPages *self, int text_size)
{
  self->text_size = text_size;
  mw_meeting_matrix_set_text_size (self->matrix, text_size);
  mw_meeting_pages_invalidate (self);
}

static void
add_field (MwMeetingPages *self, GPtrArray *blocks, MwRoomField field)
{
  g_autofree char *text = mw_meeting_words_dup_field (self->view, field);

  mw_meeting_blocks_add (blocks, mw_meeting_words_get_field (field), text);
}

static void
add_case (MwMeetingPages *self, GPtrArray *blocks)
{
  add_field (self, blocks, MW_ROOM_QUESTION);
  add_field (self, blocks, MW_ROOM_AGE);
  add_field (self, blocks, MW_ROOM_WISHES);
  if (blocks->len == 0)
    mw_meeting_blocks_add (blocks, NULL, _ ("The adviser tells the case and asks the question."));
}

static void
add_questions (MwMeetingPages *self, GPtrArray *blocks)
{
  for (guint d = 0; d < MW_N_DOMAINS; d++)
    add_field (self, blocks, MW_ROOM_DOMAINS + d);
  add_field (self, blocks, MW_ROOM_KNOWN);
  add_field (self, blocks, MW_ROOM_SCORES);
  if (blocks->len == 0)
    mw_meeting_blocks_add (blocks, NULL, _ ("What do you want to know? Ask it; the adviser answers."));
}

static void
append_answer (GString *text, MwPersistence answer, const char *heading, const char *words)
{
  if (answer > MW_PERSISTENCE_UNCLEAR) /* the first two are the same in each question */
    g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", heading, words);
}

static void
add_ordering (MwMeetingPages *self, GPtrArray *blocks)
{
  const MwAnswers *answers = &self->view->answers;
  GString *text = g_string_new (NULL);
  MwProfile proposed;

  append_answer (text, answers->persistence, _ ("How the isolation arose"), mw_words_get_persistence (answers->persistence));
  append_answer (text, (MwPersistence) answers->orientation, _ ("The wish for contact"), mw_words_get_orientation (answers->orientation));
  append_answer (text, (MwPersistence) answers->competences, _ ("Social competences"), mw_words_get_competences (answers->competences));
  if (answers->strategy >= MW_STRATEGY_FIRST)
    append_answer (text, (MwPersistence) answers->strategy, _ ("Survival strategy"),
                   mw_typology_texts_peek_profile (answers->strategy - MW_STRATEGY_FIRST, MW_TYPOLOGY_STRATEGY, mw_words_get_language ()));
  if (self->view->assessed)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", mw_meeting_words_get_certainty (self->view->certainty));
  mw_meeting_blocks_add (blocks, _ ("Why this place"), text->str);
  g_string_free (text, TRUE);
  add_field (self, blocks, MW_ROOM_TYPING_REASON);
  if (mw_meeting_matrix_get_proposed (self->matrix, &proposed))
    {
      g_autofree char *name = mw_words_dup_profile (proposed);

      mw_meeting_blocks_add (blocks, name,
                             mw_typology_texts_peek_profile (proposed, MW_TYPOLOGY_DESCRIPTION, mw_words_get_language ()));
    }
}

static void
add_decision (MwMeetingPages *self, GPtrArray *blocks)
{
  g_autofree char *decision = mw_meeting_decision_dup_rest (self->decision, MW_DECISION_TEXT);
  g_autofree char *actions = mw_meeting_decision_dup_rest (self->decision, MW_DECISION_ACTIONS);

  mw_meeting_blocks_add (blocks, _ ("The decision"), decision);
  mw_meeting_blocks_add (blocks, _ ("Actions"), actions);
  add_field (self, blocks, MW_ROOM_CLIENT_WORDS);
  add_field (self, blocks, MW_ROOM_AGREED);
  add_field (self, blocks, MW_ROOM_UNAVAILABLE);
  add_field (self, blocks, MW_ROOM_EVALUATION);
}

static MwMeetingFlow *
get_flow (MwMeetingPages *self, MwPhase phase)
{
  GPtrArray *blocks;

  if (self->flow && self->flow_phase == phase)
    return self->flow;

  blocks = mw_meeting_blocks_new ();
  if (phase == MW_PHASE_CASE)
    add_case (self, blocks);
  else if (phase == MW_PHASE_QUESTIONS)
    add_questions (self, blocks);
  else if (phase == MW_PHASE_ORDERING)
    add_ordering (self, blocks);
  else if (phase == MW_PHASE_OPTIONS)
    mw_meeting_table_add_blocks (blocks, self->view, self->interventions);
  else
    add_decision (self, blocks);
  mw_meeting_pages_invalidate (self);
  self->flow_phase = phase;
  self->flow = mw_meeting_flow_new (blocks, gtk_widget_get_pango_context (GTK_WIDGET (self->body)), self->text_size,
                                    gtk_widget_get_width (GTK_WIDGET (self->body)), gtk_widget_get_height (GTK_WIDGET (self->body)));
  return self->flow;
}

static guint
get_columns (MwMeetingPages *self)
{
  return mw_meeting_table_get_columns (gtk_widget_get_width (GTK_WIDGET (self->body)), gtk_widget_get_height (GTK_WIDGET (self->body)));
}

/* How many pages come before those of text. */
static guint
get_n_own (MwMeetingPages *self, MwPhase phase)
{
  switch (phase)
    {
    case MW_PHASE_ORDERING:
      return 1;
    case MW_PHASE_OPTIONS:
      return MAX (1, (self->view->options->len + get_columns (self) - 1) / get_columns (self));
    case MW_PHASE_DECISION:
      return MW_N_DECISION_PARTS;
    case MW_PHASE_CASE:
    case MW_PHASE_QUESTIONS:
    default:
      return 0;
    }
}

gboolean
mw_meeting_pages_has (MwMeetingPages *self, MwPhase phase, guint page)
{
  guint n_own = get_n_own (self, phase);

  return page < n_own || mw_meeting_flow_get_page (get_flow (self, phase), page - n_own) != NULL;
}

static GtkWidget *
new_no_options (MwMeetingPages *self)
{
  g_autoptr (GPtrArray) blocks = mw_meeting_blocks_new ();

  mw_meeting_blocks_add (blocks, NULL, _ ("No options are considered yet. Which are there?"));
  return mw_meeting_flow_new_widget (blocks, self->text_size);
}

static void
show_own (MwMeetingPages *self, MwPhase phase, guint page)
{
  guint columns = get_columns (self);

  if (phase == MW_PHASE_ORDERING)
    mw_meeting_body_set_child (self->body, GTK_WIDGET (self->matrix));
  else if (phase == MW_PHASE_DECISION)
    {
      mw_meeting_decision_show_part (self->decision, (MwDecisionPart) page);
      mw_meeting_body_set_child (self->body, GTK_WIDGET (self->decision));
    }
  else if (self->view->options->len == 0)
    mw_meeting_body_set_child (self->body, new_no_options (self));
  else
    mw_meeting_body_set_child (self->body, mw_meeting_table_new (self->view, self->interventions, page * columns, columns, self->text_size));
}

void
mw_meeting_pages_show (MwMeetingPages *self, MwPhase phase, guint page)
{
  guint n_own = get_n_own (self, phase);
  GPtrArray *blocks = page >= n_own ? mw_meeting_flow_get_page (get_flow (self, phase), page - n_own) : NULL;

  if (page < n_own)
    show_own (self, phase, page);
  else
    mw_meeting_body_set_child (self->body, blocks ? mw_meeting_flow_new_widget (blocks, self->text_size) : NULL);
}

gboolean
mw_meeting_pages_is_matrix (MwPhase phase, guint page)
{
  return phase == MW_PHASE_ORDERING && page == 0;
}

gboolean
mw_meeting_pages_is_typed (MwPhase phase, guint page)
{
  return phase == MW_PHASE_DECISION && page < MW_N_DECISION_PARTS;
}

char *
mw_meeting_pages_dup_count (MwMeetingPages *self, MwPhase phase, guint page)
{
  guint columns = get_columns (self);
  guint n = self->view->options->len;

  if (phase != MW_PHASE_OPTIONS || page >= get_n_own (self, phase) || n <= columns)
    return NULL;

  /* Translators: those on this page, and how many there are */
  return g_strdup_printf (_ ("Options %1$u–%2$u of %3$u"), page * columns + 1, MIN ((page + 1) * columns, n), n);
}

MwMeetingMatrix *
mw_meeting_pages_get_matrix (MwMeetingPages *self)
{
  return self->matrix;
}

MwMeetingDecision *
mw_meeting_pages_get_decision (MwMeetingPages *self)
{
  return self->decision;
}
