/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-result-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mw-filter-line.h"
#include "mw-filter-words.h"
#include "mw-loading-page.h"
#include "mw-search-notice.h"

struct _MwResultPage
{
  GtkWidget parent_instance;

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
};

enum
{
  TEXT_CHANGED,
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwResultPage, mw_result_page, GTK_TYPE_WIDGET)

static void
on_search_changed (MwResultPage *self)
{
  g_signal_emit (self, signals[TEXT_CHANGED], 0);
}

static void
on_opened (MwResultPage *self, const char *id)
{
  g_signal_emit (self, signals[OPENED], 0, id);
}

static gboolean
mw_result_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MW_RESULT_PAGE (widget)->list));
}

static void
mw_result_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_result_page_parent_class)->dispose (object);
}

static void
mw_result_page_class_init (MwResultPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_result_page_dispose;
  widget_class->grab_focus = mw_result_page_grab_focus;
  signals[TEXT_CHANGED] = g_signal_new ("text-changed", MW_TYPE_RESULT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", MW_TYPE_RESULT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);

  g_type_ensure (MW_TYPE_FILTER_LINE);
  g_type_ensure (MW_TYPE_INTERVENTION_LIST);
  g_type_ensure (MW_TYPE_LOADING_PAGE);
  g_type_ensure (MW_TYPE_OFFER_NOTICE);
  g_type_ensure (MW_TYPE_SEARCH_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-result-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MwResultPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MwResultPage, filter_line);
  gtk_widget_class_bind_template_child (widget_class, MwResultPage, search_notice);
  gtk_widget_class_bind_template_child (widget_class, MwResultPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, MwResultPage, offer_notice);
  gtk_widget_class_bind_template_child (widget_class, MwResultPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MwResultPage, list);
  gtk_widget_class_bind_template_child (widget_class, MwResultPage, suggestion_box);
  gtk_widget_class_bind_template_child (widget_class, MwResultPage, loading_page);
  gtk_widget_class_bind_template_child (widget_class, MwResultPage, failed_page);
}

static void
mw_result_page_init (MwResultPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_stack_set_visible_child_name (self->stack, "loading");
  g_signal_connect_swapped (self->list, "opened", G_CALLBACK (on_opened), self);
  g_signal_connect_swapped (self->search_entry, "changed", G_CALLBACK (on_search_changed), self);
}

MwResultPage *
mw_result_page_new (void)
{
  return g_object_new (MW_TYPE_RESULT_PAGE, NULL);
}

void
mw_result_page_start (MwResultPage *self, MwCatalogue *catalogue)
{
  mw_loading_page_start (self->loading_page, catalogue);
}

void
mw_result_page_set_loaded (MwResultPage *self, const char *failure)
{
  mw_loading_page_stop (self->loading_page);
  if (!failure)
    return;

  adw_status_page_set_description (self->failed_page, failure);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
show_count (MwResultPage *self, MwQueryResult *result)
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

void
mw_result_page_show (MwResultPage *self, const MwQuery *query, MwQueryResult *result)
{
  mw_loading_page_stop (self->loading_page);
  mw_intervention_list_show (self->list, query, result);
  show_count (self, result);
  mw_filter_line_show (self->filter_line, query);
  mw_offer_notice_set_missing (self->offer_notice, result->missing);
  mw_search_notice_show (self->search_notice, query->text, result);
  if (result->entries->len == 0)
    mw_filter_words_fill_suggestions (self->suggestion_box, query, result);
  gtk_stack_set_visible_child_name (self->stack, result->entries->len > 0 ? "list" : "empty");
}

const char *
mw_result_page_get_text (MwResultPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

void
mw_result_page_set_text (MwResultPage *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
}

void
mw_result_page_focus_search (MwResultPage *self)
{
  gtk_widget_grab_focus (self->search_entry);
}

MwInterventionList *
mw_result_page_get_list (MwResultPage *self)
{
  return self->list;
}

MwOfferNotice *
mw_result_page_get_offer_notice (MwResultPage *self)
{
  return self->offer_notice;
}
