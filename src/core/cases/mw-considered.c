/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-case.h"

MwConsidered *
mw_considered_new (const char *id, const char *number, const char *name, gint64 time)
{
  MwConsidered *self = g_new0 (MwConsidered, 1);

  mw_case_set_text (&self->id, id);
  mw_case_set_text (&self->number, number);
  mw_case_set_text (&self->name, name);
  self->time = time;
  self->referred_to = g_strdup ("");
  for (guint s = 0; s < MW_N_KNOWLEDGES; s++)
    self->appraisals[s] = g_strdup ("");
  self->reason = g_strdup ("");
  return self;
}

void
mw_considered_free (MwConsidered *self)
{
  if (!self)
    return;

  g_free (self->id);
  g_free (self->number);
  g_free (self->name);
  g_free (self->referred_to);
  for (guint s = 0; s < MW_N_KNOWLEDGES; s++)
    g_free (self->appraisals[s]);
  g_free (self->reason);
  g_free (self);
}

gboolean
mw_considered_set_verdict (MwConsidered *self, MwVerdict verdict, gint64 time, guint32 day)
{
  if (self->verdict == verdict)
    return FALSE;

  self->verdict = verdict;
  self->verdict_day = verdict == MW_VERDICT_CONSIDERING ? 0 : day;
  self->referred = verdict == MW_VERDICT_REFERRED ? MAX (time, 1) : 0;
  return TRUE;
}

gboolean
mw_considered_is_own_text (const MwConsidered *self)
{
  return g_str_has_prefix (self->id, MW_OWN_TEXT_PREFIX);
}

gboolean
mw_considered_is_appraised (const MwConsidered *self)
{
  for (guint s = 0; s < MW_N_KNOWLEDGES; s++)
    if (*self->appraisals[s])
      return TRUE;
  return FALSE;
}

MwConsidered *
mw_case_find_considered (MwCase *self, const char *id)
{
  for (guint i = 0; i < self->considered->len; i++)
    if (g_str_equal (((MwConsidered *) g_ptr_array_index (self->considered, i))->id, id))
      return g_ptr_array_index (self->considered, i);

  return NULL;
}

gboolean
mw_case_has_considered (MwCase *self, const char *id)
{
  return mw_case_find_considered (self, id) != NULL;
}

gboolean
mw_case_add_considered (MwCase *self, const char *id, const char *number, const char *name, gint64 time)
{
  if (mw_case_has_considered (self, id))
    return FALSE;

  g_ptr_array_add (self->considered, mw_considered_new (id, number, name, time));
  return TRUE;
}

MwConsidered *
mw_case_add_own_text (MwCase *self, const char *name, gint64 time)
{
  g_autofree char *valid = g_utf8_make_valid (name ? name : "", -1);
  MwConsidered *added;

  if (!*g_strstrip (valid))
    return NULL;

  for (guint n = 1;; n++)
    {
      g_autofree char *id = g_strdup_printf (MW_OWN_TEXT_PREFIX "%u", n);

      if (mw_case_has_considered (self, id))
        continue;
      added = mw_considered_new (id, "", valid, time);
      g_ptr_array_add (self->considered, added);
      return added;
    }
}

static guint32
get_local_day (gint64 time)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time);
  GDate date;

  if (!local)
    return 0;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (local), g_date_time_get_month (local),
                  (GDateYear) g_date_time_get_year (local));
  return g_date_get_julian (&date);
}

gboolean
mw_case_refer (MwCase *self, const char *id, const char *whom, gint64 time)
{
  MwConsidered *considered = mw_case_find_considered (self, id);

  if (!considered || time <= 0 || (considered->referred && g_str_equal (considered->referred_to, whom)))
    return FALSE;

  mw_considered_set_verdict (considered, MW_VERDICT_REFERRED, time, get_local_day (time));
  considered->referred = time;
  mw_case_set_text (&considered->referred_to, whom);
  return TRUE;
}
