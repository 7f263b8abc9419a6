/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-case-xml-private.h"

static const char *const knowledge_ids[] = { "client", "expertise", "research" };
static const char *const verdict_ids[] = { "considering", "chosen", "rejected", "referred" };
static const char *const helped_ids[] = { "", "yes", "somewhat", "no" };
G_STATIC_ASSERT (G_N_ELEMENTS (knowledge_ids) == MW_N_KNOWLEDGES);
G_STATIC_ASSERT (G_N_ELEMENTS (verdict_ids) == MW_N_VERDICTS);
G_STATIC_ASSERT (G_N_ELEMENTS (helped_ids) == MW_N_HELPED);

static void
append_appraisals (GString *xml, const MwConsidered *considered)
{
  for (guint k = 0; k < MW_N_KNOWLEDGES; k++)
    if (*considered->appraisals[k])
      {
        mw_case_xml_begin (xml, 4, "appraisal");
        mw_case_xml_append_attribute (xml, "source", knowledge_ids[k]);
        mw_case_xml_end (xml, "appraisal", considered->appraisals[k]);
      }
}

void
mw_case_xml_append_considered (GString *xml, const MwConsidered *considered)
{
  mw_case_xml_begin (xml, 2, "considered");
  mw_case_xml_append_attribute (xml, "intervention", considered->id);
  mw_case_xml_append_time (xml, "time", considered->time);
  g_string_append (xml, ">\n");
  mw_case_xml_append_element (xml, 4, "number", considered->number);
  mw_case_xml_append_element (xml, 4, "name", considered->name);
  append_appraisals (xml, considered);
  mw_case_xml_append_dated (xml, 4, "verdict", "day", considered->verdict_day, verdict_ids[considered->verdict]);
  mw_case_xml_append_element (xml, 4, "reason", considered->reason);
  if (considered->referred || *considered->referred_to)
    {
      mw_case_xml_begin (xml, 4, "referred");
      mw_case_xml_append_time (xml, "time", considered->referred);
      mw_case_xml_end (xml, "referred", considered->referred_to);
    }
  mw_case_xml_append_element (xml, 4, "helped", helped_ids[considered->helped]);
  g_string_append (xml, "  </considered>\n");
}

static void
append_action (GString *xml, const MwAction *action)
{
  mw_case_xml_begin (xml, 4, "action");
  mw_case_xml_append_attribute (xml, "who", action->who);
  mw_case_xml_append_day (xml, "day", action->day);
  mw_case_xml_append_day (xml, "done", action->done_day);
  mw_case_xml_end (xml, "action", action->text);
}

void
mw_case_xml_append_choice (GString *xml, const MwChoice *choice)
{
  if (mw_choice_is_empty (choice))
    return;

  g_string_append (xml, "  <choice>\n");
  mw_case_xml_append_element (xml, 4, "question", choice->question);
  mw_case_xml_append_element (xml, 4, "known", choice->known);
  mw_case_xml_append_element (xml, 4, "client-words", choice->client_words);
  mw_case_xml_append_element (xml, 4, "decision", choice->decision);
  mw_case_xml_append_dated (xml, 4, "agreed", "day", choice->agreed_day, choice->agreed_by);
  mw_case_xml_append_dated (xml, 4, "unavailable", "told", choice->told_day, choice->unavailable);
  mw_case_xml_append_element (xml, 4, "instead", choice->instead);
  for (guint i = 0; i < choice->actions->len; i++)
    append_action (xml, g_ptr_array_index (choice->actions, i));
  if (choice->evaluation_day || choice->evaluated_day || *choice->evaluation)
    {
      mw_case_xml_begin (xml, 4, "evaluation");
      mw_case_xml_append_day (xml, "due", choice->evaluation_day);
      mw_case_xml_append_day (xml, "done", choice->evaluated_day);
      mw_case_xml_end (xml, "evaluation", choice->evaluation);
    }
  g_string_append (xml, "  </choice>\n");
}

static void
append_number (GString *xml, const char *name, int number)
{
  if (number >= 0)
    g_string_append_printf (xml, " %s=\"%d\"", name, number);
}

void
mw_case_xml_append_score (GString *xml, const MwScore *score)
{
  mw_case_xml_begin (xml, 2, "score");
  mw_case_xml_append_day (xml, "day", score->day);
  append_number (xml, "items", score->items);
  append_number (xml, "emotional", score->emotional);
  append_number (xml, "social", score->social);
  append_number (xml, "missing", score->missing);
  g_string_append (xml, "/>\n");
}
