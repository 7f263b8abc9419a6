/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mw-meeting-clock.h"

G_BEGIN_DECLS

/* How long each phase of a meeting was to be last time, in the settings. */

/* Returns: whether something usable was kept; @minutes is untouched otherwise */
gboolean mw_meeting_minutes_load (GSettings *settings, guint minutes[MW_N_PHASES]);
void mw_meeting_minutes_save (GSettings *settings, const guint minutes[MW_N_PHASES]);

G_END_DECLS
