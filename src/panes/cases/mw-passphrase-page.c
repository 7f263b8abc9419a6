/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-passphrase-page.h"

#include <glib/gi18n.h>

#include "mw-button-labels.h"
#include "mw-case-words.h"
#include "mw-focus.h"

struct _MwPassphrasePage
{
  GtkWidget parent_instance;

  GtkLabel *title_label;
  GtkLabel *explanation_label;
  GtkLabel *present_label;
  GtkPasswordEntry *present_entry;
  GtkPasswordEntry *first_entry;
  GtkPasswordEntry *second_entry;
  GtkLabel *strength_label;
  GtkWidget *anew_check;
  GtkLabel *message_label;
  GtkSpinner *spinner;
  GtkButton *choose_button;
  GtkButton *cancel_button;

  MwPassphraseReason reason;
  gboolean busy;
};

enum
{
  CHOSEN,
  CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwPassphrasePage, mw_passphrase_page, GTK_TYPE_WIDGET)

static const char *
get_text (GtkPasswordEntry *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
update (MwPassphrasePage *self)
{
  const char *first = get_text (self->first_entry);
  const char *second = get_text (self->second_entry);
  gboolean same = g_str_equal (first, second);
  gboolean enough;
  const char *strength = mw_case_words_get_strength (first, &enough);

  if (enough && *second && !same)
    strength = g_str_has_prefix (first, second) ? strength : _ ("The two are not the same yet.");
  gtk_label_set_label (self->strength_label, strength);
  gtk_widget_set_sensitive (GTK_WIDGET (self->choose_button),
                            enough && same && !self->busy
                              && (self->reason != MW_PASSPHRASE_CHANGE || *get_text (self->present_entry)));
}

static void
on_choose (MwPassphrasePage *self)
{
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->choose_button)))
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_next (MwPassphrasePage *self, GtkWidget *entry)
{
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
on_cancel (MwPassphrasePage *self)
{
  if (self->busy || self->reason == MW_PASSPHRASE_REPLACE)
    return;

  mw_passphrase_page_reset (self);
  g_signal_emit (self, signals[CANCELLED], 0);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  on_cancel (MW_PASSPHRASE_PAGE (widget));
  return GDK_EVENT_STOP;
}

static gboolean
mw_passphrase_page_grab_focus (GtkWidget *widget)
{
  MwPassphrasePage *self = MW_PASSPHRASE_PAGE (widget);

  return gtk_widget_grab_focus (self->reason == MW_PASSPHRASE_CHANGE ? GTK_WIDGET (self->present_entry)
                                                                     : GTK_WIDGET (self->first_entry));
}

/* Nothing that was typed stays behind. */
static void
mw_passphrase_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mw_passphrase_page_parent_class)->unmap (widget);
  mw_passphrase_page_reset (MW_PASSPHRASE_PAGE (widget));
}

static void
mw_passphrase_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_passphrase_page_parent_class)->dispose (object);
}

static void
mw_passphrase_page_class_init (MwPassphrasePageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_passphrase_page_dispose;
  widget_class->grab_focus = mw_passphrase_page_grab_focus;
  widget_class->focus = mw_focus_children;
  widget_class->unmap = mw_passphrase_page_unmap;
  signals[CHOSEN]
    = g_signal_new ("chosen", MW_TYPE_PASSPHRASE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CANCELLED]
    = g_signal_new ("cancelled", MW_TYPE_PASSPHRASE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-passphrase-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MwPassphrasePage, title_label);
  gtk_widget_class_bind_template_child (widget_class, MwPassphrasePage, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, MwPassphrasePage, present_label);
  gtk_widget_class_bind_template_child (widget_class, MwPassphrasePage, present_entry);
  gtk_widget_class_bind_template_child (widget_class, MwPassphrasePage, first_entry);
  gtk_widget_class_bind_template_child (widget_class, MwPassphrasePage, second_entry);
  gtk_widget_class_bind_template_child (widget_class, MwPassphrasePage, strength_label);
  gtk_widget_class_bind_template_child (widget_class, MwPassphrasePage, anew_check);
  gtk_widget_class_bind_template_child (widget_class, MwPassphrasePage, message_label);
  gtk_widget_class_bind_template_child (widget_class, MwPassphrasePage, spinner);
  gtk_widget_class_bind_template_child (widget_class, MwPassphrasePage, choose_button);
  gtk_widget_class_bind_template_child (widget_class, MwPassphrasePage, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_choose);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
mw_passphrase_page_init (MwPassphrasePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mw_button_labels_prepare (GTK_WIDGET (self));
  update (self);
}

void
mw_passphrase_page_start (MwPassphrasePage *self, MwPassphraseReason reason)
{
  static const char *const titles[] = { N_ ("Choose a Passphrase"), N_ ("Choose a New Passphrase"), N_ ("Change the Passphrase"),
                                        N_ ("Hand Over to a Colleague") };
  static const char *const explanations[] = {
    N_ ("Case notes are about vulnerable people. They are sealed on this computer: only your passphrase opens them. Nobody can look "
        "it up for you. A sentence with blanks is fine."),
    N_ ("The recovery key has opened your cases. Choose the passphrase that you will use from now on."),
    N_ ("Backups made until now still open with the passphrase that they were made with."),
    N_ ("The case goes into a file that only this passphrase opens. Choose one for this file alone, not your own. Tell it to your "
        "colleague by another way than the file, such as by telephone: who has both can read everything."),
  };
  gboolean change = reason == MW_PASSPHRASE_CHANGE;

  self->reason = reason;
  gtk_label_set_label (self->title_label, _ (titles[reason]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (titles[reason]), -1);
  gtk_label_set_label (self->explanation_label, _ (explanations[reason]));
  gtk_widget_set_visible (GTK_WIDGET (self->present_label), change);
  gtk_widget_set_visible (GTK_WIDGET (self->present_entry), change);
  gtk_widget_set_visible (self->anew_check, change);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->anew_check), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), reason != MW_PASSPHRASE_REPLACE);
  mw_passphrase_page_reset (self);
  mw_passphrase_page_set_state (self, NULL, FALSE);
}

void
mw_passphrase_page_reset (MwPassphrasePage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->present_entry), "");
  gtk_editable_set_text (GTK_EDITABLE (self->first_entry), "");
  gtk_editable_set_text (GTK_EDITABLE (self->second_entry), "");
}

MwPassphraseReason
mw_passphrase_page_get_reason (MwPassphrasePage *self)
{
  return self->reason;
}

MwSecret *
mw_passphrase_page_get_passphrase (MwPassphrasePage *self)
{
  return mw_secret_new_passphrase (get_text (self->first_entry), NULL);
}

MwSecret *
mw_passphrase_page_get_present (MwPassphrasePage *self)
{
  return self->reason == MW_PASSPHRASE_CHANGE ? mw_secret_new_passphrase (get_text (self->present_entry), NULL) : NULL;
}

gboolean
mw_passphrase_page_wants_anew (MwPassphrasePage *self)
{
  return self->reason == MW_PASSPHRASE_CHANGE && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->anew_check));
}

void
mw_passphrase_page_set_state (MwPassphrasePage *self, const char *message, gboolean busy)
{
  self->busy = busy;
  gtk_label_set_label (self->message_label, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), message != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->cancel_button), !busy);
  gtk_editable_set_editable (GTK_EDITABLE (self->present_entry), !busy);
  gtk_editable_set_editable (GTK_EDITABLE (self->first_entry), !busy);
  gtk_editable_set_editable (GTK_EDITABLE (self->second_entry), !busy);
  update (self);
}
