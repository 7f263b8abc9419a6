/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-catalogue-change.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (MwCatalogueChange, mw_catalogue_change, G_TYPE_OBJECT)

static void
part_free (gpointer data)
{
  MwPartChange *part = data;

  g_free (part->before);
  g_free (part->after);
  g_free (part);
}

static MwPartChange *
add_part (GPtrArray *parts, MwPart kind, guint which, MwLanguage language)
{
  MwPartChange *part = g_new0 (MwPartChange, 1);

  part->part = kind;
  part->which = which;
  part->language = language;
  g_ptr_array_add (parts, part);

  return part;
}

/* @before, @after: (transfer full) (nullable) */
static void
compare_texts (GPtrArray *parts, MwPart kind, MwLanguage language, char *before, char *after)
{
  MwPartChange *part;

  if (g_strcmp0 (before, after) == 0)
    {
      g_free (before);
      g_free (after);
      return;
    }

  part = add_part (parts, kind, 0, language);
  part->before = before;
  part->after = after;
}

static void
append_block (GString *text, const MwBlock *block, gboolean alone, gboolean links)
{
  guint at = 0;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (block->kind == MW_BLOCK_ITEM && !alone) /* as a page shows it */
    g_string_append (text, "• ");
  for (guint i = 0; links && i < block->spans->len; i++)
    {
      const MwSpan *span = &g_array_index (block->spans, MwSpan, i);

      g_string_append_len (text, block->text + at, span->stop - at);
      at = span->stop;
      if (span->href)
        g_string_append_printf (text, " <%s>", span->href);
    }
  g_string_append (text, block->text + at);
}

/* Returns: (transfer full) (nullable): %NULL when there are no blocks */
static char *
dup_blocks (GPtrArray *blocks, gboolean links)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    append_block (text, g_ptr_array_index (blocks, i), blocks->len == 1, links);

  return blocks->len > 0 ? g_strdup (text->str) : NULL;
}

static gboolean
are_spans_equal (GArray *a, GArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const MwSpan *first = &g_array_index (a, MwSpan, i);
      const MwSpan *second = &g_array_index (b, MwSpan, i);

      if (first->kind != second->kind || first->start != second->start || first->stop != second->stop
          || g_strcmp0 (first->href, second->href) != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
are_blocks_equal (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const MwBlock *first = g_ptr_array_index (a, i);
      const MwBlock *second = g_ptr_array_index (b, i);

      if (first->kind != second->kind || strcmp (first->text, second->text) != 0
          || !are_spans_equal (first->spans, second->spans))
        return FALSE;
    }

  return TRUE;
}

/* The addresses of links are told only where they are what differs. */
static void
set_blocks (MwPartChange *part, GPtrArray *before, GPtrArray *after)
{
  part->before = dup_blocks (before, FALSE);
  part->after = dup_blocks (after, FALSE);
  if (g_strcmp0 (part->before, part->after) != 0)
    return;

  g_free (part->before);
  g_free (part->after);
  part->before = dup_blocks (before, TRUE);
  part->after = dup_blocks (after, TRUE);
}

static void
compare_remarks (GPtrArray *parts, MwIntervention *before, MwIntervention *after)
{
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    if (!are_blocks_equal (before->remarks[l], after->remarks[l]))
      set_blocks (add_part (parts, MW_PART_REMARKS, 0, l), before->remarks[l], after->remarks[l]);
}

/* What is not stated is told once, not for each language. */
static void
compare_field (GPtrArray *parts, MwIntervention *before, MwIntervention *after, MwField field)
{
  gboolean not_stated_before = (before->not_stated >> field) & 1;
  gboolean not_stated_after = (after->not_stated >> field) & 1;

  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    {
      MwPartChange *part;

      if (are_blocks_equal (before->fields[field][l], after->fields[field][l])
          && (not_stated_before == not_stated_after || l != MW_LANGUAGE_NL))
        continue;
      part = add_part (parts, MW_PART_FIELD, field, l);
      set_blocks (part, before->fields[field][l], after->fields[field][l]);
      part->not_stated_before = not_stated_before;
      part->not_stated_after = not_stated_after;
    }
}

/* Such as "1.5 / 2.2". Returns: (transfer full) */
static char *
dup_numbers (MwIntervention *intervention)
{
  return intervention->n_numbers == 2
           ? g_strdup_printf ("%s / %s", intervention->numbers[0].text, intervention->numbers[1].text)
           : g_strdup (intervention->numbers[0].text);
}

/* Returns: (transfer full) (nullable) */
static char *
dup_aliases (MwIntervention *intervention)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < intervention->aliases->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (char *) g_ptr_array_index (intervention->aliases, i));

  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static void
