/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-typology-texts.h"

#include <libxml/parser.h>

#include "mw-core-data.h"
#include "mw-intervention-xml.h"

#define N_ROWS 4

/* The rows first, then the profiles. */
typedef GPtrArray *Texts[N_ROWS + MW_N_PROFILES][MW_N_TYPOLOGY_TEXTS][MW_N_LANGUAGES];

static const char *const ids[MW_N_TYPOLOGY_TEXTS] = {
  "name",     "description", "duration",        "orientation", "competences", "strategy", "kind-of-intervention",
  "possible-result", "limit", "ask", "observe", "example",
};

/* Returns: the place of a <row> or <profile> within Texts, or -1 */
static int
find_place (const xmlNode *node)
{
  g_autofree char *persistence = mw_xml_node_dup_attribute (node, "persistence");
  g_autofree char *id = mw_xml_node_dup_attribute (node, "id");
  MwProfile profile;

  for (int i = 0; persistence && i < N_ROWS; i++)
    if (g_str_equal (persistence, mw_persistence_get_id (MW_PERSISTENCE_IMPENDING + i)))
      return i;

  return id && mw_profile_from_id (id, &profile) ? (int) (N_ROWS + profile) : -1;
}

static void
read_texts (Texts *texts, int place, const xmlNode *parent)
{
  for (const xmlNode *n = parent->children; n; n = n->next)
    for (guint t = 0; t < MW_N_TYPOLOGY_TEXTS; t++)
      if (mw_xml_node_is (n, ids[t]))
        g_ptr_array_add ((*texts)[place][t][mw_xml_node_get_language (n)], mw_xml_node_dup_text (n));
}

static void
read_all (Texts *texts)
{
  g_autoptr (GBytes) bytes = mw_core_data_lookup ("typology.xml");
  xmlDoc *document = xmlReadMemory (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), "typology.xml",
                                    "UTF-8", XML_PARSE_NONET);

  g_assert (document);
  for (const xmlNode *n = xmlDocGetRootElement (document)->children; n; n = n->next)
    {
      int place = n->type == XML_ELEMENT_NODE ? find_place (n) : -1;

      if (place >= 0)
        read_texts (texts, place, n);
    }
  xmlFreeDoc (document);
}

static Texts *
get_texts (void)
{
  static gsize once = 0;
  static Texts texts;

  if (g_once_init_enter (&once))
    {
      for (guint p = 0; p < G_N_ELEMENTS (texts); p++)
        for (guint t = 0; t < MW_N_TYPOLOGY_TEXTS; t++)
          for (guint l = 0; l < MW_N_LANGUAGES; l++)
            texts[p][t][l] = g_ptr_array_new_with_free_func (g_free);
      read_all (&texts);
      g_once_init_leave (&once, 1);
    }

  return &texts;
}

GPtrArray *
mw_typology_texts_get_profile (MwProfile profile, MwTypologyText text, MwLanguage language)
{
  g_return_val_if_fail (profile < MW_N_PROFILES, NULL);

  return (*get_texts ())[N_ROWS + profile][text][language];
}

GPtrArray *
mw_typology_texts_get_row (MwPersistence persistence, MwTypologyText text, MwLanguage language)
{
  g_return_val_if_fail (persistence >= MW_PERSISTENCE_IMPENDING && persistence < MW_N_PERSISTENCES, NULL);

  return (*get_texts ())[persistence - MW_PERSISTENCE_IMPENDING][text][language];
}

const char *
mw_typology_texts_peek_profile (MwProfile profile, MwTypologyText text, MwLanguage language)
{
  GPtrArray *texts = mw_typology_texts_get_profile (profile, text, language);

  return texts->len > 0 ? g_ptr_array_index (texts, 0) : "";
}

const char *
mw_typology_texts_peek_row (MwPersistence persistence, MwTypologyText text, MwLanguage language)
{
  GPtrArray *texts = mw_typology_texts_get_row (persistence, text, language);

  return texts->len > 0 ? g_ptr_array_index (texts, 0) : "";
}
