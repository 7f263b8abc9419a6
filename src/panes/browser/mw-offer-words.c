/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-offer-words.h"

#include <glib/gi18n.h>

#include "mw-catalogue-problem.h"
#include "mw-error.h"
#include "mw-organisation-merge.h"
#include "mw-words.h"

/* More than these are counted, not named. */
#define MAX_NAMED 3

char *
mw_offer_words_dup_status (MwOfferStatus status, const char *provider)
{
  g_autofree char *words = mw_words_dup_facet_value (MW_FACET_OFFER, status);

  if (!provider || !*provider || status == MW_OFFER_UNKNOWN)
    return g_steal_pointer (&words);

  return g_strdup_printf ("%s: %s", words, provider);
}

char *
mw_offer_words_dup_mark (MwCatalogueEntry *entry)
{
  static const char *const marks[MW_N_OFFER_STATUSES] = { "✓ ", "→ ", "✗ ", NULL };
  int status = g_bit_nth_lsf (entry->facets[MW_FACET_OFFER], -1);
  GString *words = g_string_new (NULL);

  if (mw_catalogue_entry_is_own (entry))
    g_string_append (words, _ ("★ Our own intervention"));
  if (status >= 0 && status < MW_OFFER_UNKNOWN)
    {
      g_autofree char *offer = mw_offer_words_dup_status ((MwOfferStatus) status, entry->provider);

      g_string_append_printf (words, "%s%s%s", words->len > 0 ? " · " : "", marks[status], offer);
    }
  if (words->len > 0)
    return g_string_free (words, FALSE);

  g_string_free (words, TRUE);

  return NULL;
}

char *
mw_offer_words_dup_fact (const MwOrganisationItem *offer, MwOfferText which)
{
  const char *text = offer->texts[which];

  if (!*text)
    return NULL;

  switch (which)
    {
    case MW_OFFER_CONTACT:
      return g_strdup_printf (_ ("Contact: %s"), text);
    case MW_OFFER_WAITING_TIME:
      return g_strdup_printf (_ ("Waiting time: %s"), text);
    case MW_OFFER_REMARKS:
      return g_strdup_printf (_ ("Remarks: %s"), text);
    case MW_OFFER_PROVIDER:
    default:
      return NULL;
    }
}

char *
mw_offer_words_dup_facts (const MwOrganisationItem *offer)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);

  for (guint t = MW_OFFER_PROVIDER + 1; offer && t < MW_N_OFFER_TEXTS; t++)
    if (*offer->texts[t])
      g_ptr_array_add (facts, mw_offer_words_dup_fact (offer, t));
  if (facts->len == 0)
    return NULL;

  g_ptr_array_add (facts, NULL);

  return g_strjoinv ("\n", (char **) facts->pdata);
}

char *
mw_offer_words_dup_whom (const MwOrganisationItem *offer)
{
  const char *provider = offer ? offer->texts[MW_OFFER_PROVIDER] : "";
  const char *contact = offer ? offer->texts[MW_OFFER_CONTACT] : "";
  g_autofree char *lines = NULL;
  g_auto (GStrv) parts = NULL;

  if (!*provider && !*contact)
    return NULL;

  lines = g_strdup_printf ("%s%s%s", provider, *provider && *contact ? "\n" : "", contact);
  parts = g_strsplit (lines, "\n", -1);

  return g_strjoinv (", ", parts);
}

char *
mw_offer_words_dup_state (MwOrganisationFile *file)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (mw_organisation_file_get_time (file));
  g_autofree char *clock = time ? g_date_time_format (time, "%H:%M") : g_strdup ("");

  switch (mw_organisation_file_get_state (file))
    {
    case MW_ORGANISATION_LOADING:
      return g_strdup (_ ("Being read…"));
    case MW_ORGANISATION_SAVING:
      return g_strdup (_ ("Saving…"));
    case MW_ORGANISATION_FAILED:
    case MW_ORGANISATION_INVALID:
      return g_strdup (_ ("Not saved"));
    case MW_ORGANISATION_AWAY:
    case MW_ORGANISATION_SLOW:
      return g_strdup (_ ("Saved on this computer; not in the shared folder yet"));
    case MW_ORGANISATION_SAVED:
    default:
      /* Translators: %s is a time, such as 14:05 */
      return g_strdup_printf (_ ("Saved at %s"), clock);
    }
}

