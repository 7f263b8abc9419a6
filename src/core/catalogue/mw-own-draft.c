/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-own-draft.h"

#include <string.h>

#include "mw-catalogue-problem.h"
#include "mw-organisation-writer.h"
#include "mw-prose-text.h"

static MwOwnDraft *
new_empty (void)
{
  MwOwnDraft *self = g_new0 (MwOwnDraft, 1);

  self->aliases = g_strdup ("");
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    {
      self->name[l] = g_strdup ("");
      self->summary[l] = g_strdup ("");
      for (guint f = 0; f < MW_N_FIELDS; f++)
        self->fields[f][l] = g_strdup ("");
    }

  return self;
}

static guint32
get_value (MwFacet facet, const char *id)
{
  guint value = 0;

  mw_facet_value_from_id (facet, id, &value);

  return 1u << value;
}

MwOwnDraft *
mw_own_draft_new (void)
{
  MwOwnDraft *self = new_empty ();
  g_autofree char *unique = g_uuid_string_random ();

  /* Two keepers may begin one at the same time: a name would not tell theirs apart. */
  self->id = g_strconcat ("own-", unique, NULL);
  self->facets[MW_FACET_DURATION] = get_value (MW_FACET_DURATION, "not-stated");
  self->facets[MW_FACET_INTENSITY] = get_value (MW_FACET_INTENSITY, "not-stated");
  self->facets[MW_FACET_COSTS] = get_value (MW_FACET_COSTS, "not-stated");
  self->facets[MW_FACET_TRAINING] = get_value (MW_FACET_TRAINING, "not-stated");
  self->facets[MW_FACET_DESCRIBED] = get_value (MW_FACET_DESCRIBED, "yes");
  self->facets[MW_FACET_EVIDENCE] = 1u << MW_EVIDENCE_NONE;
  self->facets[MW_FACET_LONELINESS] = 1u << MW_LONELINESS_NOT_MEASURED;

  return self;
}

static char *
dup_aliases (MwIntervention *intervention)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < intervention->aliases->len; i++)
    g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", (char *) g_ptr_array_index (intervention->aliases, i));

  return g_string_free (lines, FALSE);
}

