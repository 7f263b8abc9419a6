/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-own-page.h"

#include <glib/gi18n.h>

#include "mw-confirm-page.h"
#include "mw-own-form.h"
#include "mw-words.h"

struct _MwOwnPage
{
  GtkWidget parent_instance;

  GtkStack *stack;
  MwOwnForm *form;
  MwConfirmPage *confirm_page;

  MwOrganisationFile *file;
  char *removing; /* (nullable): id of the one that the question is about */
};

enum
{
  CLOSED,
  SAVED,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwOwnPage, mw_own_page, GTK_TYPE_WIDGET)

static MwOrganisationItem *
lookup (MwOwnPage *self, const char *id)
{
  MwOrganisationItem *item = mw_organisation_lookup (mw_organisation_file_get (self->file), MW_ITEM_OWN, id);

  return item && item->intervention ? item : NULL;
}

static void
on_closed (MwOwnPage *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
on_saved (MwOwnPage *self, const char *id)
{
  g_signal_emit (self, signals[SAVED], 0, id);
}

static void
on_confirmed (MwOwnPage *self)
{
  MwOrganisationItem *item = lookup (self, self->removing);
  g_autoptr (MwOrganisationItem) removed = item ? mw_organisation_item_ref (item) : NULL;

  if (!removed)
    {
      on_closed (self);
      return;
    }
  if (!mw_organisation_file_is_editable (self->file))
    {
      mw_confirm_page_set_state (self->confirm_page, _ ("The file with your own offer cannot be changed now. Nothing was removed; "
                                                        "try again in a moment."),
                                 FALSE);
      return;
    }

  mw_organisation_file_set_item (self->file, mw_organisation_item_new_own (self->removing, NULL));
  g_signal_emit (self, signals[REMOVED], 0, removed);
}

static void
mw_own_page_dispose (GObject *object)
{
  MwOwnPage *self = MW_OWN_PAGE (object);
  GtkWidget *child;

  g_clear_object (&self->file);
  g_clear_pointer (&self->removing, g_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_own_page_parent_class)->dispose (object);
}

static gboolean
mw_own_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (gtk_stack_get_visible_child (MW_OWN_PAGE (widget)->stack));
}

static void
mw_own_page_class_init (MwOwnPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_own_page_dispose;
  widget_class->grab_focus = mw_own_page_grab_focus;
  signals[CLOSED] = g_signal_new ("closed", MW_TYPE_OWN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SAVED]
    = g_signal_new ("saved", MW_TYPE_OWN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REMOVED] = g_signal_new ("removed", MW_TYPE_OWN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   MW_TYPE_ORGANISATION_ITEM);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
mw_own_page_init (MwOwnPage *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

MwOwnPage *
mw_own_page_new (MwOrganisationFile *file, MwOwnDrafts *drafts)
{
  MwOwnPage *self = g_object_new (MW_TYPE_OWN_PAGE, NULL);

  self->file = g_object_ref (file);
  self->form = mw_own_form_new (file, drafts);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->form));
  g_signal_connect_swapped (self->form, "closed", G_CALLBACK (on_closed), self);
  g_signal_connect_swapped (self->form, "saved", G_CALLBACK (on_saved), self);
  self->confirm_page = g_object_new (MW_TYPE_CONFIRM_PAGE, NULL);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->confirm_page));
  g_signal_connect_swapped (self->confirm_page, "confirmed", G_CALLBACK (on_confirmed), self);
  g_signal_connect_swapped (self->confirm_page, "cancelled", G_CALLBACK (on_closed), self);

  return self;
}

void
mw_own_page_write (MwOwnPage *self, const char *id)
{
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->form));
  mw_own_form_open (self->form, id);
}

void
mw_own_page_ask_remove (MwOwnPage *self, const char *id)
{
  MwOrganisationItem *item = lookup (self, id);
  g_autofree char *title = NULL;

  if (!item)
    return;

  g_free (self->removing);
  self->removing = g_strdup (id);
  mw_own_form_keep (self->form);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->confirm_page));
  title = g_strdup_printf (_ ("Remove “%s”?"), mw_intervention_get_name (item->intervention, mw_words_get_language ()));
  mw_confirm_page_ask (self->confirm_page, title,
                       _ ("It goes out of the list, for colleagues who share the file as well. Cases in which it was chosen keep "
                          "its name. You can undo this right afterwards."),
                       _ ("_Remove"), TRUE);
}

void
mw_own_page_keep (MwOwnPage *self)
{
  mw_own_form_keep (self->form);
}
