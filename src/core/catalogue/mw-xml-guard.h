/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads a file on behalf of an XML parser and stops before the parser sees what it should not: it looks at the bytes
 * alone, so that nothing it refuses costs more than its own size. Used by one thread.
 *
 * Tags are capped because the time of libxml2 2.9.14 is quadratic in the attributes of one tag. */

#define MW_XML_MAX_FILE (64u * 1024 * 1024) /* bytes */
#define MW_XML_MAX_TAG (16u * 1024) /* bytes, of a tag, a comment or a processing instruction */
#define MW_XML_MAX_TEXT (64u * 1024) /* bytes, between two tags */
#define MW_XML_MAX_DEPTH 32u /* elements */
#define MW_XML_MAX_RECORD (4u * 1024 * 1024) /* bytes, of a child of the root and what precedes it */

typedef enum
{
  MW_XML_GUARD_OK,
  MW_XML_GUARD_FILE_TOO_LARGE,
  MW_XML_GUARD_TAG_TOO_LONG,
  MW_XML_GUARD_TEXT_TOO_LONG,
  MW_XML_GUARD_TOO_DEEP,
  MW_XML_GUARD_RECORD_TOO_LARGE,
  MW_XML_GUARD_DOCTYPE,
  MW_XML_GUARD_ENCODING, /* not UTF-8 */
  MW_XML_GUARD_READ,     /* the file cannot be read further; see the error */
} MwXmlGuardFailure;

typedef struct _MwXmlGuard MwXmlGuard;

/* Returns: (transfer full): a guard that reads @stream */
MwXmlGuard *mw_xml_guard_new (GInputStream *stream);
void mw_xml_guard_free (MwXmlGuard *self);

/* An xmlInputReadCallback. Returns: the number of bytes, 0 at the end, or -1 once something was refused */
int mw_xml_guard_read (void *self, char *buffer, int length);

MwXmlGuardFailure mw_xml_guard_get_failure (MwXmlGuard *self);
/* Returns: the line, from 1, at which it stopped */
guint mw_xml_guard_get_line (MwXmlGuard *self);
guint64 mw_xml_guard_get_n_bytes (MwXmlGuard *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwXmlGuard, mw_xml_guard_free)

G_END_DECLS
