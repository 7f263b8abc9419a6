/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-change-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mw-day-words.h"
#include "mw-error.h"
#include "mw-fit-words.h"
#include "mw-words.h"

const char *
mw_change_words_get_kind (MwChangeKind kind)
{
  /* Translators: what another catalogue makes of an intervention */
  static const char *const words[MW_N_CHANGE_KINDS] = { N_ ("New"), N_ ("Changed"), N_ ("Leaves the catalogue") };

  return _ (words[kind]);
}

static const char *
get_part (const MwPartChange *part)
{
  switch (part->part)
    {
    case MW_PART_NUMBERS:
      return _ ("Number");
    case MW_PART_NAME:
      return _ ("Name");
    case MW_PART_ALIASES:
      return _ ("Other names");
    case MW_PART_SUMMARY:
      return _ ("Summary");
    case MW_PART_FITS:
      return _ ("Fits");
    case MW_PART_REMARKS:
      return _ ("Note");
    case MW_PART_YEAR:
      return _ ("Year of development");
    case MW_PART_FACET:
      return mw_words_get_facet (part->which);
    case MW_PART_FIELD:
    default:
      return mw_words_get_field (part->which);
    }
}

char *
mw_change_words_dup_part (const MwPartChange *part)
{
  if (part->part == MW_PART_FACET)
    /* Translators: the codes by which the list is filtered, such as "Duration, for the filters" */
    return g_strdup_printf (_ ("%s, for the filters"), get_part (part));
  if (part->language == MW_LANGUAGE_EN)
    /* Translators: a part of a description that is in English */
    return g_strdup_printf (_ ("%s (English)"), get_part (part));

  return g_strdup (get_part (part));
}

char *
mw_change_words_dup_parts (MwCatalogueChange *change)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < change->parts->len; i++)
    {
      g_autofree char *part = mw_change_words_dup_part (g_ptr_array_index (change->parts, i));

      g_string_append_printf (all, "%s%s", i > 0 ? " · " : "", part);
    }

  return g_string_free (all, FALSE);
}

/* How many bytes both begin with, to the end of a word. */
static gsize
get_common_start (const char *a, const char *b)
{
  gsize end = 0;

  for (gsize i = 0; a[i] && a[i] == b[i]; i++)
    if (a[i] == ' ' || a[i] == '\n')
      end = i + 1;

  return end;
}

/* How many bytes both end with, from the beginning of a word; none of the first @start. */
static gsize
get_common_end (const char *a, const char *b, gsize start)
{
  gsize length_a = strlen (a);
  gsize length_b = strlen (b);
  gsize end = 0;

  for (gsize i = 1; i + start <= MIN (length_a, length_b) && a[length_a - i] == b[length_b - i]; i++)
    if (a[length_a - i] == ' ' || a[length_a - i] == '\n')
      end = i;

  return end;
}

static void
append_escaped (GString *markup, const char *text, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  g_string_append (markup, escaped);
}

/* @other: (nullable): what it is compared with */
static char *
dup_text_markup (const char *text, const char *other)
{
  GString *markup = g_string_new (NULL);
  gsize start = other ? get_common_start (text, other) : 0;
  gsize end = other ? get_common_end (text, other, start) : 0;
  gsize middle = strlen (text) - start - end;

  append_escaped (markup, text, start);
  if (middle > 0 && other)
    {
      g_string_append (markup, "<b><u>");
      append_escaped (markup, text + start, middle);
      g_string_append (markup, "</u></b>");
    }
  else
    append_escaped (markup, text + start, middle);
  append_escaped (markup, text + start + middle, end);

  return g_string_free (markup, FALSE);
}

static char *
dup_facet (MwFacet facet, guint32 set)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint v = 0; v < mw_facet_get_n_values (facet); v++)
    if (set & (1u << v))
      {
        g_autofree char *value = mw_words_dup_facet_value (facet, v);

        g_string_append_printf (all, "%s%s", all->len > 0 ? "\n" : "", value);
      }

  return g_markup_escape_text (all->str, -1);
}

char *
mw_change_words_dup_markup (const MwPartChange *part, gboolean after)
{
  const char *text = after ? part->after : part->before;
  guint32 set = after ? part->set_after : part->set_before;
  g_autofree char *words = NULL;

  if (part->part == MW_PART_FITS)
    words = mw_fit_words_dup_profiles ((MwProfileSet) set, after ? part->guidance_after : part->guidance_before);
  if (words)
    return g_markup_escape_text (words, -1);
  if (part->part == MW_PART_FACET && set)
    return dup_facet (part->which, set);
  if (text)
    return dup_text_markup (text, after ? part->before : part->after);

  return g_markup_escape_text ((after ? part->not_stated_after : part->not_stated_before)
                                 ? _ ("Not stated in the publication")
                                 : _ ("Nothing"),
                               -1);
}

char *
mw_change_words_dup_summary (MwCatalogueChanges *changes)
{
  guint added = changes->by_kind[MW_CHANGE_ADDED]->len;
  guint changed = changes->by_kind[MW_CHANGE_CHANGED]->len;
  guint removed = changes->by_kind[MW_CHANGE_REMOVED]->len;
  g_autofree char *new_words = g_strdup_printf (ngettext ("%u new", "%u new", added), added);
  g_autofree char *changed_words = g_strdup_printf (ngettext ("%u changed", "%u changed", changed), changed);
  g_autofree char *removed_words
    = g_strdup_printf (ngettext ("%u that leaves", "%u that leave", removed), removed);
  g_autofree char *same = g_strdup_printf (ngettext ("%u stays as it is", "%u stay as they are", changes->n_same),
                                           changes->n_same);

  if (mw_catalogue_changes_get_n (changes) == 0)
    return g_strdup (_ ("No intervention changes. What differs is what the catalogue says of itself, or its search words."));

  /* Translators: of interventions: "1 new, 2 changed, 1 that leaves; 36 stay as they are." */
  return g_strdup_printf (_ ("Interventions: %1$s, %2$s, %3$s; %4$s."), new_words, changed_words, removed_words, same);
}

char *
mw_change_words_dup_warning (const MwCatalogueProposal *proposal)
{
  g_autofree char *present = NULL;

  if (!proposal->before)
    return NULL;

  present = mw_day_words_dup_version (proposal->before);
  if (!g_str_equal (proposal->before->id, proposal->after->id))
    return g_strdup_printf (_ ("This is another catalogue, not a newer version of the one you have (“%1$s”, %2$s)."),
                            proposal->before->source, present);
  if (mw_catalogue_header_compare (proposal->after, proposal->before) < 0)
    return g_strdup_printf (_ ("This catalogue is older than the one you have (%s)."), present);

  return NULL;
}

char *
mw_change_words_dup_failure (const GError *error)
{
  if (g_error_matches (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_FULL))
    return g_strdup (_ ("The disk is full. The catalogue that you have stays as it was. Make room, then import the other one "
                        "again."));
  if (g_error_matches (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_READ_ONLY))
    return g_strdup (_ ("The data folder cannot be written. The catalogue that you have stays as it was. Ask your system "
                        "administrator for access."));
  if (g_error_matches (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_NOT_FOUND))
    return g_strdup (_ ("There is no previous catalogue any more. The catalogue that you have stays as it was."));
  if (error->domain == MW_CATALOGUE_ERROR)
    return g_strdup (_ ("The file is damaged or gone. The catalogue that you have stays as it was. Import the other one "
                        "again."));

  return g_strdup (_ ("Something went wrong while the disk was read or written. The catalogue that you have stays as it was. "
                      "Try again, or start Maatwerk again first."));
}
