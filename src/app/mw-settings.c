/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-settings.h"

#include <stdlib.h>

GSettings *
mw_settings_new (void)
{
  GSettingsSchemaSource *system = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) own
    = g_settings_schema_source_new_from_directory (MW_SCHEMADIR, system, FALSE, NULL);
  g_autoptr (GSettingsSchema) schema = NULL;

  if (own)
    schema = g_settings_schema_source_lookup (own, MW_APPLICATION_ID, TRUE);
  else if (system)
    schema = g_settings_schema_source_lookup (system, MW_APPLICATION_ID, TRUE);
  if (!schema)
    {
      g_printerr ("The settings’ schema %s is not installed\n", MW_APPLICATION_ID);
      exit (1);
    }

  return g_settings_new_full (schema, NULL, NULL);
}
