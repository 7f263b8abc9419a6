/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-browser-pane.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-browser-query.h"
#include "mw-comparer.h"
#include "mw-description-page.h"
#include "mw-filter-line.h"
#include "mw-filter-panel.h"
#include "mw-filter-words.h"
#include "mw-intervention-list.h"
#include "mw-loading-page.h"
#include "mw-panes.h"
#include "mw-search-notice.h"
#include "mw-words.h"

/* Time enough for a pane to be laid out. */
#define FOCUS_DELAY 50 /* ms */

struct _MwBrowserPane
{
  GtkWidget parent_instance;

  GtkStack *view_stack;
  MwComparisonBar *comparison_bar;
  MwPanes *panes;
  GtkWidget *list_box;
  GtkWidget *search_entry;
  MwFilterLine *filter_line;
  MwSearchNotice *search_notice;
  GtkLabel *count_label;
  MwOfferNotice *offer_notice;
  GtkStack *stack;
  MwInterventionList *list;
  GtkWidget *suggestion_box;
  MwLoadingPage *loading_page;
  AdwStatusPage *failed_page;

  /* Filled when they are first needed. */
  GtkWidget *filter_bin;
  GtkWidget *description_bin;
  GtkWidget *page_bin; /* in the place of the description */

  MwBrowserQuery *query;
  MwSavedFilters *saved_filters;
  MwComparer *comparer;
  GCancellable *opening;
  MwOrganisationFile *organisation; /* (nullable) */
  MwOutcomes *outcomes;             /* (nullable) */
  char *open_id;
  char **considered; /* (nullable): without an open case */
  guint focus_id;
};

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

