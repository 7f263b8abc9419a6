/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-case.h"

G_BEGIN_DECLS

/* What the parts of a record's codec share: reading what may be anything. */

/* A number of an enumeration; what this version does not know becomes the first. */
static inline guint
mw_record_read_enum (guint8 value, guint n_values)
{
  return value < n_values ? value : 0;
}

static inline guint32
mw_record_read_day (guint32 day)
{
  return day <= MW_LAST_DAY ? day : 0;
}

static inline guint
mw_record_lookup_enum (GVariantDict *dict, const char *name, guint n_values)
{
  guint8 value = 0;

  g_variant_dict_lookup (dict, name, "y", &value);
  return mw_record_read_enum (value, n_values);
}

static inline guint32
mw_record_lookup_day (GVariantDict *dict, const char *name)
{
  guint32 day = 0;

  g_variant_dict_lookup (dict, name, "u", &day);
  return mw_record_read_day (day);
}

/* A string of a GVariant is UTF-8: to look again would take as long as the rest. */
static inline void
mw_record_copy_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static inline void
mw_record_lookup_text (GVariantDict *dict, const char *name, char **field)
{
  const char *text;

  if (g_variant_dict_lookup (dict, name, "&s", &text))
    mw_record_copy_text (field, text);
}

G_END_DECLS
