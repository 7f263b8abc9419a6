/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-catalogue-problem.h"
#include "mw-organisation-merge.h"
#include "mw-organisation-reader.h"
#include "mw-organisation-writer.h"
#include "mw-xml-schema.h"

/* An organisation.xml comes from a shared folder or from a colleague. Whatever is in it is refused with a problem, or it is
 * read, can be written, is read as the same again, and merges with itself without a conflict. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_merge (MwOrganisation *organisation)
{
  g_autoptr (MwOrganisation) empty = mw_organisation_new ();
  g_autoptr (GPtrArray) conflicts = mw_organisation_conflict_list_new ();
  g_autoptr (MwOrganisation) merged = mw_organisation_merge (empty, organisation, organisation, conflicts);

  g_assert_cmpuint (conflicts->len, ==, 0);
  g_assert_cmpuint (mw_organisation_get_items (merged)->len, ==, mw_organisation_get_items (organisation)->len);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GPtrArray) problems = mw_problem_list_new ();
  g_autoptr (MwOrganisation) organisation = NULL;
  g_autoptr (MwOrganisation) again = NULL;

  mw_xml_schema_keep ();
  organisation = mw_organisation_read_bytes (bytes, problems, NULL, NULL);
  g_assert_true ((organisation == NULL) == (problems->len > 0));
  if (!organisation)
    return 0;

  again = mw_organisation_check (organisation, problems, NULL);
  g_assert_nonnull (again);
  g_assert_true (mw_organisation_equal (organisation, again));
  check_merge (organisation);

  return 0;
}
