/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-case-list.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-agenda.h"
#include "mw-case-filter.h"
#include "mw-case-row.h"
#include "mw-focus.h"
#include "mw-grow.h"

/* Rows at a time: two screens full of them. */
#define STEP 16

struct _MwCaseList
{
  GtkWidget parent_instance;

  GtkWidget *search_entry;
  MwCaseFilter *filter;
  GtkWidget *retention_box;
  MwAgenda *agenda;
  GtkLabel *count_label;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkListView *list_view;

  MwCases *cases;
  GPtrArray *found;   /* of MwCaseHeading: all that are to be seen, in order */
  GListStore *shown;  /* as many of them as have been scrolled to */
  GHashTable *hits;   /* (nullable): id -> excerpt; %NULL when nothing is looked for */
  char *hits_search;  /* what the hits are of */
  GCancellable *searching;
  guint32 closed_until;
  guint update_id;
};

enum
{
  OPENED,
  STEP_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwCaseList, mw_case_list, GTK_TYPE_WIDGET)

static gboolean
is_wanted (MwCaseList *self, MwCaseHeading *heading)
{
  if (self->hits && !g_hash_table_contains (self->hits, &heading->id))
    return FALSE;
  if (self->closed_until && !(heading->closed_day && heading->closed_day <= self->closed_until))
    return FALSE;
  return mw_case_filter_passes (self->filter, heading);
}

static void
show_count (MwCaseList *self)
{
  guint n_all = g_list_model_get_n_items (mw_cases_get_list (self->cases));
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;

  if (self->found->len == n_all)
    count = g_strdup_printf (ngettext ("%u case", "%u cases", n_all), n_all);
  else
    /* Translators: "3 of 38 cases" */
    count = g_strdup_printf (ngettext ("%u of %u case", "%u of %u cases", n_all), self->found->len, n_all);
  text = self->hits && !mw_cases_is_indexed (self->cases)
           ? g_strdup_printf (_ ("%s  ·  still reading; more may be found"), count)
           : g_steal_pointer (&count);
  gtk_label_set_label (self->count_label, text);
  gtk_stack_set_visible_child_name (self->stack, self->found->len > 0 ? "list" : n_all > 0 ? "none" : "empty");
}

static void
show_found (MwCaseList *self)
{
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  g_list_store_splice (self->shown, 0, n_before, self->found->pdata, MIN (self->found->len, STEP));
  show_count (self);
}

static void
update (MwCaseList *self)
{
  GListModel *all = mw_cases_get_list (self->cases);
  guint n = g_list_model_get_n_items (all);

  g_ptr_array_set_size (self->found, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MwCaseHeading) heading = g_list_model_get_item (all, i);

      if (is_wanted (self, heading))
        g_ptr_array_add (self->found, g_steal_pointer (&heading));
    }
  g_ptr_array_sort (self->found, mw_case_filter_get_compare (self->filter));
  gtk_widget_set_visible (self->retention_box, self->closed_until > 0);
  mw_agenda_show (self->agenda, self->hits || self->closed_until ? NULL : self->cases);
  show_found (self);
}

static gboolean
on_update (gpointer data)
{
  MwCaseList *self = data;

  self->update_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
queue_update (MwCaseList *self)
{
  if (self->cases && !self->update_id)
    self->update_id = g_idle_add (on_update, self);
}

static void
forget_hits (MwCaseList *self)
{
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_pointer (&self->hits, g_hash_table_unref);
  g_clear_pointer (&self->hits_search, g_free);
}

static void
on_hits (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MwCaseList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = mw_cases_search_finish (MW_CASES (source), result, &error);

  if (!hits || !self->searching || g_task_get_cancellable (G_TASK (result)) != self->searching)
    return;

  g_clear_pointer (&self->hits, g_hash_table_unref);
  self->hits = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < hits->len; i++)
    {
      MwCaseHit *hit = g_ptr_array_index (hits, i);

      g_hash_table_insert (self->hits, g_memdup2 (&hit->id, sizeof hit->id), g_steal_pointer (&hit->excerpt));
    }
  g_free (self->hits_search);
  self->hits_search = g_strdup (mw_case_list_get_search (self));
  g_clear_handle_id (&self->update_id, g_source_remove);
  update (self);
}

/* Only the answer to the last question is shown. */
static void
search (MwCaseList *self)
{
  const char *text = mw_case_list_get_search (self);

  if (!self->cases || mw_cases_get_state (self->cases) != MW_CASES_OPEN)
    return;

  if (!*text)
    {
      forget_hits (self);
      queue_update (self);
      return;
    }
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  self->searching = g_cancellable_new ();
  mw_cases_search_async (self->cases, text, self->searching, on_hits, g_object_ref (self));
}

/* What is looked for may stand in what has just been saved or read. */
static void
on_cases_changed (MwCaseList *self)
{
  if (*mw_case_list_get_search (self))
    search (self);
  else
    queue_update (self);
}

static void
on_activated (MwCaseList *self, guint position)
{
  g_autoptr (MwCaseHeading) heading = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  if (heading)
    g_signal_emit (self, signals[OPENED], 0, heading->id);
}

