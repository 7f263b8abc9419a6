/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-offer-conflicts-window.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-offer-list.h"
#include "mw-organisation-merge.h"
#include "mw-panes.h"

struct _MwOfferConflictsWindow
{
  AdwWindow parent_instance;

  GtkStack *stack;
  MwPanes *panes;
  GtkWidget *list_scroller;
  GtkListView *list_view;
  MwChangeDetails *details;
  GtkLabel *state_label;
  AdwStatusPage *message_page;
  GtkWidget *close_button;

  MwOrganisationFile *file; /* (nullable): once it is closed */
  GListStore *rows;         /* of MwOfferRow: before it mine, after it my colleague's */
  MwOfferRow *shown;        /* (nullable) */
};

G_DEFINE_FINAL_TYPE (MwOfferConflictsWindow, mw_offer_conflicts_window, ADW_TYPE_WINDOW)

static void
show_row (MwOfferConflictsWindow *self, MwOfferRow *row)
{
  g_set_object (&self->shown, row);
  mw_offer_list_show_details (self->details, row, _ ("Two versions"), _ ("What you wrote"), _ ("What your colleague wrote"));
  mw_panes_set_wanted (self->panes, GTK_WIDGET (self->details), TRUE);
  mw_panes_set_current (self->panes, GTK_WIDGET (self->details));
}

static void
leave_row (MwOfferConflictsWindow *self)
{
  g_clear_object (&self->shown);
  mw_panes_set_wanted (self->panes, GTK_WIDGET (self->details), FALSE);
  mw_panes_set_current (self->panes, self->list_scroller);
}

/* The choice is about what can be seen. */
static void
update_choice (MwOfferConflictsWindow *self)
{
  gboolean editable = mw_organisation_file_is_editable (self->file);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "conflicts.resolve", self->shown && editable);
  gtk_label_set_label (self->state_label,
                       editable ? "" : _ ("The file with your offer cannot be changed now. Both versions are kept; choose later."));
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), !editable);
}

/* Returns: (transfer full): what the colleague wrote as the file has it now */
static MwOfferRow *
new_row (MwOfferConflictsWindow *self, const MwOrganisationConflict *conflict)
{
  MwOrganisationItem *now
    = mw_organisation_lookup (mw_organisation_file_get (self->file), conflict->theirs->kind, conflict->theirs->id);

  return mw_offer_row_new (conflict->mine, now ? now : conflict->theirs, FALSE);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const MwOfferRow *first = *(MwOfferRow *const *) a;
  const MwOfferRow *second = *(MwOfferRow *const *) b;

  return mw_organisation_item_compare (first->after, second->after);
}

/* Whether the list shows what there is. */
static gboolean
is_up_to_date (MwOfferConflictsWindow *self, GPtrArray *rows)
{
  if (rows->len != g_list_model_get_n_items (G_LIST_MODEL (self->rows)))
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (MwOfferRow) before = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      const MwOfferRow *row = g_ptr_array_index (rows, i);

      if (!mw_organisation_item_equal (before->before, row->before) || !mw_organisation_item_equal (before->after, row->after))
        return FALSE;
    }

  return TRUE;
}

/* Returns: (transfer none): the one that was shown, or the first */
static MwOfferRow *
find_next (MwOfferConflictsWindow *self, GPtrArray *rows)
{
  for (guint i = 0; self->shown && i < rows->len; i++)
    if (mw_offer_row_is_about (g_ptr_array_index (rows, i), self->shown->after))
      return g_ptr_array_index (rows, i);

  return g_ptr_array_index (rows, 0);
}

static void
update (MwOfferConflictsWindow *self)
{
  GPtrArray *conflicts = mw_organisation_file_get_conflicts (self->file);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < conflicts->len; i++)
    g_ptr_array_add (rows, new_row (self, g_ptr_array_index (conflicts, i)));
  g_ptr_array_sort (rows, compare_rows);
  if (rows->len > 0 && !is_up_to_date (self, rows))
    {
      g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
      show_row (self, find_next (self, rows));
    }
  update_choice (self);
  if (rows->len == 0 && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "message") != 0)
    {
      leave_row (self);
      gtk_stack_set_visible_child_name (self->stack, "message");
      gtk_widget_grab_focus (self->close_button);
    }
}

