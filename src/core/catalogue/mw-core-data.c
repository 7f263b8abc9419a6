/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-core-data.h"

#include "mw-core-resources.h"

GBytes *
mw_core_data_lookup (const char *name)
{
  g_autofree char *path = g_strconcat ("/io/github/maatwerk/core/", name, NULL);
  GBytes *bytes;

  /* Has the resource linked in. What it returns may still be %NULL: GLib does not wait here for another thread that is just
   * registering it, as it does when all registered ones are searched. */
  mw_core_get_resource ();
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (bytes);

  return bytes;
}
