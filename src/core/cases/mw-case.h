/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "mw-assessment.h"
#include "mw-considered.h"
#include "mw-due.h"
#include "mw-score.h"

G_BEGIN_DECLS

/* What an adviser knows of a client. A plain value: built and changed by one thread at a time. The numbers of the
 * enumerations are stored: they never change. */

/* The life domains of the publication's example case. */
typedef enum
{
  MW_DOMAIN_LIVING,
  MW_DOMAIN_DAY_ACTIVITIES,
  MW_DOMAIN_HEALTH,
  MW_DOMAIN_WORK,
  MW_DOMAIN_NETWORK,
  MW_DOMAIN_SUPPORT,
} MwDomain;
#define MW_N_DOMAINS 6

typedef enum
{
  MW_AGE_UNKNOWN,
  MW_AGE_UNDER_55,
  MW_AGE_55,
  MW_AGE_65,
  MW_AGE_75,
  MW_AGE_85,
  MW_AGE_95,
} MwAgeBand;
#define MW_N_AGE_BANDS 7

typedef enum
{
  MW_STATUS_OPEN,
  MW_STATUS_RESTING,
  MW_STATUS_CLOSED,
} MwCaseStatus;
#define MW_N_STATUSES 3

typedef enum
{
  MW_NOTE_CONTACT,
  MW_NOTE_OBSERVATION,
  MW_NOTE_CONSULTATION,
  MW_NOTE_MEETING,
  MW_NOTE_EVALUATION,
} MwNoteKind;
#define MW_N_NOTE_KINDS 5

typedef enum
{
  MW_CERTAINTY_UNSURE,
  MW_CERTAINTY_FAIRLY,
  MW_CERTAINTY_SURE,
} MwCertainty;
#define MW_N_CERTAINTIES 3

/* A day is a GDate's Julian day, 0 for none; a time is in seconds since 1970, UTC. */
#define MW_LAST_DAY 3652059 /* 31 December 9999: GDate itself knows no limit and goes wrong at some time */

typedef struct
{
  MwNoteKind kind;
  guint32 day;
  char *text;
} MwNote;

/* An assessment as it was laid down: answers, and what the adviser made of them. */
typedef struct
{
  gint64 time;
  MwAnswers answers;
  MwCertainty certainty;
  char *reason;
} MwCaseAssessment;

/* What an option in the adviser's own words is called: this and a number. */
#define MW_OWN_TEXT_PREFIX "own-text-"

typedef struct
{
  char *label;
  MwAgeBand age;
  MwCaseStatus status;
  guint32 closed_day; /* since when it is closed */
  char *domains[MW_N_DOMAINS];
  char *wishes; /* needs and wishes */
  char *next_action;
  guint32 next_day;
  GPtrArray *notes;       /* of MwNote, in the order in which they were made */
  GPtrArray *assessments; /* of MwCaseAssessment, the current one last */
  GPtrArray *considered;  /* of MwConsidered */
  MwChoice choice;
  GPtrArray *scores;      /* of MwScore, ordered by day; see mw_scores_add() */
  guint32 room;           /* the set of 1 << field that the meeting room may see */
  char **filters;         /* the browser's, as mw_query_dup_filters() has them */
  char *handover;         /* that from which it was taken over, in hexadecimal; "" for none: see mw-case-handover.h */
  gint64 created;
  gint64 touched;
} MwCase;

/* Returns: (transfer full): an empty open case; no text in it is %NULL */
MwCase *mw_case_new (void);
void mw_case_free (MwCase *self);

/* @text: (nullable): copied; bytes that are no UTF-8 are replaced */
void mw_case_set_text (char **field, const char *text);

/* Returns: (transfer none): the note, added at the end */
MwNote *mw_case_add_note (MwCase *self, MwNoteKind kind, guint32 day, const char *text);
MwCaseAssessment *mw_case_add_assessment (MwCase *self, gint64 time, const MwAnswers *answers, MwCertainty certainty,
                                          const char *reason);
/* Returns: whether it was not on the list already */
gboolean mw_case_add_considered (MwCase *self, const char *id, const char *number, const char *name, gint64 time);
gboolean mw_case_has_considered (MwCase *self, const char *id);
/* Returns: (transfer none) (nullable) */
MwConsidered *mw_case_find_considered (MwCase *self, const char *id);
/* An option that is in no catalogue. Returns: (transfer none) (nullable): %NULL when @name is blank */
MwConsidered *mw_case_add_own_text (MwCase *self, const char *name, gint64 time);
/* The client is to be referred for an option that is on the list, which becomes its verdict. @whom: "" when that is not
 * known yet. Returns: whether that is new */
gboolean mw_case_refer (MwCase *self, const char *id, const char *whom, gint64 time);

/* Keeps closed_day along with the status. @today: the day on which it changes */
void mw_case_set_status (MwCase *self, MwCaseStatus status, guint32 today);

/* The profiles that the current assessment leaves; 0 when there is none. */
MwProfileSet mw_case_get_profiles (const MwCase *self);

/* What is open and has a day, the earliest first; of a case that is closed, only its evaluation.
 * Returns: (transfer full) (element-type MwDue) */
GPtrArray *mw_case_list_dues (const MwCase *self);

/* All that was written, for searching. Returns: (transfer full) */
char *mw_case_dup_text (const MwCase *self);

/* Returns: (transfer full): the record as stored: a GVariant of type a{sv}, little-endian; see mw-case-store.h */
GBytes *mw_case_encode (const MwCase *self);

/* Errors: MW_CASE_ERROR_NEWER, MW_CASE_ERROR_DAMAGED. Anything goes as @record; what is unknown in it is passed over.
 * Returns: (transfer full) (nullable) */
MwCase *mw_case_decode (GBytes *record, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwCase, mw_case_free)

#define MW_TYPE_CASE_HEADING (mw_case_heading_get_type ())
G_DECLARE_FINAL_TYPE (MwCaseHeading, mw_case_heading, MW, CASE_HEADING, GObject)

/* What a list needs to know of a case. Built by one thread, then never changed. */
struct _MwCaseHeading
{
  GObject parent_instance;

  guint64 id; /* 0: not stored yet */
  char *label;
  MwAgeBand age;
  MwCaseStatus status;
  MwProfileSet profiles; /* 0: not assessed */
  gint64 touched;
  guint32 next_day;
  guint32 closed_day;
  GPtrArray *dues; /* (nullable): of MwDue, the earliest first; %NULL when it is not made for a case */
};

MwCaseHeading *mw_case_heading_new (guint64 id);
MwCaseHeading *mw_case_heading_new_for_case (guint64 id, const MwCase *of);

G_END_DECLS
