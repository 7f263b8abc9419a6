/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-changes-page.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-change-details.h"
#include "mw-change-words.h"
#include "mw-day-words.h"
#include "mw-panes.h"
#include "mw-words.h"

struct _MwChangesPage
{
  GtkWidget parent_instance;

  GtkLabel *title_label;
  GtkLabel *source_label;
  GtkLabel *summary_label;
  GtkWidget *warning_box;
  GtkLabel *warning_label;
  MwPanes *panes;
  GtkWidget *list_scroller;
  GtkListView *list_view;
  MwChangeDetails *details;
  GtkWidget *accept_button;

  GListStore *changes; /* of MwCatalogueChange */
};

G_DEFINE_FINAL_TYPE (MwChangesPage, mw_changes_page, GTK_TYPE_WIDGET)

static void
on_setup_row (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_list_item_set_child (item, label);
}

static void
on_bind_row (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  MwCatalogueChange *change = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *kind = mw_change_words_get_kind (change->kind);
  const char *name = mw_catalogue_change_get_name (change, mw_words_get_language ());
  g_autofree char *parts = mw_change_words_dup_parts (change);
  g_autofree char *markup = g_markup_printf_escaped ("<span size=\"90%%\">%s  ·  %s</span>\n<b>%s</b>%s<span size=\"90%%\">%s</span>",
                                                     kind, change->numbers, name, *parts ? "\n" : "", parts);
  g_autofree char *accessible = g_strdup_printf ("%s: %s", kind, name);
  GtkWidget *row = gtk_widget_get_parent (label);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  if (row) /* the list's own item is what a screen reader stops at */
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, parts, -1);
}

static void
on_activated (MwChangesPage *self, guint position)
{
  g_autoptr (MwCatalogueChange) change = g_list_model_get_item (G_LIST_MODEL (self->changes), position);

  if (!change)
    return;

  mw_change_details_show (self->details, change);
  mw_panes_set_wanted (self->panes, GTK_WIDGET (self->details), TRUE);
  mw_panes_set_current (self->panes, GTK_WIDGET (self->details));
  gtk_widget_grab_focus (GTK_WIDGET (self->details));
}

static void
on_close (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mw_changes_page_go_back (MW_CHANGES_PAGE (widget));
}

static void
mw_changes_page_dispose (GObject *object)
{
  MwChangesPage *self = MW_CHANGES_PAGE (object);
  GtkWidget *child;

  g_clear_object (&self->changes);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_changes_page_parent_class)->dispose (object);
}

static gboolean
mw_changes_page_grab_focus (GtkWidget *widget)
{
  MwChangesPage *self = MW_CHANGES_PAGE (widget);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->changes)) > 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->list_view));

  return gtk_widget_grab_focus (self->accept_button);
}

static void
mw_changes_page_class_init (MwChangesPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_changes_page_dispose;
  widget_class->grab_focus = mw_changes_page_grab_focus;
  g_type_ensure (MW_TYPE_PANES);
  g_type_ensure (MW_TYPE_CHANGE_DETAILS);
  gtk_widget_class_install_action (widget_class, "changes.close", NULL, on_close);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-changes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MwChangesPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, MwChangesPage, source_label);
  gtk_widget_class_bind_template_child (widget_class, MwChangesPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, MwChangesPage, warning_box);
  gtk_widget_class_bind_template_child (widget_class, MwChangesPage, warning_label);
  gtk_widget_class_bind_template_child (widget_class, MwChangesPage, panes);
  gtk_widget_class_bind_template_child (widget_class, MwChangesPage, list_scroller);
  gtk_widget_class_bind_template_child (widget_class, MwChangesPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, MwChangesPage, details);
  gtk_widget_class_bind_template_child (widget_class, MwChangesPage, accept_button);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
mw_changes_page_init (MwChangesPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  self->changes = g_list_store_new (MW_TYPE_CATALOGUE_CHANGE);
  gtk_widget_init_template (GTK_WIDGET (self));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->changes)));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_row), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_row), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  mw_panes_append (self->panes, self->list_scroller, 30, 2, 0);
  mw_panes_append (self->panes, GTK_WIDGET (self->details), 50, 3, 1);
  mw_panes_set_wanted (self->panes, GTK_WIDGET (self->details), FALSE);
  mw_panes_set_current (self->panes, self->list_scroller);
  mw_accessible_name_buttons (GTK_WIDGET (self));
}

static void
fill_list (MwChangesPage *self, MwCatalogueChanges *changes)
{
  g_list_store_remove_all (self->changes);
  for (guint k = 0; k < MW_N_CHANGE_KINDS; k++)
    g_list_store_splice (self->changes, g_list_model_get_n_items (G_LIST_MODEL (self->changes)), 0,
                         changes->by_kind[k]->pdata, changes->by_kind[k]->len);
}

void
mw_changes_page_show (MwChangesPage *self, const MwCatalogueProposal *proposal)
{
  g_autofree char *version = mw_day_words_dup_version (proposal->after);
  g_autofree char *title = NULL;
  g_autofree char *summary = mw_change_words_dup_summary (proposal->changes);
  g_autofree char *warning = mw_change_words_dup_warning (proposal);

  if (proposal->before)
    {
      g_autofree char *before = mw_day_words_dup_version (proposal->before);

      /* Translators: versions of a catalogue */
      title = g_strdup_printf (_ ("From %1$s to %2$s"), before, version);
    }
  gtk_label_set_label (self->title_label, title ? title : version);
  gtk_label_set_label (self->source_label, proposal->after->source);
  gtk_label_set_label (self->summary_label, summary);
  gtk_label_set_label (self->warning_label, warning ? warning : "");
  gtk_widget_set_visible (self->warning_box, warning != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->list_view), mw_catalogue_changes_get_n (proposal->changes) > 0);
  fill_list (self, proposal->changes);
}

gboolean
mw_changes_page_go_back (MwChangesPage *self)
{
  if (!mw_panes_get_wanted (self->panes, GTK_WIDGET (self->details)))
    return FALSE;

  mw_panes_set_wanted (self->panes, GTK_WIDGET (self->details), FALSE);
  mw_panes_set_current (self->panes, self->list_scroller);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));

  return TRUE;
}
