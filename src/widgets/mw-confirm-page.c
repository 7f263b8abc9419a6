/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-confirm-page.h"

#include "mw-button-labels.h"
#include "mw-focus.h"

struct _MwConfirmPage
{
  GtkWidget parent_instance;

  GtkLabel *title_label;
  GtkLabel *text_label;
  GtkLabel *message_label;
  GtkSpinner *spinner;
  GtkButton *cancel_button;
  GtkButton *confirm_button;
};

enum
{
  CONFIRMED,
  CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwConfirmPage, mw_confirm_page, GTK_TYPE_WIDGET)

static void
on_confirm (MwConfirmPage *self)
{
  g_signal_emit (self, signals[CONFIRMED], 0);
}

static void
on_cancel (MwConfirmPage *self)
{
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->cancel_button)))
    g_signal_emit (self, signals[CANCELLED], 0);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  on_cancel (MW_CONFIRM_PAGE (widget));
  return GDK_EVENT_STOP;
}

static gboolean
mw_confirm_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MW_CONFIRM_PAGE (widget)->cancel_button));
}

static void
mw_confirm_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_confirm_page_parent_class)->dispose (object);
}

static void
mw_confirm_page_class_init (MwConfirmPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_confirm_page_dispose;
  widget_class->grab_focus = mw_confirm_page_grab_focus;
  widget_class->focus = mw_focus_children;
  signals[CONFIRMED]
    = g_signal_new ("confirmed", MW_TYPE_CONFIRM_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CANCELLED]
    = g_signal_new ("cancelled", MW_TYPE_CONFIRM_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT_DIALOG);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-confirm-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MwConfirmPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, MwConfirmPage, text_label);
  gtk_widget_class_bind_template_child (widget_class, MwConfirmPage, message_label);
  gtk_widget_class_bind_template_child (widget_class, MwConfirmPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, MwConfirmPage, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, MwConfirmPage, confirm_button);
  gtk_widget_class_bind_template_callback (widget_class, on_confirm);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
mw_confirm_page_init (MwConfirmPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mw_button_labels_prepare (GTK_WIDGET (self));
}

void
mw_confirm_page_ask (MwConfirmPage *self,
                     const char *title,
                     const char *text,
                     const char *confirm_label,
                     gboolean destructive)
{
  GtkWidget *confirm = GTK_WIDGET (self->confirm_button);

  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->text_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_button_set_label (self->confirm_button, confirm_label);
  gtk_widget_remove_css_class (confirm, destructive ? "suggested-action" : "destructive-action");
  gtk_widget_add_css_class (confirm, destructive ? "destructive-action" : "suggested-action");
  mw_button_labels_prepare (confirm);
  mw_confirm_page_set_state (self, NULL, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
mw_confirm_page_set_state (MwConfirmPage *self, const char *message, gboolean busy)
{
  gtk_label_set_label (self->message_label, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), message != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->cancel_button), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->confirm_button), !busy);
}
