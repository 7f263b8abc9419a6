/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mw-typology-texts.h"

/* glibc keeps translations until this changes; a switch of LANGUAGE alone is not seen. */
extern int _nl_msg_cat_cntr;

static const char *const facets[MW_N_FACETS] = {
  [MW_FACET_AUDIENCE] = N_ ("For whom"),
  [MW_FACET_FORM] = N_ ("Form"),
  [MW_FACET_PERFORMED_BY] = N_ ("Carried out by"),
  [MW_FACET_DURATION] = N_ ("Duration"),
  [MW_FACET_INTENSITY] = N_ ("How often"),
  [MW_FACET_COSTS] = N_ ("Costs"),
  [MW_FACET_TRAINING] = N_ ("Training"),
  [MW_FACET_DESCRIBED] = N_ ("Kind of description"),
  [MW_FACET_EVIDENCE] = N_ ("Research"),
  [MW_FACET_LONELINESS] = N_ ("Effect on loneliness"),
  [MW_FACET_PROFILE] = N_ ("Profile"),
  [MW_FACET_ROW] = N_ ("Kind of isolation"),
  [MW_FACET_GROUP] = N_ ("Part of the catalogue"),
  [MW_FACET_OFFER] = N_ ("Our offer"),
};

/* In the order of mw_facet_get_value_id(). */
static const char *const values[MW_N_FACETS][MW_MAX_FACET_VALUES] = {
  [MW_FACET_AUDIENCE] = { N_ ("Older people"), N_ ("Widows and widowers"), N_ ("Women"), N_ ("Men"),
                          N_ ("People with a migration background"), N_ ("LGBT people"),
                          N_ ("People with a visual impairment"), N_ ("People who are hard of hearing"),
                          N_ ("People with mental health problems"), N_ ("Care home residents"),
                          N_ ("Housebound people"), N_ ("Frail people"), N_ ("Neighbourhood residents"),
                          N_ ("Any adult") },
  [MW_FACET_FORM] = { N_ ("One to one"), N_ ("Home visit"), N_ ("Group"), N_ ("Course"), N_ ("Meeting place"),
                      N_ ("By telephone"), N_ ("Online"), N_ ("Housing") },
  [MW_FACET_PERFORMED_BY] = { N_ ("Professionals"), N_ ("Volunteers"), N_ ("Peers"), N_ ("Self-study") },
  [MW_FACET_DURATION] = { N_ ("Up to 3 months"), N_ ("3 months to 1 year"), N_ ("More than 1 year"), N_ ("Open-ended"),
                          N_ ("Varies"), N_ ("Not stated") },
  [MW_FACET_INTENSITY] = { N_ ("Daily"), N_ ("Weekly"), N_ ("Every two weeks"), N_ ("Monthly"), N_ ("Varies"),
                           N_ ("Not stated") },
  [MW_FACET_COSTS] = { N_ ("Free of charge"), N_ ("At a cost"), N_ ("On request"), N_ ("Not stated") },
  [MW_FACET_TRAINING] = { N_ ("Available"), N_ ("Required"), N_ ("None"), N_ ("Not stated") },
  [MW_FACET_DESCRIBED] = { N_ ("Described method"), N_ ("Practice example") },
  [MW_FACET_EVIDENCE] = { N_ ("No research known"), N_ ("Experience from practice"), N_ ("Descriptive study"),
                          N_ ("Effect study"), N_ ("Effect study with control group") },
  [MW_FACET_LONELINESS] = { N_ ("Less lonely"), N_ ("Somewhat less lonely"), N_ ("No effect found"),
                            N_ ("Not measured"), N_ ("Nothing reported") },
  [MW_FACET_GROUP] = { N_ ("Impending and situational isolation"), N_ ("Structural isolation"),
                       N_ ("Specific target groups"), N_ ("Our own interventions") },
  [MW_FACET_OFFER] = { N_ ("In our offer"), N_ ("At a partner"), N_ ("Not available here"), N_ ("Not filled in") },
};

