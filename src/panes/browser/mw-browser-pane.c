/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-browser-pane-private.h"

#include "mw-accessible.h"
#include "mw-filter-panel.h"

/* Time enough for a pane to be laid out. */
#define FOCUS_DELAY 50 /* ms */

enum
{
  CHANGED,
  CONSIDER,
  NOT_FOUND,
  REFER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwBrowserPane, mw_browser_pane, GTK_TYPE_WIDGET)

void
mw_browser_pane_emit_changed (MwBrowserPane *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
on_focus_due (gpointer data)
{
  MwBrowserPane *self = data;
  GtkWidget *pane = mw_panes_get_current (self->panes);

  self->focus_id = 0;
  gtk_widget_grab_focus (ADW_IS_BIN (pane) ? adw_bin_get_child (ADW_BIN (pane)) : pane);

  return G_SOURCE_REMOVE;
}

/* The keyboard follows once the pane has its place: until then it cannot take the focus. */
static void
focus_pane (MwBrowserPane *self, GtkWidget *pane)
{
  mw_panes_set_current (self->panes, pane);
  if (!self->focus_id)
    self->focus_id = g_timeout_add (FOCUS_DELAY, on_focus_due, self);
}

static void
show_result (MwBrowserPane *self, MwQueryResult *result)
{
  const MwQuery *query = mw_browser_query_get (self->query);
  GtkWidget *filter_panel = adw_bin_get_child (ADW_BIN (self->filter_bin));

  mw_result_page_show (self->result_page, query, result);
  mw_description_reader_set_found (self->reader, result->found);
  if (filter_panel)
    mw_filter_panel_show (MW_FILTER_PANEL (filter_panel), query, result);
}

static void
on_text_changed (MwBrowserPane *self)
{
  mw_browser_query_set_text (self->query, mw_result_page_get_text (self->result_page));
}

static void
on_filter_toggled (MwBrowserPane *self, guint facet, guint value, gboolean active)
{
  mw_browser_query_set_filter (self->query, facet, value, active);
  mw_browser_pane_emit_changed (self);
}

static void
on_description_opened (MwBrowserPane *self)
{
  mw_comparer_show (self->comparer, FALSE);
  mw_panes_set_wanted (self->panes, self->page_bin, FALSE);
  mw_panes_set_wanted (self->panes, GTK_WIDGET (self->reader), TRUE);
  focus_pane (self, GTK_WIDGET (self->reader));
  mw_browser_pane_emit_changed (self);
}

static void
on_not_found (MwBrowserPane *self)
{
  g_signal_emit (self, signals[NOT_FOUND], 0);
}

/* What changed is whether the panel of filters stands beside the list or before it. */
static void
on_shown_changed (MwBrowserPane *self)
{
  GtkWidget *panel = adw_bin_get_child (ADW_BIN (self->filter_bin));

  if (panel)
    mw_filter_panel_set_covers (MW_FILTER_PANEL (panel), !mw_panes_is_shown (self->panes, GTK_WIDGET (self->result_page)));
}

static void
on_compared_changed (MwBrowserPane *self)
{
  const char *const *ids = mw_comparison_set_get_ids (mw_comparer_get_set (self->comparer));

  mw_intervention_list_set_compared (mw_result_page_get_list (self->result_page), ids);
  mw_description_reader_set_compared (self->reader, ids);
  mw_browser_pane_emit_changed (self);
}

static void
on_opened (MwBrowserPane *self, const char *id)
{
  mw_browser_pane_open (self, id);
}

static void
mw_browser_pane_dispose (GObject *object)
{
  MwBrowserPane *self = MW_BROWSER_PANE (object);
  GtkWidget *child;

  mw_browser_query_set_catalogue (self->query, NULL);
  if (self->reader)
    mw_description_reader_stop (self->reader);
  self->reader = NULL;
  g_clear_handle_id (&self->focus_id, g_source_remove);
  g_clear_object (&self->comparer);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_browser_pane_parent_class)->dispose (object);
}

static void
mw_browser_pane_finalize (GObject *object)
{
  MwBrowserPane *self = MW_BROWSER_PANE (object);

  g_object_unref (self->query);
  g_object_unref (self->saved_filters);

  G_OBJECT_CLASS (mw_browser_pane_parent_class)->finalize (object);
}

