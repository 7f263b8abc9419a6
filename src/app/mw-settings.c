/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-settings.h"

#include <stdlib.h>

static gboolean
to_value (GValue *value, GVariant *variant, gpointer data)
{
  g_value_set_variant (value, variant);

  return TRUE;
}

static GVariant *
from_value (const GValue *value, const GVariantType *type, gpointer data)
{
  return g_value_dup_variant (value);
}

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

void
mw_settings_bind_variant (GSettings *settings, const char *key, gpointer object, const char *property)
{
  g_settings_bind_with_mapping (settings, key, object, property, G_SETTINGS_BIND_DEFAULT, to_value, from_value, NULL, NULL);
}