static gboolean
on_focus_due (gpointer data)
{
  MwBrowserPane *self = data;
  GtkWidget *pane = mw_panes_get_current (self->panes);

  self->focus_id = 0;
  if (pane == self->list_box)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  else
    gtk_widget_grab_focus (adw_bin_get_child (ADW_BIN (pane)));

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
show_count (MwBrowserPane *self, MwQueryResult *result)
{
  g_autofree char *text = NULL;

  if (result->entries->len == result->n_total)
    text = g_strdup_printf (ngettext ("%u intervention", "%u interventions", result->n_total), result->n_total);
  else
    /* Translators: "3 of 38 interventions" */
    text = g_strdup_printf (ngettext ("%u of %u intervention", "%u of %u interventions", result->n_total),
                            result->entries->len, result->n_total);
  gtk_label_set_label (self->count_label, text);
}

static void
show_result (MwBrowserPane *self, MwQueryResult *result)
{
  const MwQuery *query = mw_browser_query_get (self->query);
  GtkWidget *filter_panel = adw_bin_get_child (ADW_BIN (self->filter_bin));
  GtkWidget *page = adw_bin_get_child (ADW_BIN (self->description_bin));

  mw_loading_page_stop (self->loading_page);
  mw_intervention_list_show (self->list, query, result);
  show_count (self, result);
  mw_filter_line_show (self->filter_line, query);
  mw_offer_notice_set_missing (self->offer_notice, result->missing);
  mw_search_notice_show (self->search_notice, query->text, result);
  if (page)
    mw_description_page_set_found (MW_DESCRIPTION_PAGE (page), result->found);
  if (filter_panel)
    mw_filter_panel_show (MW_FILTER_PANEL (filter_panel), query, result);
  if (result->entries->len == 0)
    mw_filter_words_fill_suggestions (self->suggestion_box, query, result);
  gtk_stack_set_visible_child_name (self->stack, result->entries->len > 0 ? "list" : "empty");
}

static void
on_search_changed (MwBrowserPane *self)
{
  mw_browser_query_set_text (self->query, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
on_filter_toggled (MwBrowserPane *self, guint facet, guint value, gboolean active)
{
  mw_browser_query_set_filter (self->query, facet, value, active);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_drop (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MwBrowserPane *self = MW_BROWSER_PANE (widget);
  guint constraint, value;

  g_variant_get (parameter, "(uu)", &constraint, &value);
  if (constraint == MW_QUERY_TEXT)
    mw_browser_pane_set_text (self, "");
  mw_browser_query_drop (self->query, constraint, value);
  gtk_widget_grab_focus (self->search_entry);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A saved choice takes the place of what was chosen. */
static void
on_choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MwBrowserPane *self = MW_BROWSER_PANE (widget);
  g_autofree const char **filters = g_variant_get_strv (parameter, NULL);

  mw_browser_pane_set_filters (self, filters);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_clear (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MwBrowserPane *self = MW_BROWSER_PANE (widget);

  mw_browser_pane_set_text (self, "");
  mw_browser_pane_clear_filters (self);
  gtk_widget_grab_focus (self->search_entry);
}

static void
on_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mw_browser_pane_set_text (MW_BROWSER_PANE (widget), g_variant_get_string (parameter, NULL));
  mw_browser_pane_focus_search (MW_BROWSER_PANE (widget));
}

static void
on_intervention (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MwBrowserPane) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MwIntervention) intervention
    = mw_catalogue_get_intervention_finish (MW_CATALOGUE (source), result, &error);
  GtkWidget *page;

  if (!mw_browser_query_get_catalogue (self->query) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!intervention)
    {
      g_signal_emit (self, signals[NOT_FOUND], 0);
      return;
    }

  page = adw_bin_get_child (ADW_BIN (self->description_bin));
  if (!page)
    {
      MwQueryResult *shown = mw_intervention_list_get_result (self->list);

      page = GTK_WIDGET (mw_description_page_new ());
      mw_description_page_set_found (MW_DESCRIPTION_PAGE (page), shown ? shown->found : NULL);
      adw_bin_set_child (ADW_BIN (self->description_bin), page);
      if (self->organisation)
        mw_description_page_set_organisation (MW_DESCRIPTION_PAGE (page), self->organisation);
      if (self->outcomes)
        mw_description_page_set_outcomes (MW_DESCRIPTION_PAGE (page), self->outcomes);
    }
  mw_description_page_show (MW_DESCRIPTION_PAGE (page), intervention);
  mw_description_page_set_considered (MW_DESCRIPTION_PAGE (page), (const char *const *) self->considered);
  mw_description_page_set_compared (MW_DESCRIPTION_PAGE (page), mw_comparison_set_get_ids (mw_comparer_get_set (self->comparer)));
  mw_comparer_show (self->comparer, FALSE);
  g_free (self->open_id);
  self->open_id = g_strdup (intervention->id);
  mw_panes_set_wanted (self->panes, self->page_bin, FALSE);
  mw_panes_set_wanted (self->panes, self->description_bin, TRUE);
  focus_pane (self, self->description_bin);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What changed is whether the panel of filters stands beside the list or before it. */
static void
on_shown_changed (MwBrowserPane *self)
{
  GtkWidget *panel = adw_bin_get_child (ADW_BIN (self->filter_bin));

  if (panel)
    mw_filter_panel_set_covers (MW_FILTER_PANEL (panel), !mw_panes_is_shown (self->panes, self->list_box));
}

static void
on_refer (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MwBrowserPane *self = MW_BROWSER_PANE (widget);
  MwIntervention *one
    = mw_description_page_get_intervention (MW_DESCRIPTION_PAGE (adw_bin_get_child (ADW_BIN (self->description_bin))));

  g_signal_emit (self, signals[REFER], 0, one->id, one->numbers[0].text,
                 mw_intervention_get_name (one, mw_words_get_language ()), g_variant_get_string (parameter, NULL));
}

static void
on_compared_changed (MwBrowserPane *self)
{
  const char *const *ids = mw_comparison_set_get_ids (mw_comparer_get_set (self->comparer));
  GtkWidget *page = adw_bin_get_child (ADW_BIN (self->description_bin));

  mw_intervention_list_set_compared (self->list, ids);
  if (page)
    mw_description_page_set_compared (MW_DESCRIPTION_PAGE (page), ids);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_compare (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *id, *number;

  g_variant_get (parameter, "(&s&s)", &id, &number);
  mw_comparer_toggle (MW_BROWSER_PANE (widget)->comparer, id, number);
}

static void
on_clear_comparison (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MwBrowserPane *self = MW_BROWSER_PANE (widget);

  mw_comparison_set_clear (mw_comparer_get_set (self->comparer));
  gtk_widget_grab_focus (self->search_entry);
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
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_handle_id (&self->focus_id, g_source_remove);
  g_clear_object (&self->organisation);
  g_clear_object (&self->outcomes);
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
  g_free (self->open_id);
  g_strfreev (self->considered);

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

  g_type_ensure (MW_TYPE_OFFER_NOTICE);
  g_type_ensure (MW_TYPE_PANES);
  g_type_ensure (MW_TYPE_FILTER_LINE);
  g_type_ensure (MW_TYPE_SEARCH_NOTICE);
  g_type_ensure (MW_TYPE_INTERVENTION_LIST);
  g_type_ensure (MW_TYPE_LOADING_PAGE);
  g_type_ensure (MW_TYPE_COMPARISON_BAR);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-browser-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, MwBrowserPane, view_stack);
  gtk_widget_class_bind_template_child (widget_class, MwBrowserPane, comparison_bar);
  gtk_widget_class_bind_template_child (widget_class, MwBrowserPane, panes);
  gtk_widget_class_bind_template_child (widget_class, MwBrowserPane, list_box);
  gtk_widget_class_bind_template_child (widget_class, MwBrowserPane, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MwBrowserPane, filter_line);
  gtk_widget_class_bind_template_child (widget_class, MwBrowserPane, search_notice);
  gtk_widget_class_bind_template_child (widget_class, MwBrowserPane, count_label);
  gtk_widget_class_bind_template_child (widget_class, MwBrowserPane, offer_notice);
  gtk_widget_class_bind_template_child (widget_class, MwBrowserPane, stack);
  gtk_widget_class_bind_template_child (widget_class, MwBrowserPane, list);
  gtk_widget_class_bind_template_child (widget_class, MwBrowserPane, suggestion_box);
  gtk_widget_class_bind_template_child (widget_class, MwBrowserPane, loading_page);
  gtk_widget_class_bind_template_child (widget_class, MwBrowserPane, failed_page);

  gtk_widget_class_install_action (widget_class, "browser.drop", "(uu)", on_drop);
  gtk_widget_class_install_action (widget_class, "browser.choose", "as", on_choose);
  gtk_widget_class_install_action (widget_class, "browser.clear", NULL, on_clear);
  gtk_widget_class_install_action (widget_class, "browser.refer", "s", on_refer);
  gtk_widget_class_install_action (widget_class, "browser.compare", "(ss)", on_compare);
  gtk_widget_class_install_action (widget_class, "browser.clear-comparison", NULL, on_clear_comparison);
  gtk_widget_class_install_action (widget_class, "browser.search", "s", on_search);
}

static void
mw_browser_pane_init (MwBrowserPane *self)
{
  self->query = mw_browser_query_new ();
  self->saved_filters = mw_saved_filters_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  self->filter_bin = adw_bin_new ();
  self->description_bin = adw_bin_new ();
  self->page_bin = adw_bin_new ();
  mw_panes_append (self->panes, self->filter_bin, 34, 1, 2);
  mw_panes_append (self->panes, self->list_box, 46, 2, 0);
  mw_panes_append (self->panes, self->description_bin, 58, 3, 1);
  mw_panes_append (self->panes, self->page_bin, 58, 3, 1);
  mw_panes_set_wanted (self->panes, self->filter_bin, FALSE);
  mw_panes_set_wanted (self->panes, self->description_bin, FALSE);
  mw_panes_set_wanted (self->panes, self->page_bin, FALSE);
  mw_panes_set_current (self->panes, self->list_box);

  mw_accessible_name_buttons (GTK_WIDGET (self));
  g_signal_connect_swapped (self->panes, "shown-changed", G_CALLBACK (on_shown_changed), self);
  g_signal_connect_object (self->query, "answered", G_CALLBACK (show_result), self, G_CONNECT_SWAPPED);
  self->comparer = mw_comparer_new (self->view_stack, self->comparison_bar);
  g_signal_connect_swapped (self->comparer, "changed", G_CALLBACK (on_compared_changed), self);
  g_signal_connect_swapped (self->comparer, "opened", G_CALLBACK (on_opened), self);
  g_signal_connect_swapped (self->list, "opened", G_CALLBACK (on_opened), self);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  g_signal_connect_swapped (self->search_entry, "changed", G_CALLBACK (on_search_changed), self);
}

void
mw_browser_pane_set_catalogue (MwBrowserPane *self, MwCatalogue *catalogue)
{
  mw_comparer_set_catalogue (self->comparer, catalogue);
  mw_loading_page_start (self->loading_page, catalogue);
  mw_browser_query_set_catalogue (self->query, catalogue);
}

void
mw_browser_pane_set_organisation (MwBrowserPane *self, MwOrganisationFile *file)
{
  g_set_object (&self->organisation, file);
  mw_offer_notice_set_file (self->offer_notice, file);
  mw_comparer_set_organisation (self->comparer, file);
}

MwOfferNotice *
mw_browser_pane_get_offer_notice (MwBrowserPane *self)
{
  return self->offer_notice;
}

void
mw_browser_pane_set_outcomes (MwBrowserPane *self, MwOutcomes *outcomes)
{
  g_set_object (&self->outcomes, outcomes);
}

void
mw_browser_pane_ask_again (MwBrowserPane *self)
{
  MwCatalogue *catalogue = mw_browser_query_get_catalogue (self->query);

  if (!catalogue)
    return;

  mw_browser_query_set_catalogue (self->query, catalogue);
  if (self->open_id)
    mw_browser_pane_open (self, self->open_id);
}

void
mw_browser_pane_set_loaded (MwBrowserPane *self, const char *failure)
{
  mw_loading_page_stop (self->loading_page);
  if (!failure)
    return;

  adw_status_page_set_description (self->failed_page, failure);
  gtk_stack_set_visible_child_name (self->stack, "failed");
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
  g_signal_emit (self, signals[CHANGED], 0);
}

const char *
mw_browser_pane_get_text (MwBrowserPane *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

void
mw_browser_pane_set_text (MwBrowserPane *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
}

void
mw_browser_pane_set_sort (MwBrowserPane *self, MwSort sort)
{
  mw_browser_query_set_sort (self->query, sort);
}

void
mw_browser_pane_show_filters (MwBrowserPane *self, gboolean show)
{
  MwQueryResult *result = mw_intervention_list_get_result (self->list);

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
  focus_pane (self, show ? self->filter_bin : self->list_box);
}

void
mw_browser_pane_focus_search (MwBrowserPane *self)
{
  mw_comparer_show (self->comparer, FALSE);
  if (!mw_panes_is_shown (self->panes, self->list_box))
    mw_panes_set_current (self->panes, self->list_box);
  gtk_widget_grab_focus (self->search_entry);
}

void
mw_browser_pane_open (MwBrowserPane *self, const char *id)
{
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);

  if (id)
    {
      self->opening = g_cancellable_new ();
      mw_catalogue_get_intervention_async (mw_browser_query_get_catalogue (self->query), id, self->opening, on_intervention,
                                           g_object_ref (self));
      return;
    }
  if (mw_panes_get_wanted (self->panes, self->page_bin))
    {
      mw_browser_pane_show_page (self, NULL);
      return;
    }
  if (!self->open_id)
    return;

  g_clear_pointer (&self->open_id, g_free);
  mw_panes_set_wanted (self->panes, self->description_bin, FALSE);
  focus_pane (self, self->list_box);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
mw_browser_pane_show_page (MwBrowserPane *self, GtkWidget *page)
{
  if (page && page != adw_bin_get_child (ADW_BIN (self->page_bin)))
    adw_bin_set_child (ADW_BIN (self->page_bin), page);
  mw_panes_set_wanted (self->panes, self->page_bin, page != NULL);
  mw_panes_set_wanted (self->panes, self->description_bin, !page && self->open_id);
  focus_pane (self, page ? self->page_bin : self->open_id ? self->description_bin : self->list_box);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
mw_browser_pane_has_page (MwBrowserPane *self)
{
  return mw_panes_get_wanted (self->panes, self->page_bin);
}

const char *
mw_browser_pane_get_open (MwBrowserPane *self)
{
  return self->open_id;
}

MwIntervention *
mw_browser_pane_get_shown (MwBrowserPane *self, MwLanguage *language)
{
  GtkWidget *page = self->open_id ? adw_bin_get_child (ADW_BIN (self->description_bin)) : NULL;

  if (!page || mw_browser_pane_has_page (self) || mw_comparer_is_shown (self->comparer))
    return NULL;

  *language = mw_description_page_get_language (MW_DESCRIPTION_PAGE (page));

  return mw_description_page_get_intervention (MW_DESCRIPTION_PAGE (page));
}

void
mw_browser_pane_set_considered (MwBrowserPane *self, const char *const *ids)
{
  GtkWidget *page = adw_bin_get_child (ADW_BIN (self->description_bin));

  g_strfreev (self->considered);
  self->considered = g_strdupv ((char **) ids);
  mw_intervention_list_set_considered (self->list, ids);
  if (page)
    mw_description_page_set_considered (MW_DESCRIPTION_PAGE (page), ids);
}

/* The entry that has the keyboard, else the open description; while interventions are compared, that of the column. */
static gboolean
find_chosen (MwBrowserPane *self, const char **id, const char **number, const char **name)
{
  MwCatalogueEntry *entry = mw_intervention_list_get_focused (self->list);
  GtkWidget *page = self->open_id ? adw_bin_get_child (ADW_BIN (self->description_bin)) : NULL;
  MwIntervention *intervention = page ? mw_description_page_get_intervention (MW_DESCRIPTION_PAGE (page)) : NULL;
  MwLanguage language = mw_words_get_language ();

  if (mw_comparer_is_shown (self->comparer))
    intervention = mw_comparer_get_focused (self->comparer);
  if (entry)
    {
      *id = entry->id;
      *number = entry->numbers;
      *name = mw_catalogue_entry_get_name (entry, language);
    }
  else if (intervention)
    {
      *id = intervention->id;
      *number = intervention->numbers[0].text;
      *name = mw_intervention_get_name (intervention, language);
    }

  return entry || intervention;
}

void
mw_browser_pane_consider (MwBrowserPane *self)
{
  const char *id, *number, *name;

  if (find_chosen (self, &id, &number, &name))
    g_signal_emit (self, signals[CONSIDER], 0, id, number, name);
}

MwComparer *
mw_browser_pane_get_comparer (MwBrowserPane *self)
{
  return self->comparer;
}

void
mw_browser_pane_compare (MwBrowserPane *self)
{
  const char *id, *number, *name;

  if (find_chosen (self, &id, &number, &name))
    mw_comparer_toggle (self->comparer, id, number);
}

gboolean
mw_browser_pane_can_go_back (MwBrowserPane *self)
{
  return self->open_id || mw_comparer_is_shown (self->comparer) || mw_browser_pane_has_page (self);
}

void
mw_browser_pane_go_back (MwBrowserPane *self)
{
  if (mw_comparer_is_shown (self->comparer))
    {
      mw_comparer_show (self->comparer, FALSE);
      focus_pane (self, self->open_id ? self->description_bin : self->list_box);
    }
  else
    mw_browser_pane_open (self, NULL);
}
