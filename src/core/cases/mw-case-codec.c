/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-choice-codec.h"
#include "mw-error.h"
#include "mw-record-dict.h"

#define RECORD_VERSION 1

/* As stored: lists of tuples. */
#define NOTES "a(yus)"          /* kind, day, text */
#define ASSESSMENTS "a(xyyyyys)" /* time, persistence, orientation, competences, strategy, certainty, reason */
#define CONSIDERED "a(sssx)"    /* id, number, name, time */
#define REFERRED "a(sxs)"       /* id of what is considered, time, to whom */

static GVariant *
encode_notes (const MwCase *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (NOTES));
  for (guint i = 0; i < self->notes->len; i++)
    {
      MwNote *note = g_ptr_array_index (self->notes, i);

      g_variant_builder_add (&builder, "(yus)", (guint8) note->kind, note->day, note->text);
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
encode_assessments (const MwCase *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (ASSESSMENTS));
  for (guint i = 0; i < self->assessments->len; i++)
    {
      MwCaseAssessment *assessment = g_ptr_array_index (self->assessments, i);
      MwAnswers *answers = &assessment->answers;

      g_variant_builder_add (&builder, "(xyyyyys)", assessment->time, (guint8) answers->persistence,
                             (guint8) answers->orientation, (guint8) answers->competences, (guint8) answers->strategy,
                             (guint8) assessment->certainty, assessment->reason);
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
encode_considered (const MwCase *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (CONSIDERED));
  for (guint i = 0; i < self->considered->len; i++)
    {
      MwConsidered *considered = g_ptr_array_index (self->considered, i);

      g_variant_builder_add (&builder, "(sssx)", considered->id, considered->number, considered->name,
                             considered->time);
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
encode_referred (const MwCase *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (REFERRED));
  for (guint i = 0; i < self->considered->len; i++)
    {
      MwConsidered *considered = g_ptr_array_index (self->considered, i);

      if (considered->referred)
        g_variant_builder_add (&builder, "(sxs)", considered->id, considered->referred, considered->referred_to);
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
to_little_endian (GVariant *value)
{
  return G_BYTE_ORDER == G_LITTLE_ENDIAN ? g_variant_ref (value) : g_variant_byteswap (value);
}

GBytes *
mw_case_encode (const MwCase *self)
{
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GVariant) stored = NULL;
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "version", "u", RECORD_VERSION);
  g_variant_dict_insert (&dict, "label", "s", self->label);
  g_variant_dict_insert (&dict, "age", "y", (guint8) self->age);
  g_variant_dict_insert (&dict, "status", "y", (guint8) self->status);
  g_variant_dict_insert (&dict, "closed", "u", self->closed_day);
  g_variant_dict_insert_value (&dict, "domains",
                               g_variant_new_strv ((const char *const *) self->domains, MW_N_DOMAINS));
  g_variant_dict_insert (&dict, "wishes", "s", self->wishes);
  g_variant_dict_insert (&dict, "next-action", "s", self->next_action);
  g_variant_dict_insert (&dict, "next-day", "u", self->next_day);
  g_variant_dict_insert_value (&dict, "notes", encode_notes (self));
  g_variant_dict_insert_value (&dict, "assessments", encode_assessments (self));
  g_variant_dict_insert_value (&dict, "considered", encode_considered (self));
  g_variant_dict_insert_value (&dict, "referred", encode_referred (self));
  mw_choice_codec_encode (self, &dict);
  g_variant_dict_insert_value (&dict, "filters", g_variant_new_strv ((const char *const *) self->filters, -1));
  if (*self->handover)
    g_variant_dict_insert (&dict, "handover", "s", self->handover);
  g_variant_dict_insert (&dict, "created", "x", self->created);
  g_variant_dict_insert (&dict, "touched", "x", self->touched);
  value = g_variant_ref_sink (g_variant_dict_end (&dict));
  stored = to_little_endian (value);
  return g_variant_get_data_as_bytes (stored);
}

static void
decode_domains (MwCase *self, GVariantDict *dict)
{
  g_autoptr (GVariant) domains = g_variant_dict_lookup_value (dict, "domains", G_VARIANT_TYPE_STRING_ARRAY);
  gsize n = domains ? MIN (g_variant_n_children (domains), MW_N_DOMAINS) : 0;

  for (gsize d = 0; d < n; d++)
    {
      const char *text;

      g_variant_get_child (domains, d, "&s", &text);
      mw_record_copy_text (&self->domains[d], text);
    }
}

static void
decode_notes (MwCase *self, GVariantDict *dict)
{
  g_autoptr (GVariant) notes = g_variant_dict_lookup_value (dict, "notes", G_VARIANT_TYPE (NOTES));
  GVariantIter iter;
  const char *text;
  guint32 day;
  guint8 kind;

  if (!notes)
    return;

  g_variant_iter_init (&iter, notes);
  while (g_variant_iter_next (&iter, "(yu&s)", &kind, &day, &text))
    {
      MwNote *note
        = mw_case_add_note (self, mw_record_read_enum (kind, MW_N_NOTE_KINDS), mw_record_read_day (day), NULL);

      mw_record_copy_text (&note->text, text);
    }
}

static void
decode_assessments (MwCase *self, GVariantDict *dict)
{
  g_autoptr (GVariant) assessments = g_variant_dict_lookup_value (dict, "assessments", G_VARIANT_TYPE (ASSESSMENTS));
  guint8 persistence, orientation, competences, strategy, certainty;
  GVariantIter iter;
  const char *reason;
  gint64 time;

  if (!assessments)
    return;

  g_variant_iter_init (&iter, assessments);
  while (g_variant_iter_next (&iter, "(xyyyyy&s)", &time, &persistence, &orientation, &competences, &strategy,
                              &certainty, &reason))
    {
      MwAnswers answers = { mw_record_read_enum (persistence, MW_N_PERSISTENCES), mw_record_read_enum (orientation, MW_N_ORIENTATIONS),
                            mw_record_read_enum (competences, MW_N_COMPETENCES), mw_record_read_enum (strategy, MW_N_STRATEGIES) };

      mw_case_add_assessment (self, time, &answers, mw_record_read_enum (certainty, MW_N_CERTAINTIES), reason);
    }
}

static void
decode_considered (MwCase *self, GVariantDict *dict)
{
  g_autoptr (GVariant) considered = g_variant_dict_lookup_value (dict, "considered", G_VARIANT_TYPE (CONSIDERED));
  const char *id, *number, *name;
  GVariantIter iter;
  gint64 time;

  if (!considered)
    return;

  g_variant_iter_init (&iter, considered);
  while (g_variant_iter_next (&iter, "(&s&s&sx)", &id, &number, &name, &time))
    mw_case_add_considered (self, id, number, name, time);
}

/* A record of before there were referrals has none. */
static void
decode_referred (MwCase *self, GVariantDict *dict)
{
  g_autoptr (GVariant) referred = g_variant_dict_lookup_value (dict, "referred", G_VARIANT_TYPE (REFERRED));
  const char *id, *whom;
  GVariantIter iter;
  gint64 time;

  if (!referred)
    return;

  g_variant_iter_init (&iter, referred);
  while (g_variant_iter_next (&iter, "(&sx&s)", &id, &time, &whom))
    mw_case_refer (self, id, whom, time);
}

static void
decode_filters (MwCase *self, GVariantDict *dict)
{
  char **filters;

  if (!g_variant_dict_lookup (dict, "filters", "^as", &filters))
    return;

  g_strfreev (self->filters);
  self->filters = filters;
}

static void
decode_dict (MwCase *self, GVariantDict *dict)
{
  mw_record_lookup_text (dict, "label", &self->label);
  self->age = mw_record_lookup_enum (dict, "age", MW_N_AGE_BANDS);
  self->status = mw_record_lookup_enum (dict, "status", MW_N_STATUSES);
  self->closed_day = mw_record_lookup_day (dict, "closed");
  decode_domains (self, dict);
  mw_record_lookup_text (dict, "wishes", &self->wishes);
  mw_record_lookup_text (dict, "next-action", &self->next_action);
  self->next_day = mw_record_lookup_day (dict, "next-day");
  decode_notes (self, dict);
  decode_assessments (self, dict);
  decode_considered (self, dict);
  decode_referred (self, dict);
  mw_choice_codec_decode (self, dict);
  decode_filters (self, dict);
  mw_record_lookup_text (dict, "handover", &self->handover);
  g_variant_dict_lookup (dict, "created", "x", &self->created);
  g_variant_dict_lookup (dict, "touched", "x", &self->touched);
}

MwCase *
mw_case_decode (GBytes *record, GError **error)
{
  g_autoptr (GVariant) stored
    = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE_VARDICT, record, FALSE));
  g_autoptr (GVariant) value = to_little_endian (stored);
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (value);
  guint32 version = 0;
  MwCase *self;

  g_variant_dict_lookup (&dict, "version", "u", &version);
  if (version == 0 || version > RECORD_VERSION)
    {
      g_set_error (error, MW_CASE_ERROR, version == 0 ? MW_CASE_ERROR_DAMAGED : MW_CASE_ERROR_NEWER,
                   "A record of version %u", version);
      return NULL;
    }

  self = mw_case_new ();
  decode_dict (self, &dict);
  return self;
}
