/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-recovery-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mw-button-labels.h"
#include "mw-focus.h"

struct _MwRecoveryPage
{
  GtkWidget parent_instance;

  GtkLabel *key_label;
  GtkLabel *message_label;
  GtkCheckButton *kept_check;
  GtkButton *print_button;
  GtkButton *done_button;
};

enum
{
  DONE,
  SAVE,
  PRINT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwRecoveryPage, mw_recovery_page, GTK_TYPE_WIDGET)

static void
on_kept (MwRecoveryPage *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->done_button), gtk_check_button_get_active (self->kept_check));
}

static void
emit_with_text (MwRecoveryPage *self, guint which)
{
  g_autofree char *key = g_strdelimit (g_strdup (gtk_label_get_label (self->key_label)), " ", '-');
  g_autofree char *text = g_strdup_printf (
    _ ("Maatwerk: recovery key\n\n%s\n\nThis key opens your cases when the passphrase is forgotten. Keep it where nobody "
       "else comes, not beside the computer. Whoever has it and your computer can read your cases.\n"),
    key);

  g_signal_emit (self, signals[which], 0, text);
  explicit_bzero (text, strlen (text));
  explicit_bzero (key, strlen (key));
}

static void
on_save (MwRecoveryPage *self)
{
  emit_with_text (self, SAVE);
}

static void
on_print (MwRecoveryPage *self)
{
  emit_with_text (self, PRINT);
}

static void
on_done (MwRecoveryPage *self)
{
  gtk_label_set_label (self->key_label, "");
  g_signal_emit (self, signals[DONE], 0);
}

static gboolean
mw_recovery_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MW_RECOVERY_PAGE (widget)->print_button));
}

static void
mw_recovery_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_recovery_page_parent_class)->dispose (object);
}

static void
mw_recovery_page_class_init (MwRecoveryPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_recovery_page_dispose;
  widget_class->grab_focus = mw_recovery_page_grab_focus;
  widget_class->focus = mw_focus_children;
  signals[DONE] = g_signal_new ("done", MW_TYPE_RECOVERY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SAVE] = g_signal_new ("save", MW_TYPE_RECOVERY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[PRINT] = g_signal_new ("print", MW_TYPE_RECOVERY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-recovery-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MwRecoveryPage, key_label);
  gtk_widget_class_bind_template_child (widget_class, MwRecoveryPage, message_label);
  gtk_widget_class_bind_template_child (widget_class, MwRecoveryPage, kept_check);
  gtk_widget_class_bind_template_child (widget_class, MwRecoveryPage, print_button);
  gtk_widget_class_bind_template_child (widget_class, MwRecoveryPage, done_button);
  gtk_widget_class_bind_template_callback (widget_class, on_kept);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_print);
  gtk_widget_class_bind_template_callback (widget_class, on_done);
}

static void
mw_recovery_page_init (MwRecoveryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mw_button_labels_prepare (GTK_WIDGET (self));
}

void
mw_recovery_page_show (MwRecoveryPage *self, const char *recovery_key)
{
  g_autofree char *groups = g_strdelimit (g_strdup (recovery_key), "-", ' ');

  /* It wraps at blanks, not at hyphens before a digit. Both are read. */
  gtk_label_set_label (self->key_label, groups);
  explicit_bzero (groups, strlen (groups));
  gtk_check_button_set_active (self->kept_check, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->done_button), FALSE);
  mw_recovery_page_say (self, NULL);
}

void
mw_recovery_page_say (MwRecoveryPage *self, const char *message)
{
  gtk_label_set_label (self->message_label, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), message != NULL);
}
