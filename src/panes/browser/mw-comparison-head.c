/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-comparison-head.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-comparison-columns.h"
#include "mw-comparison-words.h"
#include "mw-words.h"

#define LINES 3

struct _MwComparisonHead
{
  GtkWidget parent_instance;

  GtkWidget *buttons[MW_N_COMPARISON_BUTTONS];
};

G_DEFINE_FINAL_TYPE (MwComparisonHead, mw_comparison_head, GTK_TYPE_WIDGET)

static gboolean
mw_comparison_head_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MW_COMPARISON_HEAD (widget)->buttons[MW_COMPARISON_OPEN]);
}

static void
mw_comparison_head_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_comparison_head_parent_class)->dispose (object);
}

static void
mw_comparison_head_class_init (MwComparisonHeadClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_comparison_head_dispose;
  widget_class->grab_focus = mw_comparison_head_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "comparisonhead");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
mw_comparison_head_init (MwComparisonHead *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

/* @words: (transfer full) */
static void
set_up_button (MwComparisonHead *self, MwComparisonButton number, char *words)
{
  GtkWidget *button = self->buttons[number];

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  mw_accessible_set_name (button, words);
  g_free (words);
}

static GtkWidget *
new_name_button (MwComparisonHead *self, const char *id, const char *name)
{
  GtkWidget *button = self->buttons[MW_COMPARISON_OPEN] = gtk_button_new ();
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 1);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_vexpand (button, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "comparison.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  /* Translators: a button; the name of an intervention */
  set_up_button (self, MW_COMPARISON_OPEN, g_strdup_printf (_ ("Open the Description of %s"), name));

  return button;
}

static GtkWidget *
new_move_button (MwComparisonHead *self, MwComparisonButton number, const char *id, const char *name, gboolean possible)
{
  gboolean forward = number == MW_COMPARISON_FORWARD;
  GtkWidget *button = self->buttons[number]
    = gtk_button_new_from_icon_name (forward ? "go-next-symbolic" : "go-previous-symbolic");

  if (possible)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "comparison.move");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sb)", id, forward);
    }
  gtk_widget_set_sensitive (button, possible);
  set_up_button (self, number, forward ? g_strdup_printf (_ ("Move %s to the Right"), name)
                                       : g_strdup_printf (_ ("Move %s to the Left"), name));

  return button;
}

MwComparisonHead *
mw_comparison_head_new (MwIntervention *intervention, guint column, guint n_columns)
{
  MwComparisonHead *self = g_object_new (MW_TYPE_COMPARISON_HEAD, NULL);
  const char *name = mw_intervention_get_name (intervention, mw_words_get_language ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *numbers = mw_comparison_words_dup_numbers (intervention);
  GtkWidget *number = gtk_label_new (numbers);
  GtkWidget *remove = self->buttons[MW_COMPARISON_REMOVE] = gtk_button_new_from_icon_name ("window-close-symbolic");

  mw_comparison_columns_mark (GTK_WIDGET (self), column);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_parent (new_name_button (self, intervention->id, name), GTK_WIDGET (self));

  gtk_label_set_xalign (GTK_LABEL (number), 0);
  gtk_label_set_ellipsize (GTK_LABEL (number), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (number, TRUE);
  gtk_widget_add_css_class (number, "number");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (remove), "comparison.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (remove), "s", intervention->id);
  set_up_button (self, MW_COMPARISON_REMOVE, g_strdup_printf (_ ("Take %s Out of the Comparison"), name));
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), new_move_button (self, MW_COMPARISON_BACKWARD, intervention->id, name, column > 0));
  gtk_box_append (GTK_BOX (box), new_move_button (self, MW_COMPARISON_FORWARD, intervention->id, name, column + 1 < n_columns));
  gtk_box_append (GTK_BOX (box), remove);
  gtk_widget_set_parent (box, GTK_WIDGET (self));

  return self;
}

MwComparisonButton
mw_comparison_head_get_focused (MwComparisonHead *self)
{
  for (guint b = 0; b < MW_N_COMPARISON_BUTTONS; b++)
    if (gtk_widget_is_focus (self->buttons[b]))
      return b;

  return MW_COMPARISON_OPEN;
}

void
mw_comparison_head_focus_button (MwComparisonHead *self, MwComparisonButton button)
{
  if (!gtk_widget_get_sensitive (self->buttons[button]))
    button = button == MW_COMPARISON_FORWARD ? MW_COMPARISON_BACKWARD : MW_COMPARISON_FORWARD;
  if (!gtk_widget_grab_focus (self->buttons[button]))
    gtk_widget_grab_focus (self->buttons[MW_COMPARISON_OPEN]);
}
