/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mw-organisation.h"

G_BEGIN_DECLS

/* Returns: (transfer full): the organisation as the text of organisation.xml. Whether it can be read again is the caller's to
 *   check: an intervention of one's own may break the schema. May be called on any thread. */
GBytes *mw_organisation_write_bytes (MwOrganisation *self);

/**
 * mw_organisation_check:
 * @problems: (element-type MwProblem): receives what the reader finds wrong with what the writer makes of it
 *
 * Returns: (transfer full) (nullable): the organisation as it will be read, or %NULL with MW_CATALOGUE_ERROR_INVALID
 */
MwOrganisation *mw_organisation_check (MwOrganisation *self, GPtrArray *problems, GError **error);

G_END_DECLS
