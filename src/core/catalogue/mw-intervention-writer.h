/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-intervention.h"

G_BEGIN_DECLS

/* The intervention in the format of a catalogue. What mw_intervention_new_from_node() makes of it is the same again: of a
 * publication, its authors and year stand in the text, as the reader puts them. What XML does not allow falls away.
 * Returns: (transfer full): an <intervention> element */
char *mw_intervention_dup_xml (const MwIntervention *self);

/* Appends @text with what XML does not allow left out and the rest escaped. */
void mw_xml_append_text (GString *xml, const char *text);
/* Appends a space and the attribute. */
void mw_xml_append_attribute (GString *xml, const char *name, const char *value);

G_END_DECLS
