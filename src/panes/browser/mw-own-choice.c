/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-own-choice.h"

#include "mw-button-labels.h"
#include "mw-chip-box.h"
#include "mw-words.h"

struct _MwOwnChoice
{
  GtkWidget parent_instance;

  MwFacet facet;
  gboolean single;
  GtkWidget *heading;
  GtkWidget *box;
  GtkWidget *checks[MW_MAX_FACET_VALUES];
  GtkWidget *problem_label;
  gboolean setting;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwOwnChoice, mw_own_choice, GTK_TYPE_WIDGET)

static void
on_toggled (MwOwnChoice *self)
{
  /* Where one excludes the others, there is none for a moment. */
  if (!self->setting && !(self->single && !mw_own_choice_get (self)))
    g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
mw_own_choice_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MW_OWN_CHOICE (widget)->checks[0]);
}

static void
mw_own_choice_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_own_choice_parent_class)->dispose (object);
}

static void
mw_own_choice_class_init (MwOwnChoiceClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_own_choice_dispose;
  widget_class->grab_focus = mw_own_choice_grab_focus;
  signals[CHANGED]
    = g_signal_new ("changed", MW_TYPE_OWN_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
new_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
mw_own_choice_init (MwOwnChoice *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
  self->heading = new_label ("heading");
  self->box = g_object_new (MW_TYPE_CHIP_BOX, NULL);
  self->problem_label = new_label ("missing");
  gtk_widget_set_visible (self->problem_label, FALSE);
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_parent (self->problem_label, GTK_WIDGET (self));
}

MwOwnChoice *
mw_own_choice_new (MwFacet facet, gboolean single)
{
  MwOwnChoice *self = g_object_new (MW_TYPE_OWN_CHOICE, NULL);
  const char *heading = mw_words_get_facet (facet);

  self->facet = facet;
  self->single = single;
  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  for (guint v = 0; v < mw_facet_get_n_values (facet); v++)
    {
      g_autofree char *words = mw_words_dup_facet_value (facet, v);

      self->checks[v] = gtk_check_button_new_with_label (words);
      if (single && v > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (self->checks[v]), GTK_CHECK_BUTTON (self->checks[0]));
      g_signal_connect_swapped (self->checks[v], "toggled", G_CALLBACK (on_toggled), self);
      gtk_widget_set_parent (self->checks[v], self->box);
    }
  mw_button_labels_prepare (GTK_WIDGET (self));

  return self;
}

MwFacet
mw_own_choice_get_facet (MwOwnChoice *self)
{
  return self->facet;
}

void
mw_own_choice_set (MwOwnChoice *self, guint32 values)
{
  self->setting = TRUE;
  for (guint v = 0; v < mw_facet_get_n_values (self->facet); v++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->checks[v]), (values & (1u << v)) != 0);
  self->setting = FALSE;
}

guint32
mw_own_choice_get (MwOwnChoice *self)
{
  guint32 values = 0;

  for (guint v = 0; v < mw_facet_get_n_values (self->facet); v++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->checks[v])))
      values |= 1u << v;

  return values;
}

void
mw_own_choice_set_problem (MwOwnChoice *self, const char *words)
{
  gtk_label_set_label (GTK_LABEL (self->problem_label), words ? words : "");
  gtk_widget_set_visible (self->problem_label, words != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words ? words : "", -1);
}
