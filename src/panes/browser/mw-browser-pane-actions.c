/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-browser-pane-private.h"
#include "mw-words.h"

static void
on_drop (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MwBrowserPane *self = MW_BROWSER_PANE (widget);
  guint constraint, value;

  g_variant_get (parameter, "(uu)", &constraint, &value);
  if (constraint == MW_QUERY_TEXT)
    mw_browser_pane_set_text (self, "");
  mw_browser_query_drop (self->query, constraint, value);
  mw_result_page_focus_search (self->result_page);
  mw_browser_pane_emit_changed (self);
}

/* A saved choice takes the place of what was chosen. */
static void
on_choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MwBrowserPane *self = MW_BROWSER_PANE (widget);
  g_autofree const char **filters = g_variant_get_strv (parameter, NULL);

  mw_browser_pane_set_filters (self, filters);
  mw_browser_pane_emit_changed (self);
}

static void
on_clear (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MwBrowserPane *self = MW_BROWSER_PANE (widget);

  mw_browser_pane_set_text (self, "");
  mw_browser_pane_clear_filters (self);
  mw_result_page_focus_search (self->result_page);
}

static void
on_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mw_browser_pane_set_text (MW_BROWSER_PANE (widget), g_variant_get_string (parameter, NULL));
  mw_browser_pane_focus_search (MW_BROWSER_PANE (widget));
}

static void
on_refer (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MwBrowserPane *self = MW_BROWSER_PANE (widget);
  MwIntervention *one = mw_description_reader_get_intervention (self->reader);

  g_signal_emit_by_name (self, "refer", one->id, one->numbers[0].text,
                         mw_intervention_get_name (one, mw_words_get_language ()), g_variant_get_string (parameter, NULL));
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
  mw_result_page_focus_search (self->result_page);
}

void
mw_browser_pane_install_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "browser.drop", "(uu)", on_drop);
  gtk_widget_class_install_action (class, "browser.choose", "as", on_choose);
  gtk_widget_class_install_action (class, "browser.clear", NULL, on_clear);
  gtk_widget_class_install_action (class, "browser.refer", "s", on_refer);
  gtk_widget_class_install_action (class, "browser.compare", "(ss)", on_compare);
  gtk_widget_class_install_action (class, "browser.clear-comparison", NULL, on_clear_comparison);
  gtk_widget_class_install_action (class, "browser.search", "s", on_search);
}

/* The entry that has the keyboard, else the open description; while interventions are compared, that of the column. */
static gboolean
find_chosen (MwBrowserPane *self, const char **id, const char **number, const char **name)
{
  MwCatalogueEntry *entry = mw_intervention_list_get_focused (mw_result_page_get_list (self->result_page));
  MwIntervention *intervention = mw_description_reader_get_intervention (self->reader);
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
    g_signal_emit_by_name (self, "consider", id, number, name);
}

void
mw_browser_pane_compare (MwBrowserPane *self)
{
  const char *id, *number, *name;

  if (find_chosen (self, &id, &number, &name))
    mw_comparer_toggle (self->comparer, id, number);
}
