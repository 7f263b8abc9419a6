/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-chip-box.h"

#include "mw-wrap-layout.h"

struct _MwChipBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (MwChipBox, mw_chip_box, GTK_TYPE_WIDGET)

static void
mw_chip_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_chip_box_parent_class)->dispose (object);
}

static void
mw_chip_box_class_init (MwChipBoxClass *class)
{
  G_OBJECT_CLASS (class)->dispose = mw_chip_box_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), MW_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mw_chip_box_init (MwChipBox *self)
{
}
