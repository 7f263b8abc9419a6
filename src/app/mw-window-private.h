/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-browser-pane.h"
#include "mw-cases-pane.h"
#include "mw-panes.h"
#include "mw-window-meeting.h"
#include "mw-window-offer.h"
#include "mw-window-own.h"
#include "mw-window-paper.h"
#include "mw-window.h"
#include "mw-wizard-pane.h"

G_BEGIN_DECLS

struct _MwWindow
{
  AdwApplicationWindow parent_instance;

  MwPanes *panes;
  MwWizardPane *wizard;
  MwBrowserPane *browser;
  MwCasesPane *cases_pane;
  GtkRevealer *banner;
  GtkLabel *banner_label;
  AdwToastOverlay *toasts;
  GtkWidget *discuss_button;

  GSettings *settings;
  MwCatalogue *catalogue; /* until the panes are filled */
  MwCases *cases;         /* until the panes are filled */
  MwWindowOwn *own;       /* (nullable): without an organisation */
  MwWindowOffer *offer;   /* (nullable): without an organisation */
  MwWindowPaper *paper;
  MwWindowMeeting *meeting;
  gboolean may_close;     /* everything is saved, or given up */
};

/* In mw-window-actions.c: the window's commands, and which panes they show. */
void mw_window_add_actions (MwWindow *self);
void mw_window_set_enabled (MwWindow *self, const char *action, gboolean enabled);
/* @number: from the left. Returns: (transfer none) */
GtkWidget *mw_window_get_pane (MwWindow *self, guint number);
/* Shows @pane, unless it is shown already. */
void mw_window_ensure_pane (MwWindow *self, GtkWidget *pane);
/* The actions tell which panes are shown. */
void mw_window_on_shown_changed (MwWindow *self);

G_END_DECLS