static char *
dup_failed (const GError *error)
{
  if (g_error_matches (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_FULL))
    return g_strdup (_ ("The disk is full: what you filled in about your offer is not saved yet. It stays on the screen and "
                        "is tried again; make room on the disk."));
  if (g_error_matches (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_READ_ONLY))
    return g_strdup (_ ("The file with your offer may not be written: what you filled in is not saved yet. It stays on the "
                        "screen and is tried again; ask your system administrator for access."));
  if (g_error_matches (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_BUSY))
    return g_strdup (_ ("Another program holds the file with your offer. What you filled in stays on the screen and is tried "
                        "again."));

  return g_strdup (_ ("The file with your offer could not be written. What you filled in stays on the screen and is tried "
                      "again."));
}

static char *
dup_invalid (MwOrganisationFile *file)
{
  GPtrArray *problems = mw_organisation_file_get_problems (file);
  const MwProblem *first = problems->len > 0 ? g_ptr_array_index (problems, 0) : NULL;

  if (!first || first->line == 0)
    return g_strdup (_ ("The file with your offer cannot be read. It was left alone, and you see the offer as it was before; "
                        "nothing can be changed until the file is mended."));

  return g_strdup_printf (_ ("The file with your offer has a mistake in line %u. It was left alone, and you see the offer as "
                             "it was before; nothing can be changed until the file is mended."),
                          first->line);
}

char *
mw_offer_words_dup_trouble (MwOrganisationFile *file)
{
  GPtrArray *problems = mw_organisation_file_get_problems (file);
  const MwProblem *first = problems->len > 0 ? g_ptr_array_index (problems, 0) : NULL;

  switch (mw_organisation_file_get_state (file))
    {
    case MW_ORGANISATION_SLOW:
      return g_strdup (_ ("The shared folder with your offer does not answer. You see the offer as it was last read; what you "
                          "change is kept on this computer until the folder is there again."));
    case MW_ORGANISATION_AWAY:
      if (first && first->line > 0)
        return g_strdup_printf (_ ("The file in the shared folder has a mistake in line %u and was left alone. You see the "
                                   "offer as it was last read; what you change is kept on this computer until it is mended."),
                                first->line);
      return g_strdup (_ ("The shared folder with your offer cannot be reached. You see the offer as it was last read; what "
                          "you change is kept on this computer until the folder is there again."));
    case MW_ORGANISATION_FAILED:
      return dup_failed (mw_organisation_file_get_error (file));
    case MW_ORGANISATION_INVALID:
      return dup_invalid (file);
    case MW_ORGANISATION_LOADING:
    case MW_ORGANISATION_SAVED:
    case MW_ORGANISATION_SAVING:
    default:
      return NULL;
    }
}

const char *
mw_offer_words_get_name (const MwOrganisationItem *item)
{
  if (item->intervention)
    return mw_intervention_get_name (item->intervention, mw_words_get_language ());

  return item->name && *item->name ? item->name : item->id;
}

/* The first names, and how many more there are. */
static void
append_name (GString *names, const MwOrganisationItem *item, guint number)
{
  if (number < MAX_NAMED)
    g_string_append_printf (names, "%s%s", number > 0 ? ", " : "", mw_offer_words_get_name (item));
  else if (number == MAX_NAMED)
    g_string_append (names, ", …");
}

char *
mw_offer_words_dup_missing (GPtrArray *missing)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (!missing || missing->len == 0)
    return NULL;

  for (guint i = 0; i < missing->len; i++)
    append_name (names, g_ptr_array_index (missing, i), i);

  return g_strdup_printf (ngettext ("Your offer has %u intervention that this catalogue does not have: %s. What is filled in "
                                    "about it is kept.",
                                    "Your offer has %u interventions that this catalogue does not have: %s. What is filled "
                                    "in about them is kept.",
                                    missing->len),
                          missing->len, names->str);
}

char *
mw_offer_words_dup_conflicts (MwOrganisationFile *file)
{
  GPtrArray *conflicts = mw_organisation_file_get_conflicts (file);
  g_autoptr (GString) names = g_string_new (NULL);

  if (conflicts->len == 0)
    return NULL;

  for (guint i = 0; i < conflicts->len; i++)
    append_name (names, ((MwOrganisationConflict *) g_ptr_array_index (conflicts, i))->theirs, i);

  return g_strdup_printf (_ ("A colleague changed the same as you at the same time: %s. Nothing is lost: both versions are kept "
                             "until you choose."),
                          names->str);
}