compare_fits (GPtrArray *parts, MwIntervention *before, MwIntervention *after)
{
  MwPartChange *part;

  if (before->fits == after->fits && before->guidance == after->guidance)
    return;

  part = add_part (parts, MW_PART_FITS, 0, MW_LANGUAGE_NL);
  part->set_before = before->fits;
  part->set_after = after->fits;
  part->guidance_before = before->guidance;
  part->guidance_after = after->guidance;
}

/* Profiles and rows follow from what fits. */
static void
compare_facets (GPtrArray *parts, MwIntervention *before, MwIntervention *after)
{
  for (guint f = 0; f < MW_N_FACETS; f++)
    {
      MwPartChange *part;

      if (before->facets[f] == after->facets[f] || f == MW_FACET_PROFILE || f == MW_FACET_ROW)
        continue;
      part = add_part (parts, MW_PART_FACET, f, MW_LANGUAGE_NL);
      part->set_before = before->facets[f];
      part->set_after = after->facets[f];
    }
}

static void
compare_texts_of_language (GPtrArray *parts, MwPart kind, char *const *before, char *const *after)
{
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    compare_texts (parts, kind, l, g_strdup (before[l]), g_strdup (after[l]));
}

static void
compare (GPtrArray *parts, MwIntervention *before, MwIntervention *after)
{
  compare_texts (parts, MW_PART_NUMBERS, MW_LANGUAGE_NL, dup_numbers (before), dup_numbers (after));
  compare_texts_of_language (parts, MW_PART_NAME, before->name, after->name);
  compare_texts (parts, MW_PART_ALIASES, MW_LANGUAGE_NL, dup_aliases (before), dup_aliases (after));
  compare_texts_of_language (parts, MW_PART_SUMMARY, before->summary, after->summary);
  compare_fits (parts, before, after);
  compare_remarks (parts, before, after);
  for (guint f = 0; f < MW_N_FIELDS; f++)
    {
      compare_field (parts, before, after, f);
      if (f == MW_FIELD_DEVELOPER)
        compare_texts (parts, MW_PART_YEAR, MW_LANGUAGE_NL, g_strdup (before->developer_year),
                       g_strdup (after->developer_year));
    }
  compare_facets (parts, before, after);
}

static void
mw_catalogue_change_finalize (GObject *object)
{
  MwCatalogueChange *self = MW_CATALOGUE_CHANGE (object);

  g_free (self->id);
  g_free (self->numbers);
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    {
      g_free (self->name[l]);
      g_free (self->summary[l]);
    }
  g_ptr_array_unref (self->parts);

  G_OBJECT_CLASS (mw_catalogue_change_parent_class)->finalize (object);
}

static void
mw_catalogue_change_class_init (MwCatalogueChangeClass *class)
{
  G_OBJECT_CLASS (class)->finalize = mw_catalogue_change_finalize;
}

static void
mw_catalogue_change_init (MwCatalogueChange *self)
{
  self->parts = g_ptr_array_new_with_free_func (part_free);
}

MwCatalogueChange *
mw_catalogue_change_new (MwIntervention *before, MwIntervention *after)
{
  g_autoptr (MwCatalogueChange) self = g_object_new (MW_TYPE_CATALOGUE_CHANGE, NULL);
  MwIntervention *shown = after ? after : before;

  g_return_val_if_fail (shown, NULL);

  self->kind = !before ? MW_CHANGE_ADDED : after ? MW_CHANGE_CHANGED : MW_CHANGE_REMOVED;
  if (before && after)
    {
      compare (self->parts, before, after);
      if (self->parts->len == 0)
        return NULL;
    }

  self->id = g_strdup (shown->id);
  self->numbers = dup_numbers (shown);
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    {
      self->name[l] = g_strdup (shown->name[l]);
      self->summary[l] = g_strdup (shown->summary[l]);
    }

  return g_steal_pointer (&self);
}

const char *
mw_catalogue_change_get_name (MwCatalogueChange *self, MwLanguage language)
{
  return self->name[language] ? self->name[language] : self->name[MW_LANGUAGE_NL];
}

const char *
mw_catalogue_change_get_summary (MwCatalogueChange *self, MwLanguage language)
{
  return self->summary[language] ? self->summary[language] : self->summary[MW_LANGUAGE_NL];
}