static void
mw_browser_pane_class_init (MwBrowserPaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_browser_pane_dispose;
  G_OBJECT_CLASS (class)->finalize = mw_browser_pane_finalize;
  signals[CHANGED] = g_signal_new ("changed", MW_TYPE_BROWSER_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[CONSIDER] = g_signal_new ("consider", MW_TYPE_BROWSER_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                    G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  signals[NOT_FOUND] = g_signal_new ("not-found", MW_TYPE_BROWSER_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  signals[REFER] = g_signal_new ("refer", MW_TYPE_BROWSER_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                                 G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (MW_TYPE_PANES);
  g_type_ensure (MW_TYPE_COMPARISON_BAR);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-browser-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, MwBrowserPane, view_stack);
  gtk_widget_class_bind_template_child (widget_class, MwBrowserPane, comparison_bar);
  gtk_widget_class_bind_template_child (widget_class, MwBrowserPane, panes);
  mw_browser_pane_install_actions (widget_class);
}

static void
append_panes (MwBrowserPane *self)
{
  self->filter_bin = adw_bin_new ();
  self->result_page = mw_result_page_new ();
  self->reader = mw_description_reader_new ();
  self->page_bin = adw_bin_new ();
  mw_panes_append (self->panes, self->filter_bin, 34, 1, 2);
  mw_panes_append (self->panes, GTK_WIDGET (self->result_page), 46, 2, 0);
  mw_panes_append (self->panes, GTK_WIDGET (self->reader), 58, 3, 1);
  mw_panes_append (self->panes, self->page_bin, 58, 3, 1);
  mw_panes_set_wanted (self->panes, self->filter_bin, FALSE);
  mw_panes_set_wanted (self->panes, GTK_WIDGET (self->reader), FALSE);
  mw_panes_set_wanted (self->panes, self->page_bin, FALSE);
  mw_panes_set_current (self->panes, GTK_WIDGET (self->result_page));
}

static void
mw_browser_pane_init (MwBrowserPane *self)
{
  self->query = mw_browser_query_new ();
  self->saved_filters = mw_saved_filters_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  append_panes (self);

  mw_accessible_name_buttons (GTK_WIDGET (self));
  g_signal_connect_swapped (self->panes, "shown-changed", G_CALLBACK (on_shown_changed), self);
  g_signal_connect_object (self->query, "answered", G_CALLBACK (show_result), self, G_CONNECT_SWAPPED);
  self->comparer = mw_comparer_new (self->view_stack, self->comparison_bar);
  g_signal_connect_swapped (self->comparer, "changed", G_CALLBACK (on_compared_changed), self);
  g_signal_connect_swapped (self->comparer, "opened", G_CALLBACK (on_opened), self);
  g_signal_connect_swapped (self->result_page, "opened", G_CALLBACK (on_opened), self);
  g_signal_connect_swapped (self->result_page, "text-changed", G_CALLBACK (on_text_changed), self);
  g_signal_connect_object (self->reader, "opened", G_CALLBACK (on_description_opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "not-found", G_CALLBACK (on_not_found), self, G_CONNECT_SWAPPED);
}

void
mw_browser_pane_set_catalogue (MwBrowserPane *self, MwCatalogue *catalogue)
{
  mw_comparer_set_catalogue (self->comparer, catalogue);
  mw_result_page_start (self->result_page, catalogue);
  mw_browser_query_set_catalogue (self->query, catalogue);
}

void
mw_browser_pane_set_organisation (MwBrowserPane *self, MwOrganisationFile *file)
{
  mw_description_reader_set_organisation (self->reader, file);
  mw_offer_notice_set_file (mw_result_page_get_offer_notice (self->result_page), file);
  mw_comparer_set_organisation (self->comparer, file);
}

MwOfferNotice *
mw_browser_pane_get_offer_notice (MwBrowserPane *self)
{
  return mw_result_page_get_offer_notice (self->result_page);
}

void
mw_browser_pane_set_outcomes (MwBrowserPane *self, MwOutcomes *outcomes)
{
  mw_description_reader_set_outcomes (self->reader, outcomes);
}

void
mw_browser_pane_ask_again (MwBrowserPane *self)
{
  MwCatalogue *catalogue = mw_browser_query_get_catalogue (self->query);
  const char *open = mw_description_reader_get_id (self->reader);

  if (!catalogue)
    return;

  mw_browser_query_set_catalogue (self->query, catalogue);
  if (open)
    mw_browser_pane_open (self, open);
}

void
mw_browser_pane_set_loaded (MwBrowserPane *self, const char *failure)
{
  mw_result_page_set_loaded (self->result_page, failure);
}

void
mw_browser_pane_set_candidates (MwBrowserPane *self, MwProfileSet candidates)
{
  mw_browser_query_set_candidates (self->query, candidates);
}

char **
mw_browser_pane_dup_filters (MwBrowserPane *self)
{
  return mw_query_dup_filters (mw_browser_query_get (self->query));
}

void
mw_browser_pane_set_filters (MwBrowserPane *self, const char *const *filters)
{
  mw_browser_query_set_filters (self->query, filters);
}

MwSavedFilters *
mw_browser_pane_get_saved_filters (MwBrowserPane *self)
{
  return self->saved_filters;
}

void
mw_browser_pane_clear_filters (MwBrowserPane *self)
{
  mw_browser_query_set_filters (self->query, (const char *const[]){ NULL });
  mw_browser_pane_emit_changed (self);
}

const char *
mw_browser_pane_get_text (MwBrowserPane *self)
{
  return mw_result_page_get_text (self->result_page);
}

void
mw_browser_pane_set_text (MwBrowserPane *self, const char *text)
{
  mw_result_page_set_text (self->result_page, text);
}

void
mw_browser_pane_set_sort (MwBrowserPane *self, MwSort sort)
{
  mw_browser_query_set_sort (self->query, sort);
}

void
mw_browser_pane_show_filters (MwBrowserPane *self, gboolean show)
{
  MwQueryResult *result = mw_intervention_list_get_result (mw_result_page_get_list (self->result_page));

  mw_comparer_show (self->comparer, FALSE);
  if (show && !adw_bin_get_child (ADW_BIN (self->filter_bin)))
    {
      GtkWidget *panel = GTK_WIDGET (mw_filter_panel_new (self->saved_filters));

      g_signal_connect_swapped (panel, "toggled", G_CALLBACK (on_filter_toggled), self);
      adw_bin_set_child (ADW_BIN (self->filter_bin), panel);
      if (result)
        mw_filter_panel_show (MW_FILTER_PANEL (panel), mw_browser_query_get (self->query), result);
    }
  mw_panes_set_wanted (self->panes, self->filter_bin, show);
  focus_pane (self, show ? self->filter_bin : GTK_WIDGET (self->result_page));
}

void
mw_browser_pane_focus_search (MwBrowserPane *self)
{
  mw_comparer_show (self->comparer, FALSE);
  if (!mw_panes_is_shown (self->panes, GTK_WIDGET (self->result_page)))
    mw_panes_set_current (self->panes, GTK_WIDGET (self->result_page));
  mw_result_page_focus_search (self->result_page);
}

void
mw_browser_pane_open (MwBrowserPane *self, const char *id)
{
  if (id)
    {
      mw_description_reader_open (self->reader, mw_browser_query_get_catalogue (self->query), id);
      return;
    }

  mw_description_reader_stop (self->reader);
  if (mw_browser_pane_has_page (self))
    {
      mw_browser_pane_show_page (self, NULL);
      return;
    }
  if (!mw_description_reader_get_id (self->reader))
    return;

  mw_description_reader_close (self->reader);
  mw_panes_set_wanted (self->panes, GTK_WIDGET (self->reader), FALSE);
  focus_pane (self, GTK_WIDGET (self->result_page));
  mw_browser_pane_emit_changed (self);
}

void
mw_browser_pane_show_page (MwBrowserPane *self, GtkWidget *page)
{
  GtkWidget *without = GTK_WIDGET (self->result_page);

  if (mw_description_reader_get_id (self->reader))
    without = GTK_WIDGET (self->reader);
  if (page && page != adw_bin_get_child (ADW_BIN (self->page_bin)))
    adw_bin_set_child (ADW_BIN (self->page_bin), page);
  mw_panes_set_wanted (self->panes, self->page_bin, page != NULL);
  mw_panes_set_wanted (self->panes, GTK_WIDGET (self->reader), !page && without == GTK_WIDGET (self->reader));
  focus_pane (self, page ? self->page_bin : without);
  mw_browser_pane_emit_changed (self);
}

gboolean
mw_browser_pane_has_page (MwBrowserPane *self)
{
  return mw_panes_get_wanted (self->panes, self->page_bin);
}

const char *
mw_browser_pane_get_open (MwBrowserPane *self)
{
  return mw_description_reader_get_id (self->reader);
}

MwIntervention *
mw_browser_pane_get_shown (MwBrowserPane *self, MwLanguage *language)
{
  MwIntervention *open = mw_description_reader_get_intervention (self->reader);

  if (!open || mw_browser_pane_has_page (self) || mw_comparer_is_shown (self->comparer))
    return NULL;

  *language = mw_description_reader_get_language (self->reader);

  return open;
}

void
mw_browser_pane_set_considered (MwBrowserPane *self, const char *const *ids)
{
  mw_intervention_list_set_considered (mw_result_page_get_list (self->result_page), ids);
  mw_description_reader_set_considered (self->reader, ids);
}

MwComparer *
mw_browser_pane_get_comparer (MwBrowserPane *self)
{
  return self->comparer;
}

gboolean
mw_browser_pane_can_go_back (MwBrowserPane *self)
{
  return mw_description_reader_get_id (self->reader) || mw_comparer_is_shown (self->comparer) || mw_browser_pane_has_page (self);
}

void
mw_browser_pane_go_back (MwBrowserPane *self)
{
  gboolean open = mw_description_reader_get_id (self->reader) != NULL;

  if (mw_comparer_is_shown (self->comparer))
    {
      mw_comparer_show (self->comparer, FALSE);
      focus_pane (self, open ? GTK_WIDGET (self->reader) : GTK_WIDGET (self->result_page));
    }
  else
    mw_browser_pane_open (self, NULL);
}