static void
on_opened (MwCaseList *self, guint64 id)
{
  g_signal_emit (self, signals[OPENED], 0, id);
}

static void
on_step_opened (MwCaseList *self, guint64 id)
{
  g_signal_emit (self, signals[STEP_OPENED], 0, id);
}

static void
on_all_shown (MwCaseList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  mw_case_filter_pass_all (self->filter);
  mw_case_list_set_closed_until (self, 0);
  gtk_widget_grab_focus (self->search_entry);
}

static void
on_search_down (MwCaseList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
grow (gpointer owner)
{
  MwCaseList *self = owner;
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  if (n_shown < self->found->len)
    g_list_store_splice (self->shown, n_shown, 0, self->found->pdata + n_shown, MIN (self->found->len - n_shown, STEP));
}

static void
on_setup_row (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, GTK_WIDGET (mw_case_row_new ()));
}

static void
on_bind_row (GtkSignalListItemFactory *factory, GtkListItem *item, MwCaseList *self)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  MwCaseHeading *heading = gtk_list_item_get_item (item);
  const char *excerpt = self->hits ? g_hash_table_lookup (self->hits, &heading->id) : NULL;
  g_autofree char *name = mw_case_row_show (MW_CASE_ROW (row), heading, self->hits_search, excerpt);

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* A row that is kept for later keeps nothing of a case. */
static void
on_unbind_row (GtkSignalListItemFactory *factory, GtkListItem *item, MwCaseList *self)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  if (row)
    g_free (mw_case_row_show (MW_CASE_ROW (row), NULL, NULL, NULL));
}

static gboolean
mw_case_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MW_CASE_LIST (widget)->search_entry);
}

static void
mw_case_list_dispose (GObject *object)
{
  MwCaseList *self = MW_CASE_LIST (object);
  GtkWidget *child;

  forget_hits (self);
  g_clear_handle_id (&self->update_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  if (self->cases)
    g_signal_handlers_disconnect_by_data (mw_cases_get_list (self->cases), self);
  if (self->cases)
    g_signal_handlers_disconnect_by_data (self->cases, self);
  g_clear_object (&self->cases);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->found, g_ptr_array_unref);

  G_OBJECT_CLASS (mw_case_list_parent_class)->dispose (object);
}

static void
mw_case_list_class_init (MwCaseListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_case_list_dispose;
  widget_class->grab_focus = mw_case_list_grab_focus;
  widget_class->focus = mw_focus_children;
  signals[OPENED] = g_signal_new ("opened", MW_TYPE_CASE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_UINT64);
  signals[STEP_OPENED] = g_signal_new ("step-opened", MW_TYPE_CASE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                       G_TYPE_UINT64);
  g_type_ensure (MW_TYPE_CASE_FILTER);
  g_type_ensure (MW_TYPE_AGENDA);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-case-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MwCaseList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MwCaseList, filter);
  gtk_widget_class_bind_template_child (widget_class, MwCaseList, retention_box);
  gtk_widget_class_bind_template_child (widget_class, MwCaseList, agenda);
  gtk_widget_class_bind_template_child (widget_class, MwCaseList, count_label);
  gtk_widget_class_bind_template_child (widget_class, MwCaseList, stack);
  gtk_widget_class_bind_template_child (widget_class, MwCaseList, scroller);
  gtk_widget_class_bind_template_child (widget_class, MwCaseList, list_view);
  gtk_widget_class_bind_template_callback (widget_class, search);
  gtk_widget_class_bind_template_callback (widget_class, queue_update);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_step_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_all_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_search_down);
}

static void
init_list (MwCaseList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_row), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_row), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind_row), self);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  mw_grow_below (self->scroller, grow, G_OBJECT (self));
  g_object_unref (factory);
  g_object_unref (selection);
}

static void
mw_case_list_init (MwCaseList *self)
{
  self->found = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_list_store_new (MW_TYPE_CASE_HEADING);
  gtk_widget_init_template (GTK_WIDGET (self));
  init_list (self);
  mw_accessible_name_buttons (GTK_WIDGET (self));
}

void
mw_case_list_set_cases (MwCaseList *self, MwCases *cases)
{
  g_return_if_fail (!self->cases);

  self->cases = g_object_ref (cases);
  g_signal_connect_swapped (cases, "changed", G_CALLBACK (on_cases_changed), self);
  g_signal_connect_swapped (mw_cases_get_list (cases), "items-changed", G_CALLBACK (on_cases_changed), self);
  queue_update (self);
}

const char *
mw_case_list_get_search (MwCaseList *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

void
mw_case_list_set_search (MwCaseList *self, const char *search)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), search);
}

void
mw_case_list_set_closed_until (MwCaseList *self, guint32 day)
{
  self->closed_until = day;
  queue_update (self);
}

guint32
mw_case_list_get_closed_until (MwCaseList *self)
{
  return self->closed_until;
}

void
mw_case_list_reset (MwCaseList *self)
{
  on_all_shown (self);
  mw_case_filter_reset (self->filter);
  forget_hits (self);
  mw_agenda_show (self->agenda, NULL);
  g_ptr_array_set_size (self->found, 0);
  g_list_store_remove_all (self->shown);
}
