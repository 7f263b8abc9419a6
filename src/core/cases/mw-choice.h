/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The choice in the five steps of evidence-based work: ask, gather, appraise, decide, evaluate. A plain value in MwCase;
 * the options are the case's considered interventions. The numbers of the enumerations are stored: they never change. */

/* The three sources of knowledge that an option is weighed with. */
typedef enum
{
  MW_KNOWLEDGE_CLIENT,
  MW_KNOWLEDGE_EXPERTISE,
  MW_KNOWLEDGE_RESEARCH,
} MwKnowledge;
#define MW_N_KNOWLEDGES 3

typedef enum
{
  MW_VERDICT_CONSIDERING,
  MW_VERDICT_CHOSEN,
  MW_VERDICT_REJECTED,
  MW_VERDICT_REFERRED,
} MwVerdict;
#define MW_N_VERDICTS 4

/* Whether an option that was chosen helped, in the adviser's view. */
typedef enum
{
  MW_HELPED_UNKNOWN,
  MW_HELPED_YES,
  MW_HELPED_SOMEWHAT,
  MW_HELPED_NO,
} MwHelped;
#define MW_N_HELPED 4

/* What somebody does. A day is a GDate's Julian day. */
typedef struct
{
  char *text;
  char *who;
  guint32 day;      /* when it is to be done, 0: not said */
  guint32 done_day; /* 0: not done */
} MwAction;

/* No text in it is ever %NULL. */
typedef struct
{
  char *question; /* step 1 */
  char *known;    /* step 2: what is known besides the options */

  /* Step 4. */
  char *client_words; /* the decision in the client's own */
  char *decision;     /* what was agreed */
  char *agreed_by;
  guint32 agreed_day;
  char *unavailable; /* the best fit, when it is not to be had here */
  guint32 told_day;  /* when the client was told so */
  char *instead;     /* what was offered instead */
  GPtrArray *actions; /* of MwAction */

  /* Step 5. */
  guint32 evaluation_day; /* when it is due, 0: not said */
  guint32 evaluated_day;  /* when it was done, 0: not yet */
  char *evaluation;       /* what came of it */
} MwChoice;

void mw_choice_init (MwChoice *self);
void mw_choice_clear (MwChoice *self);

/* Returns: (transfer none): the action, added at the end */
MwAction *mw_choice_add_action (MwChoice *self, const char *text, const char *who, guint32 day);

/* Whether there is nothing in any step. */
gboolean mw_choice_is_empty (const MwChoice *self);

/* All that was written, a line each. */
void mw_choice_append_text (const MwChoice *self, GString *text);

G_END_DECLS
