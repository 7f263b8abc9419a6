/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-application.h"
#include "mw-cases.h"
#include "mw-catalogue.h"
#include "mw-lock-watch.h"
#include "mw-organisation-file.h"
#include "mw-window.h"

G_BEGIN_DECLS

struct _MwApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  GFile *given; /* (nullable): another catalogue for this run */
  MwCatalogue *catalogue;
  MwOrganisationFile *organisation;
  MwCases *cases;
  MwLockWatch *watch;
  gint64 lock_asked; /* monotonic, µs: when the session was locked while nothing was open */
  MwWindow *window;
  GFile *waiting; /* (nullable): to be opened after the meeting */
  gboolean loaded;
  gboolean failed;
  guint switch_id;
  gboolean restart;
  GDBusConnection *bus; /* on which our name has to be given up before a restart */
};

/* In mw-application-actions.c: what the main menu asks of the program as a whole. */
void mw_application_add_actions (MwApplication *self);

/* In mw-application-cases.c: the cases, and when they are locked. */
void mw_application_make_cases (MwApplication *self);
void mw_application_on_locked (MwApplication *self);

G_END_DECLS