static void
take_text (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

MwOwnDraft *
mw_own_draft_new_from (MwIntervention *intervention)
{
  MwOwnDraft *self = new_empty ();

  self->id = g_strdup (intervention->id);
  take_text (&self->aliases, dup_aliases (intervention));
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    {
      mw_own_draft_set_text (&self->name[l], intervention->name[l]);
      mw_own_draft_set_text (&self->summary[l], intervention->summary[l]);
      for (guint f = 0; f < MW_N_FIELDS; f++)
        take_text (&self->fields[f][l], mw_prose_text_dup (intervention->fields[f][l]));
    }
  self->fits = intervention->fits;
  self->guidance = intervention->guidance;
  self->not_stated = intervention->not_stated;
  for (guint f = 0; f <= MW_FACET_LONELINESS; f++)
    self->facets[f] = intervention->facets[f];

  return self;
}

MwOwnDraft *
mw_own_draft_copy (const MwOwnDraft *self)
{
  g_autofree char *data = mw_own_draft_dup_data (self);

  return mw_own_draft_new_from_data (data, strlen (data));
}

gboolean
mw_own_draft_has_english (const MwOwnDraft *self)
{
  gboolean has = *self->name[MW_LANGUAGE_EN] || *self->summary[MW_LANGUAGE_EN];

  for (guint f = 0; f < MW_N_FIELDS; f++)
    has = has || *self->fields[f][MW_LANGUAGE_EN];

  return has;
}

void
mw_own_draft_free (MwOwnDraft *self)
{
  g_free (self->id);
  g_free (self->aliases);
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    {
      g_free (self->name[l]);
      g_free (self->summary[l]);
      for (guint f = 0; f < MW_N_FIELDS; f++)
        g_free (self->fields[f][l]);
    }
  g_free (self);
}

void
mw_own_draft_set_text (char **field, const char *text)
{
  take_text (field, g_utf8_make_valid (text ? text : "", -1));
}

/* Returns: (transfer full) (nullable) */
static char *
dup_line_or_null (const char *text)
{
  g_autofree char *line = mw_prose_text_dup_line (text);

  return *line ? g_steal_pointer (&line) : NULL;
}

static void
set_aliases (MwIntervention *intervention, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_ptr_array_set_size (intervention->aliases, 0);
  for (guint i = 0; lines[i]; i++)
    {
      char *alias = dup_line_or_null (lines[i]);

      if (alias)
        g_ptr_array_add (intervention->aliases, alias);
    }
}

/* The year of the developer is the first one that its text names. */
static void
set_year (MwIntervention *intervention, const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\b(19|20)[0-9]{2}\\b", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (intervention->developer_year && strstr (text, intervention->developer_year))
    return;

  g_clear_pointer (&intervention->developer_year, g_free);
  if (g_regex_match (regex, text, 0, &match))
    intervention->developer_year = g_match_info_fetch (match, 0);
}

static void
set_field (MwIntervention *intervention, MwField field, MwLanguage language, const char *text)
{
  GPtrArray *before = intervention->fields[field][language];

  intervention->fields[field][language] = mw_prose_text_parse (text, before);
  g_ptr_array_unref (before);
}

MwIntervention *
mw_own_draft_to_intervention (const MwOwnDraft *self, MwIntervention *before, const char *number)
{
  MwIntervention *made = before ? mw_intervention_copy (before) : mw_intervention_new ();

  g_free (made->id);
  made->id = g_strdup (self->id);
  if (made->n_numbers == 0)
    made->numbers[made->n_numbers++] = (MwNumber){ MW_GROUP_LOCAL, g_strdup (number) };
  set_aliases (made, self->aliases);
  made->fits = self->fits;
  made->guidance = self->guidance & self->fits;
  made->not_stated = self->not_stated;
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    {
      take_text (&made->name[l], dup_line_or_null (self->name[l]));
      take_text (&made->summary[l], dup_line_or_null (self->summary[l]));
      for (guint f = 0; f < MW_N_FIELDS; f++)
        set_field (made, f, l, self->not_stated & (1u << f) ? "" : self->fields[f][l]);
    }
  set_year (made, self->not_stated & (1u << MW_FIELD_DEVELOPER) ? "" : self->fields[MW_FIELD_DEVELOPER][MW_LANGUAGE_NL]);
  for (guint f = 0; f <= MW_FACET_LONELINESS; f++)
    made->facets[f] = self->facets[f];
  mw_intervention_derive_facets (made);

  return made;
}

static void
add (GPtrArray *problems, MwProblemKind kind, const char *element, const char *attribute)
{
  g_ptr_array_add (problems, mw_problem_new (kind, 0, element, attribute, NULL, NULL, NULL));
}

/* Also when there are only signs of a list. */
static gboolean
is_blank (const char *text)
{
  g_autoptr (GPtrArray) blocks = mw_prose_text_parse (text, NULL);

  return blocks->len == 0;
}

static void
check_texts (char *const *texts, const char *element, GPtrArray *problems)
{
  if (is_blank (texts[MW_LANGUAGE_NL]))
    add (problems, MW_PROBLEM_MISSING_DUTCH, element, NULL);
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    if (strlen (texts[l]) > MW_OWN_MAX_TEXT)
      {
        add (problems, MW_PROBLEM_TEXT_TOO_LONG, element, NULL);
        break;
      }
}

/* By the reader itself, of an organisation that has nothing else. */
static void
check_as_file (const MwOwnDraft *self, GPtrArray *problems)
{
  g_autoptr (MwIntervention) made = mw_own_draft_to_intervention (self, NULL, "L.1");
  g_autoptr (MwOrganisation) alone = mw_organisation_new ();
  g_autoptr (MwOrganisation) as_read = NULL;

  mw_organisation_take (alone, mw_organisation_item_new_own (made->id, made));
  as_read = mw_organisation_check (alone, problems, NULL);
}

void
mw_own_draft_check (const MwOwnDraft *self, GPtrArray *problems)
{
  guint n_before = problems->len;

  check_texts (self->name, "name", problems);
  if (strlen (self->aliases) > MW_OWN_MAX_TEXT)
    add (problems, MW_PROBLEM_TEXT_TOO_LONG, "alias", NULL);
  check_texts (self->summary, "summary", problems);
  if (!self->fits)
    add (problems, MW_PROBLEM_MISSING_ELEMENT, "fits", NULL);
  for (guint f = 0; f < MW_N_FIELDS; f++)
    if (!(self->not_stated & (1u << f)))
      check_texts (self->fields[f], mw_field_get_id (f), problems);
  for (guint f = 0; f <= MW_FACET_LONELINESS; f++)
    if (!self->facets[f])
      add (problems, MW_PROBLEM_MISSING_ATTRIBUTE, "facet", mw_facet_get_id (f));

  if (problems->len == n_before)
    check_as_file (self, problems);
}

gboolean
mw_own_draft_equal (const MwOwnDraft *self, const MwOwnDraft *other)
{
  g_autofree char *one = mw_own_draft_dup_data (self);
  g_autofree char *two = mw_own_draft_dup_data (other);

  return strcmp (one, two) == 0;
}
