/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-meeting-minutes.h"

#define KEY "meeting-minutes"

gboolean
mw_meeting_minutes_load (GSettings *settings, guint minutes[MW_N_PHASES])
{
  g_autoptr (GVariant) all = g_settings_get_value (settings, KEY);

  if (g_variant_n_children (all) != MW_N_PHASES)
    return FALSE;

  for (guint p = 0; p < MW_N_PHASES; p++)
    {
      int stored;

      g_variant_get_child (all, p, "i", &stored);
      minutes[p] = (guint) CLAMP (stored, 1, MW_PHASE_MOST_MINUTES);
    }
  return TRUE;
}

void
mw_meeting_minutes_save (GSettings *settings, const guint minutes[MW_N_PHASES])
{
  GVariantBuilder all;

  g_variant_builder_init (&all, G_VARIANT_TYPE ("ai"));
  for (guint p = 0; p < MW_N_PHASES; p++)
    g_variant_builder_add (&all, "i", (int) minutes[p]);
  g_settings_set_value (settings, KEY, g_variant_builder_end (&all));
}
