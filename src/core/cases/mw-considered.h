/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-choice.h"

G_BEGIN_DECLS

/* An option that is considered: an intervention, with the name it had, which stays readable when the catalogue changes, or
 * something in the adviser's own words. No text in it is ever %NULL. */
typedef struct
{
  char *id;
  char *number; /* "" of what is in own words */
  char *name;
  gint64 time;
  gint64 referred;   /* since when the client is to be referred for it; 0 unless that is the verdict */
  char *referred_to; /* to whom; "" when that is not known yet */
  MwVerdict verdict; /* changed with mw_considered_set_verdict() */
  guint32 verdict_day; /* 0 when there was none yet */
  char *appraisals[MW_N_KNOWLEDGES];
  char *reason; /* of the verdict */
  MwHelped helped;
} MwConsidered;

MwConsidered *mw_considered_new (const char *id, const char *number, const char *name, gint64 time);
void mw_considered_free (MwConsidered *self);

/* Keeps the referral along with it: it begins with that verdict, and ends with another; to whom is kept for when it
 * comes back. @time: when the verdict is given, @day: the day of it. Returns: whether it is another */
gboolean mw_considered_set_verdict (MwConsidered *self, MwVerdict verdict, gint64 time, guint32 day);

/* Whether it is in the adviser's own words, not an intervention of the catalogue or the organisation. */
gboolean mw_considered_is_own_text (const MwConsidered *self);

/* Whether there is a line from any of the sources. */
gboolean mw_considered_is_appraised (const MwConsidered *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwConsidered, mw_considered_free)

G_END_DECLS
