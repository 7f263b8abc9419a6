/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-intervention.h"

#include <stdlib.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (MwIntervention, mw_intervention, mw_intervention_ref, mw_intervention_unref)

static const char *const field_ids[MW_N_FIELDS] = {
  "audience",  "goal",     "method", "suitability", "performed-by", "duration",         "intensity",
  "materials", "training", "costs",  "effects",     "developer",    "more-information",
};

static const char *const language_ids[MW_N_LANGUAGES] = { "nl", "en" };

static gboolean
find_id (const char *const *ids, guint n_ids, const char *id, guint *position)
{
  for (guint i = 0; i < n_ids; i++)
    if (g_strcmp0 (ids[i], id) == 0)
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

static void
clear_span (gpointer data)
{
  MwSpan *span = data;

  g_free (span->href);
}

const char *
mw_field_get_id (MwField field)
{
  g_return_val_if_fail (field < MW_N_FIELDS, NULL);

  return field_ids[field];
}

gboolean
mw_field_from_id (const char *id, MwField *field)
{
  return find_id (field_ids, MW_N_FIELDS, id, field);
}

const char *
mw_language_get_id (MwLanguage language)
{
  g_return_val_if_fail (language < MW_N_LANGUAGES, NULL);

  return language_ids[language];
}

gboolean
mw_language_from_id (const char *id, MwLanguage *language)
{
  return find_id (language_ids, MW_N_LANGUAGES, id, language);
}

MwBlock *
mw_block_new (MwBlockKind kind)
{
  MwBlock *self = g_new0 (MwBlock, 1);

  self->kind = kind;
  self->spans = g_array_new (FALSE, TRUE, sizeof (MwSpan));
  g_array_set_clear_func (self->spans, clear_span);

  return self;
}

void
mw_block_free (MwBlock *self)
{
  g_free (self->text);
  g_array_unref (self->spans);
  g_free (self);
}

void
mw_block_add_span (MwBlock *self, MwSpanKind kind, guint start, guint stop, const char *href)
{
  MwSpan span = { kind, start, stop, g_strdup (href) };

  g_array_append_val (self->spans, span);
}

MwIntervention *
mw_intervention_new (void)
{
  MwIntervention *self = g_new0 (MwIntervention, 1);

  g_atomic_ref_count_init (&self->refs);
  self->aliases = g_ptr_array_new_with_free_func (g_free);
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    {
      self->remarks[l] = g_ptr_array_new_with_free_func ((GDestroyNotify) mw_block_free);
      for (guint f = 0; f < MW_N_FIELDS; f++)
        self->fields[f][l] = g_ptr_array_new_with_free_func ((GDestroyNotify) mw_block_free);
    }

  return self;
}

MwIntervention *
mw_intervention_ref (MwIntervention *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
mw_intervention_unref (MwIntervention *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_free (self->id);
  g_free (self->numbers[0].text);
  g_free (self->numbers[1].text);
  g_free (self->developer_year);
  g_clear_pointer (&self->former, mw_catalogue_header_free);
  g_ptr_array_unref (self->aliases);
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    {
      g_free (self->name[l]);
      g_free (self->summary[l]);
      g_ptr_array_unref (self->remarks[l]);
      for (guint f = 0; f < MW_N_FIELDS; f++)
        g_ptr_array_unref (self->fields[f][l]);
    }
  g_free (self);
}

static gpointer
copy_string (gconstpointer source, gpointer data)
{
  return g_strdup (source);
}

static gpointer
copy_block (gconstpointer source, gpointer data)
{
  const MwBlock *block = source;
  MwBlock *copy = mw_block_new (block->kind);

  copy->text = g_strdup (block->text);
  for (guint i = 0; i < block->spans->len; i++)
    {
      const MwSpan *span = &g_array_index (block->spans, MwSpan, i);

      mw_block_add_span (copy, span->kind, span->start, span->stop, span->href);
    }

  return copy;
}

MwIntervention *
mw_intervention_copy (const MwIntervention *self)
{
  MwIntervention *copy = mw_intervention_new ();

  copy->id = g_strdup (self->id);
  copy->n_numbers = self->n_numbers;
  for (guint n = 0; n < self->n_numbers; n++)
    copy->numbers[n] = (MwNumber){ self->numbers[n].group, g_strdup (self->numbers[n].text) };
  copy->fits = self->fits;
  copy->guidance = self->guidance;
  copy->developer_year = g_strdup (self->developer_year);
  copy->not_stated = self->not_stated;
  memcpy (copy->facets, self->facets, sizeof self->facets);
  g_ptr_array_extend (copy->aliases, self->aliases, copy_string, NULL);
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    {
      copy->name[l] = g_strdup (self->name[l]);
      copy->summary[l] = g_strdup (self->summary[l]);
      g_ptr_array_extend (copy->remarks[l], self->remarks[l], copy_block, NULL);
      for (guint f = 0; f < MW_N_FIELDS; f++)
        g_ptr_array_extend (copy->fields[f][l], self->fields[f][l], copy_block, NULL);
    }

  return copy;
}

void
mw_intervention_derive_facets (MwIntervention *self)
{
  self->facets[MW_FACET_PROFILE] = self->fits;
  self->facets[MW_FACET_ROW] = 0;
  self->facets[MW_FACET_GROUP] = 0;

  for (guint p = 0; p < MW_N_PROFILES; p++)
    if (self->fits & MW_PROFILE_SET_OF (p))
      self->facets[MW_FACET_ROW] |= 1u << (mw_profile_get_persistence (p) - MW_PERSISTENCE_IMPENDING);
  for (guint n = 0; n < self->n_numbers; n++)
    self->facets[MW_FACET_GROUP] |= 1u << self->numbers[n].group;
}

guint
mw_number_get_order (const char *number)
{
  const char *dot = strchr (number, '.');
  guint major = number[0] == 'L' ? 100 : (guint) atoi (number);

  return major * 100000 + (dot ? (guint) atoi (dot + 1) : 0);
}

const char *
mw_intervention_get_name (MwIntervention *self, MwLanguage language)
{
  return self->name[language] ? self->name[language] : self->name[MW_LANGUAGE_NL];
}

const char *
mw_intervention_get_summary (MwIntervention *self, MwLanguage language)
{
  return self->summary[language] ? self->summary[language] : self->summary[MW_LANGUAGE_NL];
}

GPtrArray *
mw_intervention_get_field (MwIntervention *self, MwField field, MwLanguage language)
{
  g_return_val_if_fail (field < MW_N_FIELDS, NULL);

  return self->fields[field][language]->len > 0 ? self->fields[field][language] : self->fields[field][MW_LANGUAGE_NL];
}

GPtrArray *
mw_intervention_get_remarks (MwIntervention *self, MwLanguage language)
{
  return self->remarks[language]->len > 0 ? self->remarks[language] : self->remarks[MW_LANGUAGE_NL];
}

gboolean
mw_intervention_has_language (MwIntervention *self, MwLanguage language)
{
  if (!self->summary[language] || self->remarks[language]->len < self->remarks[MW_LANGUAGE_NL]->len)
    return FALSE;

  for (guint f = 0; f < MW_N_FIELDS; f++)
    if (self->fields[f][language]->len == 0 && !(self->not_stated & (1u << f)))
      return FALSE;

  return TRUE;
}
