/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-considered-page.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-case-words.h"
#include "mw-focus.h"

struct _MwConsideredPage
{
  GtkWidget parent_instance;

  GtkWidget *empty_label;
  GtkWidget *again_button;
  GtkBox *rows_box;

  MwCase *one;
  gboolean editable;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwConsideredPage, mw_considered_page, GTK_TYPE_WIDGET)

static void
on_remove (GtkWidget *button, MwConsideredPage *self)
{
  MwConsidered *considered = g_object_get_data (G_OBJECT (button), "considered");

  g_ptr_array_remove (self->one->considered, considered);
  mw_considered_page_show (self, self->one);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
new_name_button (MwConsidered *considered)
{
  g_autofree char *text = g_strdup_printf ("%s  %s", considered->number, considered->name);
  g_autofree char *name = g_strdup_printf (_ ("Show %s"), considered->name);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "cases.show-intervention");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", considered->id);
  mw_accessible_set_name (button, name);
  return button;
}

static void
on_whom_changed (GtkEditable *entry, MwConsideredPage *self)
{
  MwConsidered *considered = g_object_get_data (G_OBJECT (entry), "considered");

  mw_case_set_text (&considered->referred_to, gtk_editable_get_text (entry));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A referral, with whom to refer to for filling in. */
static GtkWidget *
new_referral (MwConsideredPage *self, MwConsidered *considered)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_ ("→ To be referred to"));
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *name = g_strdup_printf (_ ("To whom to refer for %s"), considered->name);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), considered->referred_to);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_editable_set_editable (GTK_EDITABLE (entry), self->editable);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("not known yet"));
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_set_margin_start (box, 12);
  mw_accessible_set_name (entry, name);
  g_object_set_data (G_OBJECT (entry), "considered", considered);
  g_signal_connect (entry, "changed", G_CALLBACK (on_whom_changed), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  return box;
}

static GtkWidget *
new_row (MwConsideredPage *self, MwConsidered *considered)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *day = mw_case_words_dup_day_of (considered->time);
  g_autofree char *since = g_strdup_printf (_ ("considered since %s"), day);
  g_autofree char *name = g_strdup_printf (_ ("No longer consider %s"), considered->name);
  GtkWidget *label = gtk_label_new (since);

  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, _ ("No longer consider"));
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_sensitive (remove, self->editable);
  mw_accessible_set_name (remove, name);
  g_object_set_data (G_OBJECT (remove), "considered", considered);
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove), self);
  gtk_box_append (GTK_BOX (line), new_name_button (considered));
  gtk_box_append (GTK_BOX (line), remove);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (row), line);
  gtk_box_append (GTK_BOX (row), label);
  if (considered->referred)
    gtk_box_append (GTK_BOX (row), new_referral (self, considered));
  return row;
}

static gboolean
mw_considered_page_grab_focus (GtkWidget *widget)
{
  /* Not of the page itself, which would come back here. */
  return gtk_widget_child_focus (GTK_WIDGET (MW_CONSIDERED_PAGE (widget)->rows_box), GTK_DIR_TAB_FORWARD);
}

static void
mw_considered_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_considered_page_parent_class)->dispose (object);
}

static void
mw_considered_page_class_init (MwConsideredPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_considered_page_dispose;
  widget_class->grab_focus = mw_considered_page_grab_focus;
  widget_class->focus = mw_focus_children;
  signals[CHANGED]
    = g_signal_new ("changed", MW_TYPE_CONSIDERED_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-considered-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MwConsideredPage, empty_label);
  gtk_widget_class_bind_template_child (widget_class, MwConsideredPage, again_button);
  gtk_widget_class_bind_template_child (widget_class, MwConsideredPage, rows_box);
}

static void
mw_considered_page_init (MwConsideredPage *self)
{
  self->editable = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  mw_accessible_name_buttons (GTK_WIDGET (self));
}

void
mw_considered_page_show (MwConsideredPage *self, MwCase *one)
{
  guint n = one ? one->considered->len : 0;
  GtkWidget *child;

  self->one = one;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows_box))))
    gtk_box_remove (self->rows_box, child);
  for (guint i = 0; i < n; i++)
    gtk_box_append (self->rows_box, new_row (self, g_ptr_array_index (one->considered, i)));
  gtk_widget_set_visible (self->empty_label, n == 0);
  gtk_widget_set_visible (self->again_button, n > 0);
}

void
mw_considered_page_set_editable (MwConsideredPage *self, gboolean editable)
{
  if (self->editable == editable)
    return;

  self->editable = editable;
  mw_considered_page_show (self, self->one);
}
