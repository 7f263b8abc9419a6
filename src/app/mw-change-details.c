/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-change-details.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-change-words.h"
#include "mw-words.h"

struct _MwChangeDetails
{
  GtkWidget parent_instance;

  GtkWidget *close_button;
  GtkLabel *kind_label;
  GtkScrolledWindow *scroller;
  GtkBox *content_box;
};

G_DEFINE_FINAL_TYPE (MwChangeDetails, mw_change_details, GTK_TYPE_WIDGET)

static GtkWidget *
new_label (const char *markup, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* One side of a part. Selectable, so that the keyboard can scroll along the texts. */
static GtkWidget *
new_side (const char *heading, const MwPartChange *part, gboolean after)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *markup = mw_change_words_dup_markup (part, after);
  GtkWidget *label = new_label (markup, NULL);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_add_css_class (box, "note");
  gtk_box_append (GTK_BOX (box), new_label (heading, "caption-heading"));
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static void
mw_change_details_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_change_details_parent_class)->dispose (object);
}

static gboolean
mw_change_details_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MW_CHANGE_DETAILS (widget)->close_button);
}

static void
mw_change_details_class_init (MwChangeDetailsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_change_details_dispose;
  widget_class->grab_focus = mw_change_details_grab_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-change-details.ui");
  gtk_widget_class_bind_template_child (widget_class, MwChangeDetails, close_button);
  gtk_widget_class_bind_template_child (widget_class, MwChangeDetails, kind_label);
  gtk_widget_class_bind_template_child (widget_class, MwChangeDetails, scroller);
  gtk_widget_class_bind_template_child (widget_class, MwChangeDetails, content_box);
}

static void
mw_change_details_init (MwChangeDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mw_accessible_name_buttons (GTK_WIDGET (self));
}

void
mw_change_details_begin (MwChangeDetails *self, const char *kind, const char *name)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content_box))))
    gtk_box_remove (self->content_box, child);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_label_set_label (self->kind_label, kind);
  mw_change_details_append_text (self, name, "title-2");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

void
mw_change_details_append_text (MwChangeDetails *self, const char *text, const char *css_class)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  gtk_box_append (self->content_box, new_label (markup, css_class));
}

void
mw_change_details_append_part (MwChangeDetails *self,
                               const MwPartChange *part,
                               const char *heading,
                               const char *before_heading,
                               const char *after_heading)
{
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *escaped = g_markup_escape_text (heading, -1);

  gtk_box_set_homogeneous (GTK_BOX (sides), TRUE);
  if (before_heading)
    gtk_box_append (GTK_BOX (sides), new_side (before_heading, part, FALSE));
  if (after_heading)
    gtk_box_append (GTK_BOX (sides), new_side (after_heading, part, TRUE));
  gtk_box_append (GTK_BOX (section), new_label (escaped, "heading"));
  gtk_box_append (GTK_BOX (section), sides);
  if (part->before && g_strcmp0 (part->before, part->after) == 0)
    gtk_box_append (GTK_BOX (section), new_label (_ ("The words are the same; how they are marked differs."), "dim-label"));
  gtk_box_append (self->content_box, section);
}

void
mw_change_details_show (MwChangeDetails *self, MwCatalogueChange *change)
{
  MwLanguage language = mw_words_get_language ();

  mw_change_details_begin (self, mw_change_words_get_kind (change->kind), mw_catalogue_change_get_name (change, language));
  mw_change_details_append_text (self, change->numbers, "dim-label");
  mw_change_details_append_text (self, mw_catalogue_change_get_summary (change, language), "summary");
  if (change->kind == MW_CHANGE_REMOVED)
    mw_change_details_append_text (self, _ ("A case that considers this intervention keeps it: its description stays readable, with "
                                            "a note that it is no longer in the catalogue."), NULL);
  for (guint i = 0; i < change->parts->len; i++)
    {
      const MwPartChange *part = g_ptr_array_index (change->parts, i);
      g_autofree char *heading = mw_change_words_dup_part (part);

      mw_change_details_append_part (self, part, heading, _ ("As it is now"), _ ("In the other catalogue"));
    }
}
