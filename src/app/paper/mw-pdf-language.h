/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Says in a PDF of cairo which language it is in, that it is tagged, and that its title is to be shown, so that it is read aloud as it
 * should be: cairo has no way to. The PDF is left as it is when it is not built as expected. @language: such as "nl". Any thread.
 * Returns: whether it was added */
gboolean mw_pdf_language_set (GByteArray *pdf, const char *language);

G_END_DECLS
