/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-offer-changes-page.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-offer-change-words.h"
#include "mw-offer-list.h"
#include "mw-panes.h"

struct _MwOfferChangesPage
{
  GtkWidget parent_instance;

  GtkLabel *title_label;
  GtkLabel *summary_label;
  GtkCheckButton *all_check;
  MwPanes *panes;
  GtkWidget *list_box;
  GtkListView *list_view;
  MwChangeDetails *details;
  GtkWidget *accept_button;

  GListStore *rows; /* of MwOfferRow */
  guint n_chosen;
  gboolean updating; /* the check for all follows the others */
};

G_DEFINE_FINAL_TYPE (MwOfferChangesPage, mw_offer_changes_page, GTK_TYPE_WIDGET)

static guint
get_n (MwOfferChangesPage *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

static void
update_chosen (MwOfferChangesPage *self)
{
  guint n = self->n_chosen;
  g_autofree char *label
    = n == 0 ? g_strdup (_ ("_Take Over"))
             : g_strdup_printf (ngettext ("_Take Over %u Change", "_Take Over %u Changes", n), n);

  self->updating = TRUE;
  gtk_check_button_set_inconsistent (self->all_check, n > 0 && n < get_n (self));
  gtk_check_button_set_active (self->all_check, n == get_n (self));
  self->updating = FALSE;
  gtk_button_set_label (GTK_BUTTON (self->accept_button), label);
  mw_accessible_name_buttons (self->accept_button);
  gtk_widget_set_sensitive (self->accept_button, n > 0);
}

static void
on_chosen (MwOfferChangesPage *self, GParamSpec *pspec, MwOfferRow *row)
{
  self->n_chosen += row->chosen ? 1 : -1u;
  if (!self->updating)
    update_chosen (self);
}

static void
on_all_toggled (MwOfferChangesPage *self)
{
  gboolean chosen = gtk_check_button_get_active (self->all_check);

  if (self->updating)
    return;

  self->updating = TRUE;
  for (guint i = 0; i < get_n (self); i++)
    {
      g_autoptr (MwOfferRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      g_object_set (row, "chosen", chosen, NULL);
    }
  update_chosen (self);
}

static void
on_activated (MwOfferChangesPage *self, guint position)
{
  g_autoptr (MwOfferRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  MwChangeKind kind;

  if (!row)
    return;

  kind = mw_offer_change_words_get_row_kind (row);
  mw_offer_list_show_details (self->details, row, mw_offer_change_words_get_kind (kind),
                              kind == MW_CHANGE_ADDED ? NULL : _ ("As it is now"),
                              kind == MW_CHANGE_REMOVED ? NULL : _ ("In the file"));
  mw_panes_set_wanted (self->panes, GTK_WIDGET (self->details), TRUE);
  mw_panes_set_current (self->panes, GTK_WIDGET (self->details));
  gtk_widget_grab_focus (GTK_WIDGET (self->details));
}

static void
on_close (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mw_offer_changes_page_go_back (MW_OFFER_CHANGES_PAGE (widget));
}

static gboolean
mw_offer_changes_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MW_OFFER_CHANGES_PAGE (widget)->list_view));
}

static void
mw_offer_changes_page_dispose (GObject *object)
{
  MwOfferChangesPage *self = MW_OFFER_CHANGES_PAGE (object);
  GtkWidget *child;

  g_clear_object (&self->rows);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_offer_changes_page_parent_class)->dispose (object);
}

static void
mw_offer_changes_page_class_init (MwOfferChangesPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_offer_changes_page_dispose;
  widget_class->grab_focus = mw_offer_changes_page_grab_focus;
  g_type_ensure (MW_TYPE_PANES);
  g_type_ensure (MW_TYPE_CHANGE_DETAILS);
  gtk_widget_class_install_action (widget_class, "changes.close", NULL, on_close);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-offer-changes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MwOfferChangesPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, MwOfferChangesPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, MwOfferChangesPage, all_check);
  gtk_widget_class_bind_template_child (widget_class, MwOfferChangesPage, panes);
  gtk_widget_class_bind_template_child (widget_class, MwOfferChangesPage, list_box);
  gtk_widget_class_bind_template_child (widget_class, MwOfferChangesPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, MwOfferChangesPage, details);
  gtk_widget_class_bind_template_child (widget_class, MwOfferChangesPage, accept_button);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_all_toggled);
}

static void
mw_offer_changes_page_init (MwOfferChangesPage *self)
{
  g_autoptr (GtkListItemFactory) factory = mw_offer_list_factory_new (TRUE);
  g_autoptr (GtkNoSelection) selection = NULL;

  self->rows = g_list_store_new (MW_TYPE_OFFER_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  mw_panes_append (self->panes, self->list_box, 30, 2, 0);
  mw_panes_append (self->panes, GTK_WIDGET (self->details), 50, 3, 1);
  mw_panes_set_wanted (self->panes, GTK_WIDGET (self->details), FALSE);
  mw_panes_set_current (self->panes, self->list_box);
  mw_accessible_name_buttons (GTK_WIDGET (self));
  mw_accessible_set_name (GTK_WIDGET (self->all_check), gtk_check_button_get_label (self->all_check));
}

/* Both are ordered alike. */
static MwOfferRow *
find_row (MwOfferChangesPage *self, guint *from, const MwOrganisationItem *item)
{
  for (guint n = get_n (self); *from < n; (*from)++)
    {
      g_autoptr (MwOfferRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), *from);
      int order = mw_organisation_item_compare (row->after, item);

      if (order == 0)
        return g_steal_pointer (&row);
      if (order > 0)
        break;
    }

  return NULL;
}

void
mw_offer_changes_page_show (MwOfferChangesPage *self, const char *title, GPtrArray *changes)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_of_kind[MW_N_CHANGE_KINDS] = { 0 };
  g_autofree char *summary = NULL;
  guint from = 0;

  self->n_chosen = 0;
  for (guint i = 0; i < changes->len; i++)
    {
      const MwOrganisationChange *change = g_ptr_array_index (changes, i);
      MwOfferRow *row = mw_offer_row_new (change->before, change->after, change->older);
      g_autoptr (MwOfferRow) as_before = find_row (self, &from, change->after);

      if (as_before)
        row->chosen = as_before->chosen;
      self->n_chosen += row->chosen;
      n_of_kind[mw_organisation_change_get_kind (change)]++;
      g_signal_connect_object (row, "notify::chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (rows, row);
    }
  g_list_store_splice (self->rows, 0, get_n (self), rows->pdata, rows->len);
  summary = mw_offer_change_words_dup_summary (n_of_kind);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->summary_label, summary);
  update_chosen (self);
}

GPtrArray *
mw_offer_changes_page_dup_chosen (MwOfferChangesPage *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) mw_organisation_item_unref);

  for (guint i = 0; i < get_n (self); i++)
    {
      g_autoptr (MwOfferRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (row->chosen)
        g_ptr_array_add (items, mw_organisation_item_ref (row->after));
    }

  return items;
}

gboolean
mw_offer_changes_page_go_back (MwOfferChangesPage *self)
{
  if (!mw_panes_get_wanted (self->panes, GTK_WIDGET (self->details)))
    return FALSE;

  mw_panes_set_wanted (self->panes, GTK_WIDGET (self->details), FALSE);
  mw_panes_set_current (self->panes, self->list_box);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));

  return TRUE;
}
