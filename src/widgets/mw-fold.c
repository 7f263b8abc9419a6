/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-fold.h"

#include "mw-accessible.h"
#include "mw-focus.h"

struct _MwFold
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkImage *arrow;
  GtkLabel *heading_label;
  GtkLabel *detail_label;
  GtkWidget *child; /* (nullable) */
  gboolean expanded;
};

enum
{
  PROP_CHILD = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwFold, mw_fold, GTK_TYPE_WIDGET)

static void
on_clicked (MwFold *self)
{
  mw_fold_set_expanded (self, !self->expanded);
  g_signal_emit (self, signals[TOGGLED], 0);
}

static void
set_child (MwFold *self, GtkWidget *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child)
    {
      gtk_widget_set_parent (child, GTK_WIDGET (self));
      gtk_widget_set_visible (child, self->expanded);
    }
}

static void
mw_fold_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHILD)
    g_value_set_object (value, MW_FOLD (object)->child);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mw_fold_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHILD)
    set_child (MW_FOLD (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static gboolean
mw_fold_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MW_FOLD (widget)->button);
}

static void
mw_fold_dispose (GObject *object)
{
  GtkWidget *child;

  MW_FOLD (object)->child = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_fold_parent_class)->dispose (object);
}

static void
mw_fold_class_init (MwFoldClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = mw_fold_dispose;
  object_class->get_property = mw_fold_get_property;
  object_class->set_property = mw_fold_set_property;
  widget_class->grab_focus = mw_fold_grab_focus;
  widget_class->focus = mw_focus_children;
  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[TOGGLED] = g_signal_new ("toggled", MW_TYPE_FOLD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "fold");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-fold.ui");
  gtk_widget_class_bind_template_child (widget_class, MwFold, button);
  gtk_widget_class_bind_template_child (widget_class, MwFold, arrow);
  gtk_widget_class_bind_template_child (widget_class, MwFold, heading_label);
  gtk_widget_class_bind_template_child (widget_class, MwFold, detail_label);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
}

static void
mw_fold_init (MwFold *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mw_fold_set_expanded (self, TRUE);
}

void
mw_fold_set_heading (MwFold *self, const char *heading, const char *detail)
{
  g_autofree char *name = detail ? g_strdup_printf ("%s, %s", heading, detail) : g_strdup (heading);

  gtk_label_set_label (self->heading_label, heading);
  gtk_label_set_label (self->detail_label, detail ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail_label), detail != NULL);
  mw_accessible_set_name (self->button, name);
  mw_accessible_set_name (GTK_WIDGET (self), heading);
}

void
mw_fold_set_expanded (MwFold *self, gboolean expanded)
{
  self->expanded = expanded;
  gtk_image_set_from_icon_name (self->arrow, expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  if (self->child)
    gtk_widget_set_visible (self->child, expanded);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
}

gboolean
mw_fold_get_expanded (MwFold *self)
{
  return self->expanded;
}
