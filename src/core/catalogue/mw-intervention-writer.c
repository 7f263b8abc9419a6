/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-intervention-writer.h"

#include <string.h>

static const char *const span_elements[]
  = { [MW_SPAN_REFERENCE] = "reference", [MW_SPAN_LINK] = "link", [MW_SPAN_ORGANISATION] = "organisation" };

/* As XML 1.0 has it, section 2.2, but for a carriage return, which a reader takes for a line end. */
static gboolean
is_allowed (gunichar c)
{
  return c >= ' ' ? c != 0xfffe && c != 0xffff : c == '\n' || c == '\t';
}

static void
append_escaped (GString *xml, const char *text, gboolean is_attribute)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '&')
        g_string_append (xml, "&amp;");
      else if (c == '<')
        g_string_append (xml, "&lt;");
      else if (c == '>')
        g_string_append (xml, "&gt;");
      else if (c == '"')
        g_string_append (xml, "&quot;");
      else if (c < ' ' && is_attribute && is_allowed (c))
        g_string_append_printf (xml, "&#%u;", c); /* as it is, it would be read as a space (section 3.3.3) */
      else if (is_allowed (c))
        g_string_append_unichar (xml, c);
    }
}

void
mw_xml_append_text (GString *xml, const char *text)
{
  append_escaped (xml, text, FALSE);
}

void
mw_xml_append_attribute (GString *xml, const char *name, const char *value)
{
  g_string_append_printf (xml, " %s=\"", name);
  append_escaped (xml, value, TRUE);
  g_string_append_c (xml, '"');
}

static void
append_title (GString *xml, const char *element, MwLanguage language, const char *text)
{
  if (!text)
    return;

  g_string_append_printf (xml, "      <%s xml:lang=\"%s\">", element, mw_language_get_id (language));
  mw_xml_append_text (xml, text);
  g_string_append_printf (xml, "</%s>\n", element);
}

static void
append_part (GString *xml, const char *text, guint start, guint stop)
{
  g_autofree char *part = g_strndup (text + start, stop - start);

  mw_xml_append_text (xml, part);
}

static void
append_inline (GString *xml, const MwBlock *block)
{
  guint at = 0;

  for (guint i = 0; i < block->spans->len; i++)
    {
      const MwSpan *span = &g_array_index (block->spans, MwSpan, i);
      const char *element = span_elements[span->kind];

      append_part (xml, block->text, at, span->start);
      g_string_append_printf (xml, "<%s", element);
      if (span->kind == MW_SPAN_LINK && span->href)
        mw_xml_append_attribute (xml, "href", span->href);
      g_string_append_c (xml, '>');
      append_part (xml, block->text, span->start, span->stop);
      g_string_append_printf (xml, "</%s>", element);
      at = span->stop;
    }
  append_part (xml, block->text, at, (guint) strlen (block->text));
}

static void
append_blocks (GString *xml, GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const MwBlock *block = g_ptr_array_index (blocks, i);
      const char *element = block->kind == MW_BLOCK_ITEM ? "item" : "p";

      g_string_append_printf (xml, "<%s>", element);
      append_inline (xml, block);
      g_string_append_printf (xml, "</%s>", element);
    }
}

/* @year: (nullable) */
static void
append_prose (GString *xml, const char *element, MwLanguage language, const char *year, GPtrArray *blocks)
{
  g_string_append_printf (xml, "      <%s xml:lang=\"%s\"", element, mw_language_get_id (language));
  if (year)
    mw_xml_append_attribute (xml, "year", year);
  if (!blocks)
    {
      g_string_append (xml, " stated=\"no\"/>\n");
      return;
    }

  g_string_append_c (xml, '>');
  append_blocks (xml, blocks);
  g_string_append_printf (xml, "</%s>\n", element);
}

static void
append_field (GString *xml, const MwIntervention *self, MwField field)
{
  const char *year = field == MW_FIELD_DEVELOPER ? self->developer_year : NULL;

  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    if (self->fields[field][l]->len > 0)
      append_prose (xml, mw_field_get_id (field), l, year, self->fields[field][l]);
  if (self->not_stated & (1u << field))
    append_prose (xml, mw_field_get_id (field), MW_LANGUAGE_NL, year, NULL);
}

static void
append_titles (GString *xml, const MwIntervention *self)
{
  for (guint n = 0; n < self->n_numbers; n++)
    {
      g_string_append_printf (xml, "      <number group=\"%s\">",
                              mw_facet_get_value_id (MW_FACET_GROUP, self->numbers[n].group));
      mw_xml_append_text (xml, self->numbers[n].text);
      g_string_append (xml, "</number>\n");
    }
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    append_title (xml, "name", l, self->name[l]);
  for (guint i = 0; i < self->aliases->len; i++)
    append_title (xml, "alias", MW_LANGUAGE_NL, g_ptr_array_index (self->aliases, i));
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    append_title (xml, "summary", l, self->summary[l]);
}

static void
append_fits (GString *xml, const MwIntervention *self)
{
  for (guint p = 0; p < MW_N_PROFILES; p++)
    if (self->fits & MW_PROFILE_SET_OF (p))
      g_string_append_printf (xml, "      <fits profile=\"%s\"%s/>\n", mw_profile_get_id (p),
                              self->guidance & MW_PROFILE_SET_OF (p) ? " guidance=\"yes\"" : "");
}

static void
append_facets (GString *xml, const MwIntervention *self)
{
  int level = g_bit_nth_lsf (self->facets[MW_FACET_EVIDENCE], -1);
  int loneliness = g_bit_nth_lsf (self->facets[MW_FACET_LONELINESS], -1);

  for (guint f = 0; f < MW_N_XML_FACETS; f++)
    for (guint v = 0; v < mw_facet_get_n_values (f); v++)
      if (self->facets[f] & (1u << v))
        g_string_append_printf (xml, "      <facet name=\"%s\" value=\"%s\"/>\n", mw_facet_get_id (f),
                                mw_facet_get_value_id (f, v));
  if (level >= 0 && loneliness >= 0)
    g_string_append_printf (xml, "      <evidence level=\"%s\" loneliness=\"%s\"/>\n",
                            mw_facet_get_value_id (MW_FACET_EVIDENCE, (guint) level),
                            mw_facet_get_value_id (MW_FACET_LONELINESS, (guint) loneliness));
}

char *
mw_intervention_dup_xml (const MwIntervention *self)
{
  GString *xml = g_string_new ("    <intervention xmlns=\"urn:maatwerk:catalogue:1\"");

  mw_xml_append_attribute (xml, "id", self->id ? self->id : "");
  g_string_append (xml, ">\n");
  append_titles (xml, self);
  append_fits (xml, self);
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    for (guint i = 0; i < self->remarks[l]->len; i++)
      {
        g_autoptr (GPtrArray) one = g_ptr_array_new ();

        g_ptr_array_add (one, g_ptr_array_index (self->remarks[l], i));
        append_prose (xml, "remark", l, NULL, one);
      }
  for (guint f = 0; f < MW_N_FIELDS; f++)
    append_field (xml, self, f);
  append_facets (xml, self);
  g_string_append (xml, "    </intervention>\n");

  return g_string_free (xml, FALSE);
}
