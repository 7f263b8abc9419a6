/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-choice-codec.h"

#include "mw-record-dict.h"

#define ACTIONS "a(ssuu)"     /* text, who, day, day on which it was done */
#define WEIGHED "a(syuasys)"  /* id, verdict, its day, appraisal from each source, helped, reason */
#define SCORES "a(uynny)"     /* day, items, emotional, social, missing */

static void
insert_text (GVariantDict *dict, const char *name, const char *text)
{
  if (*text)
    g_variant_dict_insert (dict, name, "s", text);
}

static void
insert_number (GVariantDict *dict, const char *name, guint32 number)
{
  if (number)
    g_variant_dict_insert (dict, name, "u", number);
}

static GVariant *
encode_actions (const MwChoice *choice)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (ACTIONS));
  for (guint i = 0; i < choice->actions->len; i++)
    {
      MwAction *action = g_ptr_array_index (choice->actions, i);

      g_variant_builder_add (&builder, "(ssuu)", action->text, action->who, action->day, action->done_day);
    }
  return g_variant_builder_end (&builder);
}

static gboolean
is_weighed (const MwConsidered *considered)
{
  return considered->verdict != MW_VERDICT_CONSIDERING || considered->verdict_day
         || considered->helped != MW_HELPED_UNKNOWN || *considered->reason || mw_considered_is_appraised (considered);
}

static GVariant *
encode_weighed (const MwCase *of)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (WEIGHED));
  for (guint i = 0; i < of->considered->len; i++)
    {
      MwConsidered *considered = g_ptr_array_index (of->considered, i);

      if (is_weighed (considered))
        g_variant_builder_add (&builder, "(syu@asys)", considered->id, (guint8) considered->verdict,
                               considered->verdict_day,
                               g_variant_new_strv ((const char *const *) considered->appraisals, MW_N_KNOWLEDGES),
                               (guint8) considered->helped, considered->reason);
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
encode_scores (const MwCase *of)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (SCORES));
  for (guint i = 0; i < of->scores->len; i++)
    {
      MwScore *score = g_ptr_array_index (of->scores, i);

      g_variant_builder_add (&builder, "(uynny)", score->day, score->items, (gint16) score->emotional,
                             (gint16) score->social, score->missing);
    }
  return g_variant_builder_end (&builder);
}

/* What is empty takes no room in the record. */
void
mw_choice_codec_encode (const MwCase *of, GVariantDict *dict)
{
  const MwChoice *choice = &of->choice;

  insert_text (dict, "question", choice->question);
  insert_text (dict, "known", choice->known);
  insert_text (dict, "client-words", choice->client_words);
  insert_text (dict, "decision", choice->decision);
  insert_text (dict, "agreed-by", choice->agreed_by);
  insert_number (dict, "agreed-day", choice->agreed_day);
  insert_text (dict, "unavailable", choice->unavailable);
  insert_number (dict, "told-day", choice->told_day);
  insert_text (dict, "instead", choice->instead);
  if (choice->actions->len > 0)
    g_variant_dict_insert_value (dict, "actions", encode_actions (choice));
  insert_number (dict, "evaluation-day", choice->evaluation_day);
  insert_number (dict, "evaluated-day", choice->evaluated_day);
  insert_text (dict, "evaluation", choice->evaluation);
  g_variant_dict_insert_value (dict, "weighed", encode_weighed (of));
  if (of->scores->len > 0)
    g_variant_dict_insert_value (dict, "scores", encode_scores (of));
  insert_number (dict, "room", of->room);
}

static void
decode_actions (MwChoice *choice, GVariantDict *dict)
{
  g_autoptr (GVariant) actions = g_variant_dict_lookup_value (dict, "actions", G_VARIANT_TYPE (ACTIONS));
  const char *text, *who;
  GVariantIter iter;
  guint32 day, done;

  if (!actions)
    return;

  g_variant_iter_init (&iter, actions);
  while (g_variant_iter_next (&iter, "(&s&suu)", &text, &who, &day, &done))
    mw_choice_add_action (choice, text, who, mw_record_read_day (day))->done_day = mw_record_read_day (done);
}

