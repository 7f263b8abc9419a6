/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-offer-notice.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-offer-words.h"

/* What is said, one below the other. */
typedef enum
{
  LINE_SAID,
  LINE_TROUBLE,
  LINE_CONFLICTS,
  LINE_MISSING,
  N_LINES,
} Line;

struct _MwOfferNotice
{
  GtkWidget parent_instance;

  GtkWidget *boxes[N_LINES];
  GtkLabel *labels[N_LINES];
  GtkWidget *undo_button;

  MwOrganisationFile *file; /* (nullable) */
  GPtrArray *missing;       /* (nullable) */
};

enum
{
  MISSING_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwOfferNotice, mw_offer_notice, GTK_TYPE_WIDGET)

/* @text: (transfer full) (nullable) */
static void
set_line (MwOfferNotice *self, Line line, char *text)
{
  gboolean visible = FALSE;

  gtk_label_set_label (self->labels[line], text ? text : "");
  gtk_widget_set_visible (self->boxes[line], text != NULL);
  for (guint l = 0; l < N_LINES; l++)
    visible = visible || gtk_widget_get_visible (self->boxes[l]);
  gtk_widget_set_visible (GTK_WIDGET (self), visible);
  g_free (text);
}

static void
update (MwOfferNotice *self)
{
  set_line (self, LINE_TROUBLE, self->file ? mw_offer_words_dup_trouble (self->file) : NULL);
  set_line (self, LINE_CONFLICTS, self->file ? mw_offer_words_dup_conflicts (self->file) : NULL);
  set_line (self, LINE_MISSING, mw_offer_words_dup_missing (self->missing));
}

static void
on_close (MwOfferNotice *self)
{
  gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
  set_line (self, LINE_SAID, NULL);
}

static GtkWidget *
add_button (MwOfferNotice *self, Line line, const char *label, const char *action)
{
  GtkWidget *row = gtk_widget_get_last_child (self->boxes[line]);
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (row), button);
  gtk_widget_set_visible (row, TRUE);

  return button;
}

static void
add_line (MwOfferNotice *self, Line line)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->boxes[line] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->labels[line]
    = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "width-chars", 12,
                    "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_widget_set_halign (row, GTK_ALIGN_END);
  gtk_widget_set_visible (row, FALSE);
  gtk_box_append (GTK_BOX (self->boxes[line]), GTK_WIDGET (self->labels[line]));
  gtk_box_append (GTK_BOX (self->boxes[line]), row);
  gtk_widget_add_css_class (self->boxes[line], "note");
  gtk_widget_set_visible (self->boxes[line], FALSE);
  gtk_widget_set_parent (self->boxes[line], GTK_WIDGET (self));
}

static void
mw_offer_notice_dispose (GObject *object)
{
  MwOfferNotice *self = MW_OFFER_NOTICE (object);
  GtkWidget *child;

  g_clear_object (&self->file);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_offer_notice_parent_class)->dispose (object);
}

static void
mw_offer_notice_class_init (MwOfferNoticeClass *class)
{
  G_OBJECT_CLASS (class)->dispose = mw_offer_notice_dispose;
  signals[MISSING_CHANGED] = g_signal_new ("missing-changed", MW_TYPE_OFFER_NOTICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
}

static void
mw_offer_notice_init (MwOfferNotice *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *close;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  for (guint l = 0; l < N_LINES; l++)
    add_line (self, l);
  self->undo_button = add_button (self, LINE_SAID, _ ("_Undo"), NULL);
  close = add_button (self, LINE_SAID, _ ("_Close"), NULL);
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (on_close), self);
  add_button (self, LINE_CONFLICTS, _ ("Compare and _Choose…"), "win.choose-versions");
  add_button (self, LINE_MISSING, _ ("_Show Them…"), "win.show-missing-offers");
  mw_accessible_name_buttons (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
mw_offer_notice_set_file (MwOfferNotice *self, MwOrganisationFile *file)
{
  g_set_object (&self->file, file);
  g_signal_connect_object (file, "state-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static gboolean
are_same (GPtrArray *a, GPtrArray *b)
{
  if (a == b || !a || !b || a->len != b->len)
    return a == b;

  for (guint i = 0; i < a->len; i++)
    if (g_ptr_array_index (a, i) != g_ptr_array_index (b, i))
      return FALSE;

  return TRUE;
}

void
mw_offer_notice_set_missing (MwOfferNotice *self, GPtrArray *missing)
{
  g_autoptr (GPtrArray) before = self->missing;

  self->missing = missing ? g_ptr_array_ref (missing) : NULL;
  update (self);
  if (!are_same (before, missing))
    g_signal_emit (self, signals[MISSING_CHANGED], 0);
}

GPtrArray *
mw_offer_notice_get_missing (MwOfferNotice *self)
{
  return self->missing;
}

void
mw_offer_notice_say (MwOfferNotice *self, const char *text, const char *undo)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->undo_button), undo);
  gtk_widget_set_visible (self->undo_button, undo != NULL);
  set_line (self, LINE_SAID, g_strdup (text));
}
