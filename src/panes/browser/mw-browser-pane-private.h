/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mw-browser-pane.h"
#include "mw-browser-query.h"
#include "mw-comparison-bar.h"
#include "mw-description-reader.h"
#include "mw-panes.h"
#include "mw-result-page.h"

G_BEGIN_DECLS

struct _MwBrowserPane
{
  GtkWidget parent_instance;

  GtkStack *view_stack;
  MwComparisonBar *comparison_bar;
  MwPanes *panes;

  GtkWidget *filter_bin; /* filled when it is first needed */
  MwResultPage *result_page;
  MwDescriptionReader *reader;
  GtkWidget *page_bin; /* in the place of the description */

  MwBrowserQuery *query;
  MwSavedFilters *saved_filters;
  MwComparer *comparer;
  guint focus_id;
};

/* In mw-browser-pane.c. */
void mw_browser_pane_emit_changed (MwBrowserPane *self);

/* In mw-browser-pane-actions.c: what the parts of the pane activate, and what is done with the intervention that is chosen. */
void mw_browser_pane_install_actions (GtkWidgetClass *class);

G_END_DECLS