/* The verdict of a referral and the referral itself go together, whatever the record says. */
static void
decode_verdict (MwConsidered *considered, guint8 verdict, guint32 day)
{
  gint64 time = considered->referred ? considered->referred : considered->time;

  mw_considered_set_verdict (considered, mw_record_read_enum (verdict, MW_N_VERDICTS), time, 0);
  considered->verdict_day = mw_record_read_day (day);
  if (!considered->referred)
    mw_record_copy_text (&considered->referred_to, "");
}

static void
decode_weighed (MwCase *of, GVariantDict *dict)
{
  g_autoptr (GVariant) weighed = g_variant_dict_lookup_value (dict, "weighed", G_VARIANT_TYPE (WEIGHED));
  const char *id, *reason;
  guint8 verdict, helped;
  GVariantIter iter;
  GVariant *texts;
  guint32 day;

  if (!weighed)
    return;

  g_variant_iter_init (&iter, weighed);
  while (g_variant_iter_next (&iter, "(&syu@asy&s)", &id, &verdict, &day, &texts, &helped, &reason))
    {
      MwConsidered *considered = mw_case_find_considered (of, id);
      gsize n = considered ? MIN (g_variant_n_children (texts), MW_N_KNOWLEDGES) : 0;

      for (gsize s = 0; s < n; s++)
        {
          const char *text;

          g_variant_get_child (texts, s, "&s", &text);
          mw_record_copy_text (&considered->appraisals[s], text);
        }
      if (considered)
        {
          decode_verdict (considered, verdict, day);
          considered->helped = mw_record_read_enum (helped, MW_N_HELPED);
          mw_record_copy_text (&considered->reason, reason);
        }
      g_variant_unref (texts);
    }
}

/* A score on no scale that is known says nothing. */
static void
decode_scores (MwCase *of, GVariantDict *dict)
{
  g_autoptr (GVariant) scores = g_variant_dict_lookup_value (dict, "scores", G_VARIANT_TYPE (SCORES));
  gint16 emotional, social;
  GVariantIter iter;
  MwScore score;

  if (!scores)
    return;

  g_variant_iter_init (&iter, scores);
  while (g_variant_iter_next (&iter, "(uynny)", &score.day, &score.items, &emotional, &social, &score.missing))
    {
      score.day = mw_record_read_day (score.day);
      score.emotional = (gint8) CLAMP (emotional, G_MININT8, G_MAXINT8);
      score.social = (gint8) CLAMP (social, G_MININT8, G_MAXINT8);
      if (mw_score_is_valid (&score))
        mw_scores_add (of->scores, &score);
    }
}

void
mw_choice_codec_decode (MwCase *of, GVariantDict *dict)
{
  MwChoice *choice = &of->choice;

  mw_record_lookup_text (dict, "question", &choice->question);
  mw_record_lookup_text (dict, "known", &choice->known);
  mw_record_lookup_text (dict, "client-words", &choice->client_words);
  mw_record_lookup_text (dict, "decision", &choice->decision);
  mw_record_lookup_text (dict, "agreed-by", &choice->agreed_by);
  choice->agreed_day = mw_record_lookup_day (dict, "agreed-day");
  mw_record_lookup_text (dict, "unavailable", &choice->unavailable);
  choice->told_day = mw_record_lookup_day (dict, "told-day");
  mw_record_lookup_text (dict, "instead", &choice->instead);
  decode_actions (choice, dict);
  choice->evaluation_day = mw_record_lookup_day (dict, "evaluation-day");
  choice->evaluated_day = mw_record_lookup_day (dict, "evaluated-day");
  mw_record_lookup_text (dict, "evaluation", &choice->evaluation);
  decode_weighed (of, dict);
  decode_scores (of, dict);
  g_variant_dict_lookup (dict, "room", "u", &of->room);
}
