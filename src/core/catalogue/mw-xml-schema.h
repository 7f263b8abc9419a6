/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/relaxng.h>

G_BEGIN_DECLS

/* Returns: (transfer full): a schema that is part of the program, such as "catalogue.rng", with what it includes;
 * nothing is read from a file. For xmlRelaxNGFree(). */
xmlRelaxNG *mw_xml_schema_load (const char *name);

G_END_DECLS
