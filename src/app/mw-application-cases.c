/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-application-private.h"

/* A passphrase that was on its way when the session was locked opens nothing for longer than this. */
#define LOCK_AFTERMATH_SECONDS 30

/* Everything is saved: what is still in memory goes with the process. */
void
mw_application_on_locked (MwApplication *self)
{
  mw_lock_watch_done_when_replaced (self->watch);
  mw_application_restart (self);
}

static void
on_lock (MwApplication *self, int reason)
{
  if (mw_cases_get_state (self->cases) == MW_CASES_OPEN && self->window)
    mw_window_lock (self->window);
  else
    {
      self->lock_asked = g_get_monotonic_time ();
      mw_lock_watch_done (self->watch);
    }
}

static void
on_cases_changed (MwApplication *self)
{
  gboolean open = mw_cases_get_state (self->cases) == MW_CASES_OPEN;

  mw_lock_watch_set_active (self->watch, open);
  if (open && self->lock_asked && self->window
      && g_get_monotonic_time () - self->lock_asked < LOCK_AFTERMATH_SECONDS * G_USEC_PER_SEC)
    mw_window_lock (self->window);
  if (open)
    self->lock_asked = 0;
}

static void
on_lock_minutes_changed (MwApplication *self)
{
  mw_lock_watch_set_minutes (self->watch, (guint) g_settings_get_int (self->settings, "lock-minutes"));
}

void
mw_application_make_cases (MwApplication *self)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "maatwerk", NULL);

  self->cases = mw_cases_new (folder, NULL);
  self->watch = mw_lock_watch_new ();
  g_signal_connect_object (self->cases, "changed", G_CALLBACK (on_cases_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "lock", G_CALLBACK (on_lock), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::lock-minutes", G_CALLBACK (on_lock_minutes_changed), self,
                           G_CONNECT_SWAPPED);
  on_lock_minutes_changed (self);
}
