/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-score-words.h"

#include <glib/gi18n.h>

#include "mw-day-words.h"

const char *
mw_score_words_get_caution (void)
{
  /* Translators: by every score on the loneliness scale */
  return _ ("For research and conversation, not a diagnosis");
}

const char *
mw_score_words_get_scale (guint items)
{
  return items == MW_SCALE_LONG ? _ ("11-item scale") : _ ("6-item scale");
}

const char *
mw_score_words_get_title (guint items)
{
  return items == MW_SCALE_LONG ? _ ("Loneliness on the 11-item scale") : _ ("Loneliness on the 6-item scale");
}

const char *
mw_score_words_get_band (MwScoreBand band)
{
  static const char *const bands[MW_N_SCORE_BANDS]
    = { N_ ("not lonely"), N_ ("moderately lonely"), N_ ("strongly lonely"), N_ ("very strongly lonely") };

  g_return_val_if_fail (band < MW_N_SCORE_BANDS, "");

  return _ (bands[band]);
}

const char *
mw_score_words_get_short_band (MwScoreBand band)
{
  /* Translators: how lonely, as short as can be: within a small chart */
  const char *const bands[MW_N_SCORE_BANDS] = { C_ ("how lonely", "not"), C_ ("how lonely", "moderate"),
                                                C_ ("how lonely", "strong"), C_ ("how lonely", "very strong") };

  g_return_val_if_fail (band < MW_N_SCORE_BANDS, "");

  return bands[band];
}

static char *
dup_total (const MwScore *score)
{
  guint total = (guint) mw_score_get_total (score);
  const char *band = mw_score_words_get_band (mw_scale_get_band (score->items, total));
  /* Translators: a score: "Total 5 of 6: strongly lonely." */
  g_autofree char *text = g_strdup_printf (_ ("Total %1$u of %2$u: %3$s."), total, score->items, band);

  if (mw_score_has_valid_parts (score))
    return g_steal_pointer (&text);

  return g_strdup_printf ("%s %s", text, _ ("One answer is missing: the total holds, the two parts by themselves do not."));
}

char *
mw_score_words_dup_result (const MwScore *score)
{
  switch (mw_score_check (score))
    {
    case MW_SCORE_VALID:
      return dup_total (score);
    case MW_SCORE_TOO_MANY_MISSING:
      return g_strdup (_ ("No total: more than one answer is missing."));
    case MW_SCORE_IMPOSSIBLE:
      return g_strdup (_ ("No total: these are more points than the scale has answers for."));
    case MW_SCORE_INCOMPLETE:
      return g_strdup (_ ("No total yet: one of the two parts is not filled in."));
    case MW_SCORE_EMPTY:
    default:
      return g_strdup (_ ("No total yet: fill in both parts."));
    }
}

/* One scale's course; nothing when it has no valid score. */
static void
append_course (GString *text, GPtrArray *scores, guint items)
{
  gsize begun = text->len;

  for (guint i = 0; i < scores->len; i++)
    {
      const MwScore *score = g_ptr_array_index (scores, i);
      int total = mw_score_get_total (score);
      g_autofree char *day = mw_day_words_dup (score->day);
      const char *band;

      if (score->items != items || total < 0 || !*day)
        continue;
      band = mw_score_words_get_band (mw_scale_get_band (items, (guint) total));
      if (text->len == begun)
        g_string_append_printf (text, "%s%s: ", begun > 0 ? " " : "", mw_score_words_get_scale (items));
      else
        g_string_append (text, "; ");
      /* Translators: a score, a day, how lonely: "5 on 3 March 2026, strongly lonely" */
      g_string_append_printf (text, _ ("%1$d on %2$s, %3$s"), total, day, band);
    }
  if (text->len > begun)
    g_string_append_c (text, '.');
}

char *
mw_score_words_dup_course (GPtrArray *scores)
{
  GString *text = g_string_new (NULL);

  append_course (text, scores, MW_SCALE_SHORT);
  append_course (text, scores, MW_SCALE_LONG);
  return g_string_free (text, FALSE);
}

char *
mw_score_words_dup_day (guint32 day)
{
  /* Translators: the months, as short as can be */
  const char *const months[]
    = { C_ ("month", "Jan"), C_ ("month", "Feb"), C_ ("month", "Mar"), C_ ("month", "Apr"),
        C_ ("month", "May"), C_ ("month", "Jun"), C_ ("month", "Jul"), C_ ("month", "Aug"),
        C_ ("month", "Sep"), C_ ("month", "Oct"), C_ ("month", "Nov"), C_ ("month", "Dec") };
  GDate date;

  if (!g_date_valid_julian (day))
    return g_strdup ("");

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return g_strdup_printf ("%d %s\n%d", g_date_get_day (&date), months[g_date_get_month (&date) - 1],
                          g_date_get_year (&date));
}
