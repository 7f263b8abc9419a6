/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-considered.h"
#include "mw-score.h"

G_BEGIN_DECLS

/* The pieces of which the XML of a case is made. */

/* @text: UTF-8 */
void mw_case_xml_append_text (GString *xml, const char *text);

/* Attributes of the tag that is open. One without a value is left out: a %NULL or empty text, no day, a time that is none. */
void mw_case_xml_append_attribute (GString *xml, const char *name, const char *value);
void mw_case_xml_append_day (GString *xml, const char *name, guint32 day);
void mw_case_xml_append_time (GString *xml, const char *name, gint64 time);

/* @indent: how many blanks stand before it. Nothing when @text is empty. */
void mw_case_xml_append_element (GString *xml, guint indent, const char *name, const char *text);

/* Begins a tag, for attributes; then ends it, with @text as what it holds. */
void mw_case_xml_begin (GString *xml, guint indent, const char *name);
void mw_case_xml_end (GString *xml, const char *name, const char *text);
/* Such an element with a day; nothing when there is neither. */
void mw_case_xml_append_dated (GString *xml, guint indent, const char *name, const char *attribute, guint32 day, const char *text);

/* In mw-case-xml-choice.c. */
void mw_case_xml_append_considered (GString *xml, const MwConsidered *considered);
void mw_case_xml_append_choice (GString *xml, const MwChoice *choice);
void mw_case_xml_append_score (GString *xml, const MwScore *score);

G_END_DECLS