static void
on_activated (MwOfferConflictsWindow *self, guint position)
{
  g_autoptr (MwOfferRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (!row)
    return;

  show_row (self, row);
  update_choice (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->details));
}

static void
on_resolve (GtkWidget *widget, const char *action, GVariant *mine)
{
  MwOfferConflictsWindow *self = MW_OFFER_CONFLICTS_WINDOW (widget);
  g_autoptr (MwOfferRow) row = self->shown ? g_object_ref (self->shown) : NULL;

  if (row && mw_organisation_file_is_editable (self->file))
    mw_organisation_file_resolve (self->file, row->after->kind, row->after->id, g_variant_get_boolean (mine));
}

static void
on_close (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MwOfferConflictsWindow *self = MW_OFFER_CONFLICTS_WINDOW (widget);

  leave_row (self);
  update_choice (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

/* From what is looked at to the list; from there out of the window. */
static gboolean
on_escape (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  MwOfferConflictsWindow *self = MW_OFFER_CONFLICTS_WINDOW (widget);

  if (self->shown)
    on_close (widget, NULL, NULL);
  else
    gtk_window_close (GTK_WINDOW (self));

  return TRUE;
}

static void
mw_offer_conflicts_window_dispose (GObject *object)
{
  MwOfferConflictsWindow *self = MW_OFFER_CONFLICTS_WINDOW (object);

  if (self->file)
    g_signal_handlers_disconnect_by_data (self->file, self);
  g_clear_object (&self->file);
  g_clear_object (&self->shown);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (mw_offer_conflicts_window_parent_class)->dispose (object);
}

static void
mw_offer_conflicts_window_class_init (MwOfferConflictsWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_offer_conflicts_window_dispose;
  g_type_ensure (MW_TYPE_PANES);
  g_type_ensure (MW_TYPE_CHANGE_DETAILS);
  gtk_widget_class_install_action (widget_class, "conflicts.resolve", "b", on_resolve);
  gtk_widget_class_install_action (widget_class, "changes.close", NULL, on_close);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-offer-conflicts-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MwOfferConflictsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MwOfferConflictsWindow, panes);
  gtk_widget_class_bind_template_child (widget_class, MwOfferConflictsWindow, list_scroller);
  gtk_widget_class_bind_template_child (widget_class, MwOfferConflictsWindow, list_view);
  gtk_widget_class_bind_template_child (widget_class, MwOfferConflictsWindow, details);
  gtk_widget_class_bind_template_child (widget_class, MwOfferConflictsWindow, state_label);
  gtk_widget_class_bind_template_child (widget_class, MwOfferConflictsWindow, message_page);
  gtk_widget_class_bind_template_child (widget_class, MwOfferConflictsWindow, close_button);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
mw_offer_conflicts_window_init (MwOfferConflictsWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = mw_offer_list_factory_new (FALSE);
  g_autoptr (GtkNoSelection) selection = NULL;

  self->rows = g_list_store_new (MW_TYPE_OFFER_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  mw_panes_append (self->panes, self->list_scroller, 30, 2, 0);
  mw_panes_append (self->panes, GTK_WIDGET (self->details), 50, 3, 1);
  mw_panes_set_wanted (self->panes, GTK_WIDGET (self->details), FALSE);
  mw_panes_set_current (self->panes, self->list_scroller);
  adw_status_page_set_title (self->message_page, _ ("Nothing Left to Choose"));
  adw_status_page_set_description (self->message_page, _ ("Of everything that two people changed at the same time, one version is chosen."));
  mw_accessible_name_buttons (GTK_WIDGET (self));
}

GtkWindow *
mw_offer_conflicts_window_new (GtkWindow *parent, MwOrganisationFile *file)
{
  MwOfferConflictsWindow *self = g_object_new (MW_TYPE_OFFER_CONFLICTS_WINDOW, "transient-for", parent, NULL);

  self->file = g_object_ref (file);
  gtk_stack_set_visible_child_name (self->stack, "conflicts");
  g_signal_connect_object (file, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "state-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->shown ? GTK_WIDGET (self->details) : self->close_button));

  return GTK_WINDOW (self);
}
