/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-intervention-list.h"

#include "mw-focus.h"
#include "mw-grow.h"
#include "mw-intervention-row.h"
#include "mw-result-list.h"

struct _MwInterventionList
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scroller;
  GtkListView *list_view;

  const MwQuery *query;
  MwResultList *results;
  char **considered; /* (nullable) */
  char **compared;   /* (nullable) */
};

enum
{
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwInterventionList, mw_intervention_list, GTK_TYPE_WIDGET)

static void
grow (gpointer owner)
{
  MwInterventionList *self = owner;

  if (self->results)
    mw_result_list_grow (self->results);
}

static void
on_activated (MwInterventionList *self, guint position)
{
  g_autoptr (MwCatalogueEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->results), position);

  if (entry)
    g_signal_emit (self, signals[OPENED], 0, entry->id);
}

static gboolean
is_considered (MwInterventionList *self, MwCatalogueEntry *entry)
{
  return self->considered && g_strv_contains ((const char *const *) self->considered, entry->id);
}

static gboolean
is_compared (MwInterventionList *self, MwCatalogueEntry *entry)
{
  return self->compared && g_strv_contains ((const char *const *) self->compared, entry->id);
}

static const MwFound *
get_found (MwInterventionList *self)
{
  MwQueryResult *result = mw_result_list_get_result (self->results);

  return result ? result->found : NULL;
}

static void
on_setup_row (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, mw_intervention_row_new ());
}

static void
on_bind_row (GtkSignalListItemFactory *factory, GtkListItem *item, MwInterventionList *self)
{
  MwCatalogueEntry *entry = gtk_list_item_get_item (item);

  mw_intervention_row_show (MW_INTERVENTION_ROW (gtk_list_item_get_child (item)), entry, self->query,
                            get_found (self), is_considered (self, entry));
  mw_intervention_row_set_compared (MW_INTERVENTION_ROW (gtk_list_item_get_child (item)), is_compared (self, entry));
}

static gboolean
mw_intervention_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MW_INTERVENTION_LIST (widget)->list_view));
}

static void
mw_intervention_list_dispose (GObject *object)
{
  MwInterventionList *self = MW_INTERVENTION_LIST (object);
  GtkWidget *child;

  g_clear_object (&self->results);
  g_clear_pointer (&self->considered, g_strfreev);
  g_clear_pointer (&self->compared, g_strfreev);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_intervention_list_parent_class)->dispose (object);
}

static void
mw_intervention_list_class_init (MwInterventionListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_intervention_list_dispose;
  widget_class->grab_focus = mw_intervention_list_grab_focus;
  widget_class->focus = mw_focus_children;
  signals[OPENED] = g_signal_new ("opened", MW_TYPE_INTERVENTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-intervention-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MwInterventionList, scroller);
  gtk_widget_class_bind_template_child (widget_class, MwInterventionList, list_view);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
mw_intervention_list_init (MwInterventionList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection;

  self->results = mw_result_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->results)));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_row), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_row), self);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  mw_grow_below (self->scroller, grow, G_OBJECT (self));
  g_object_unref (factory);
  g_object_unref (selection);
}

/* @old: (nullable). Returns: (transfer none) (nullable): what the list has now by that id */
static MwCatalogueEntry *
find_entry (MwInterventionList *self, MwCatalogueEntry *old)
{
  MwQueryResult *result = mw_result_list_get_result (self->results);
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->results));

  for (guint i = 0; old && i < n_shown; i++)
    if (g_str_equal (MW_CATALOGUE_ENTRY (g_ptr_array_index (result->entries, i))->id, old->id))
      return g_ptr_array_index (result->entries, i);

  return NULL;
}

/* The rows that are there are told, so that the list keeps its place and the keyboard. */
static void
update_rows (MwInterventionList *self)
{
  for (GtkWidget *c = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); c; c = gtk_widget_get_next_sibling (c))
    {
      GtkWidget *row = gtk_widget_get_first_child (c);
      MwCatalogueEntry *entry
        = MW_IS_INTERVENTION_ROW (row) ? find_entry (self, mw_intervention_row_get_entry (MW_INTERVENTION_ROW (row))) : NULL;

      if (entry)
        mw_intervention_row_show (MW_INTERVENTION_ROW (row), entry, self->query, get_found (self), is_considered (self, entry));
    }
}

void
mw_intervention_list_show (MwInterventionList *self, const MwQuery *query, MwQueryResult *result)
{
  self->query = query;
  if (mw_result_list_update (self->results, result))
    {
      update_rows (self);
      return;
    }
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  mw_result_list_set_result (self->results, result);
}

MwQueryResult *
mw_intervention_list_get_result (MwInterventionList *self)
{
  return mw_result_list_get_result (self->results);
}

void
mw_intervention_list_set_considered (MwInterventionList *self, const char *const *ids)
{
  g_strfreev (self->considered);
  self->considered = g_strdupv ((char **) ids);
  update_rows (self);
}

void
mw_intervention_list_set_compared (MwInterventionList *self, const char *const *ids)
{
  g_strfreev (self->compared);
  self->compared = g_strdupv ((char **) ids);
  for (GtkWidget *c = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); c; c = gtk_widget_get_next_sibling (c))
    {
      GtkWidget *row = gtk_widget_get_first_child (c);
      MwCatalogueEntry *entry = MW_IS_INTERVENTION_ROW (row) ? mw_intervention_row_get_entry (MW_INTERVENTION_ROW (row)) : NULL;

      if (entry)
        mw_intervention_row_set_compared (MW_INTERVENTION_ROW (row), is_compared (self, entry));
    }
}

MwCatalogueEntry *
mw_intervention_list_get_focused (MwInterventionList *self)
{
  GtkWidget *item = gtk_widget_get_focus_child (GTK_WIDGET (self->list_view));
  GtkWidget *row = item ? gtk_widget_get_first_child (item) : NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (!MW_IS_INTERVENTION_ROW (row) || !focus || !(focus == item || gtk_widget_is_ancestor (focus, item)))
    return NULL;

  return mw_intervention_row_get_entry (MW_INTERVENTION_ROW (row));
}
