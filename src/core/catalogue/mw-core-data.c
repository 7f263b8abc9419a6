/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-core-data.h"

#include "mw-core-resources.h"

GBytes *
mw_core_data_lookup (const char *name)
{
  g_autofree char *path = g_strconcat ("/io/github/maatwerk/core/", name, NULL);
  GBytes *bytes = g_resource_lookup_data (mw_core_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes);

  return bytes;
}
