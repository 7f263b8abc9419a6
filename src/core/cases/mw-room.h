/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-case.h"

G_BEGIN_DECLS

/* What a room full of colleagues may see of a case. The list of what is allowed is kept in the case (MwCase.room); who shows a
 * case to others gets an MwRoomView and never the case, so that what is not on the list cannot be shown by mistake. A plain
 * value; any thread.
 *
 * Always there is what identifies nobody: the number of the case, its place in the typology, and which interventions of the
 * catalogue or the organisation are considered, with the verdicts. Never there, whatever is allowed: notes, dates of contact, filters. */

/* Each is a bit of MwCase.room: the numbers are stored and never change. */
typedef enum
{
  MW_ROOM_LABEL,
  MW_ROOM_AGE,
  MW_ROOM_QUESTION,
  MW_ROOM_WISHES,
  MW_ROOM_DOMAINS, /* the first; MwDomain d stands at MW_ROOM_DOMAINS + d */
  MW_ROOM_KNOWN = MW_ROOM_DOMAINS + MW_N_DOMAINS,
  MW_ROOM_TYPING_REASON, /* why the case was placed where it is */
  MW_ROOM_APPRAISALS,    /* of the options, by the three sources of knowledge */
  MW_ROOM_REASONS,       /* of the verdicts */
  MW_ROOM_REFERRALS,     /* to whom */
  MW_ROOM_CLIENT_WORDS,
  MW_ROOM_DECISION,
  MW_ROOM_AGREED,
  MW_ROOM_UNAVAILABLE,
  MW_ROOM_ACTIONS,
  MW_ROOM_EVALUATION,
  MW_ROOM_SCORES,
  MW_ROOM_OWN_OPTIONS, /* options in the adviser's own words */
  MW_N_ROOM_FIELDS,
} MwRoomField;
#define MW_ROOM_BIT(field) (1u << (field))

/* An option that is considered. What is not allowed is "". */
typedef struct
{
  char *id;
  char *number;
  char *name;        /* "" also of what is in the adviser's own words, unless that is allowed */
  gboolean own_text; /* it is in no catalogue */
  MwVerdict verdict;
  char *appraisals[MW_N_KNOWLEDGES];
  char *reason;
  char *referred_to;
} MwRoomOption;

typedef struct
{
  guint64 number;  /* of the case; 0 when it is not stored yet */
  guint32 allowed; /* set of MW_ROOM_BIT() */
  guint32 filled;  /* the same: where something was written, allowed or not */

  gboolean assessed;
  MwAnswers answers; /* of the current assessment */
  MwCertainty certainty;
  GPtrArray *options; /* of MwRoomOption */

  /* Empty where not allowed. */
  char *texts[MW_N_ROOM_FIELDS]; /* "" also for what is no text of its own */
  MwAgeBand age;
  guint32 agreed_day;
  char *instead; /* what was offered instead of what is not available */
  guint32 told_day;
  GPtrArray *actions; /* of MwAction */
  guint32 evaluation_day;
  guint32 evaluated_day;
  GArray *scores; /* of MwScore */
} MwRoomView;

/* @number: the number by which the room knows the case; @allowed: mostly @one's room. Returns: (transfer full) */
MwRoomView *mw_room_view_new (const MwCase *one, guint64 number, guint32 allowed);
void mw_room_view_free (MwRoomView *self);

gboolean mw_room_view_allows (const MwRoomView *self, MwRoomField field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwRoomView, mw_room_view_free)

G_END_DECLS