static const char *const fields[MW_N_FIELDS] = {
  [MW_FIELD_AUDIENCE] = N_ ("For whom"),
  [MW_FIELD_GOAL] = N_ ("Aim"),
  [MW_FIELD_METHOD] = N_ ("How it works"),
  [MW_FIELD_SUITABILITY] = N_ ("Suitable for"),
  [MW_FIELD_PERFORMED_BY] = N_ ("Carried out by"),
  [MW_FIELD_DURATION] = N_ ("Duration"),
  [MW_FIELD_INTENSITY] = N_ ("How often"),
  [MW_FIELD_MATERIALS] = N_ ("Materials"),
  [MW_FIELD_TRAINING] = N_ ("Training"),
  [MW_FIELD_COSTS] = N_ ("Costs"),
  [MW_FIELD_EFFECTS] = N_ ("Effects"),
  [MW_FIELD_DEVELOPER] = N_ ("Developer and year"),
  [MW_FIELD_MORE_INFORMATION] = N_ ("More information"),
};

static const char *const sources[MW_N_SOURCES] = {
  [MW_SOURCE_PERSISTENCE] = N_ ("How the isolation arose"),
  [MW_SOURCE_ORIENTATION] = N_ ("The wish for contact"),
  [MW_SOURCE_COMPETENCES] = N_ ("Social competences"),
  [MW_SOURCE_STRATEGY] = N_ ("Survival strategy"),
};

static const char *const persistences[MW_N_PERSISTENCES] = {
  [MW_PERSISTENCE_UNANSWERED] = N_ ("Not answered"),
  [MW_PERSISTENCE_UNCLEAR] = N_ ("Not clear yet"),
  [MW_PERSISTENCE_IMPENDING] = N_ ("Isolation is impending"),
  [MW_PERSISTENCE_SITUATIONAL] = N_ ("Isolated through recent events"),
  [MW_PERSISTENCE_STRUCTURAL] = N_ ("Isolated for many years"),
  [MW_PERSISTENCE_COMPLEX] = N_ ("Isolated for many years, with complex problems"),
};

static const char *const orientations[MW_N_ORIENTATIONS] = {
  [MW_ORIENTATION_UNANSWERED] = N_ ("Not answered"),
  [MW_ORIENTATION_UNCLEAR] = N_ ("Not clear yet"),
  [MW_ORIENTATION_ORIENTED] = N_ ("Would like contact with others"),
  [MW_ORIENTATION_NOT_ORIENTED] = N_ ("Does not seek contact, or not clearly"),
};

static const char *const competences_words[MW_N_COMPETENCES] = {
  [MW_COMPETENCES_UNANSWERED] = N_ ("Not answered"),
  [MW_COMPETENCES_UNCLEAR] = N_ ("Not clear yet"),
  [MW_COMPETENCES_SUFFICIENT] = N_ ("Sufficient"),
  [MW_COMPETENCES_LIMITED] = N_ ("Limited"),
  [MW_COMPETENCES_FUNCTIONAL] = N_ ("Sufficient, but functional only"),
  [MW_COMPETENCES_DEFICIENT] = N_ ("Deficient"),
};

MwLanguage
mw_words_get_language (void)
{
  /* Translators: the code of your language, "en" or "nl" */
  const char *code = C_ ("language code", "en");
  MwLanguage language = MW_LANGUAGE_EN;

  mw_language_from_id (code, &language);

  return language;
}

void
mw_words_set_language (MwLanguage language)
{
  if (g_strcmp0 (g_getenv ("LANGUAGE"), mw_language_get_id (language)) == 0)
    return;

  g_setenv ("LANGUAGE", mw_language_get_id (language), TRUE);
  _nl_msg_cat_cntr++;
}

const char *
mw_words_get_facet (MwFacet facet)
{
  g_return_val_if_fail (facet < MW_N_FACETS, "");

  return _ (facets[facet]);
}

char *
mw_words_dup_facet_value (MwFacet facet, guint value)
{
  g_return_val_if_fail (value < mw_facet_get_n_values (facet), NULL);

  if (facet == MW_FACET_PROFILE)
    return mw_words_dup_profile (value);
  if (facet == MW_FACET_ROW)
    return g_strdup (mw_typology_texts_peek_row (MW_PERSISTENCE_IMPENDING + value, MW_TYPOLOGY_NAME,
                                                 mw_words_get_language ()));

  return g_strdup (_ (values[facet][value]));
}

const char *
mw_words_get_field (MwField field)
{
  g_return_val_if_fail (field < MW_N_FIELDS, "");

  return _ (fields[field]);
}

char *
mw_words_dup_profile (MwProfile profile)
{
  const char *name = mw_typology_texts_peek_profile (profile, MW_TYPOLOGY_NAME, MW_LANGUAGE_NL);

  if (mw_words_get_language () == MW_LANGUAGE_NL)
    return g_strdup (name);

  return g_strdup_printf ("%s (%s)", name,
                          mw_typology_texts_peek_profile (profile, MW_TYPOLOGY_NAME, mw_words_get_language ()));
}

char *
mw_words_dup_profiles (MwProfileSet profiles)
{
  g_auto (GStrv) names = g_new0 (char *, MW_N_PROFILES + 1);
  guint n_names = 0;

  for (guint p = 0; p < MW_N_PROFILES; p++)
    if (profiles & MW_PROFILE_SET_OF (p))
      names[n_names++] = mw_words_dup_profile (p);

  return mw_words_join_or (names);
}

const char *
mw_words_get_source (MwSource source)
{
  g_return_val_if_fail (source < MW_N_SOURCES, "");

  return _ (sources[source]);
}

const char *
mw_words_get_persistence (MwPersistence persistence)
{
  g_return_val_if_fail (persistence < MW_N_PERSISTENCES, "");

  return _ (persistences[persistence]);
}

const char *
mw_words_get_orientation (MwOrientation orientation)
{
  g_return_val_if_fail (orientation < MW_N_ORIENTATIONS, "");

  return _ (orientations[orientation]);
}

const char *
mw_words_get_competences (MwCompetences competences)
{
  g_return_val_if_fail (competences < MW_N_COMPETENCES, "");

  return _ (competences_words[competences]);
}

const char *
mw_words_get_evidence (MwEvidence evidence)
{
  g_return_val_if_fail (evidence <= MW_EVIDENCE_CONTROLLED, "");

  return _ (values[MW_FACET_EVIDENCE][evidence]);
}

const char *
mw_words_get_loneliness (MwLoneliness loneliness)
{
  g_return_val_if_fail (loneliness <= MW_LONELINESS_UNKNOWN, "");

  return _ (values[MW_FACET_LONELINESS][loneliness]);
}

char *
mw_words_dup_lower (const char *words)
{
  GString *lower = g_string_new (NULL);

  g_string_append_unichar (lower, g_unichar_tolower (g_utf8_get_char (words)));
  g_string_append (lower, g_utf8_next_char (words));

  return g_string_free (lower, FALSE);
}

static gboolean
is_abbreviation (const char *words)
{
  return g_unichar_isupper (g_utf8_get_char (words)) && g_unichar_isupper (g_utf8_get_char (g_utf8_next_char (words)));
}

char *
mw_words_join (char **words)
{
  GString *joined = g_string_new (words[0]);

  for (guint i = 1; words[0] && words[i]; i++)
    {
      g_autofree char *lower = is_abbreviation (words[i]) ? g_strdup (words[i]) : mw_words_dup_lower (words[i]);

      g_string_append_printf (joined, ", %s", lower);
    }

  return g_string_free (joined, FALSE);
}

char *
mw_words_join_or (char **words)
{
  guint n_words = g_strv_length (words);
  g_autofree char *last = NULL;
  g_autofree char *first = NULL;

  if (n_words < 2)
    return g_strdup (n_words == 1 ? words[0] : "");

  last = g_steal_pointer (&words[n_words - 1]);
  first = g_strjoinv (", ", words);
  words[n_words - 1] = g_strdup (last);

  /* Translators: the end of an enumeration: "A, B or C" */
  return g_strdup_printf (_ ("%s or %s"), first, last);
}
