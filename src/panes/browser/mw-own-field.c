/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-own-field.h"

#include <glib/gi18n.h>

#include "mw-button-labels.h"
#include "mw-text-area.h"

struct _MwOwnField
{
  GtkWidget parent_instance;

  char *heading;
  MwOwnFieldFlags flags;
  GtkWidget *hint_label;
  MwTextArea *areas[MW_N_LANGUAGES];
  GtkWidget *not_stated_check;
  GtkWidget *problem_label;
  gboolean setting;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwOwnField, mw_own_field, GTK_TYPE_WIDGET)

static void
on_changed (MwOwnField *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* What is not stated needs no text; what was typed stays, in case one thinks better of it. */
static void
on_not_stated (MwOwnField *self)
{
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    gtk_widget_set_sensitive (GTK_WIDGET (self->areas[l]), !mw_own_field_get_not_stated (self));
  on_changed (self);
}

static gboolean
mw_own_field_grab_focus (GtkWidget *widget)
{
  MwOwnField *self = MW_OWN_FIELD (widget);

  return gtk_widget_grab_focus (mw_own_field_get_not_stated (self) ? self->not_stated_check
                                                                   : GTK_WIDGET (self->areas[MW_LANGUAGE_NL]));
}

static void
mw_own_field_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_own_field_parent_class)->dispose (object);
}

static void
mw_own_field_finalize (GObject *object)
{
  g_free (MW_OWN_FIELD (object)->heading);

  G_OBJECT_CLASS (mw_own_field_parent_class)->finalize (object);
}

static void
mw_own_field_class_init (MwOwnFieldClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_own_field_dispose;
  G_OBJECT_CLASS (class)->finalize = mw_own_field_finalize;
  widget_class->grab_focus = mw_own_field_grab_focus;
  signals[CHANGED]
    = g_signal_new ("changed", MW_TYPE_OWN_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
mw_own_field_init (MwOwnField *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
  self->problem_label = new_label (NULL, "missing");
  gtk_widget_set_visible (self->problem_label, FALSE);
}

/* The text in English is named after that in Dutch. */
static MwTextArea *
append_area (MwOwnField *self, const char *heading)
{
  MwTextArea *area = mw_text_area_new (heading);

  mw_text_area_set_confidential (area, FALSE);
  g_signal_connect_swapped (area, "changed", G_CALLBACK (on_changed), self);
  gtk_widget_set_parent (GTK_WIDGET (area), GTK_WIDGET (self));
  return area;
}

MwOwnField *
mw_own_field_new (const char *heading, const char *hint, MwOwnFieldFlags flags)
{
  MwOwnField *self = g_object_new (MW_TYPE_OWN_FIELD, NULL);
  /* Translators: the heading of a text, which is to be written in English */
  g_autofree char *english = g_strdup_printf (_ ("%s, in English"), heading);

  self->heading = g_strdup (heading);
  self->flags = flags;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  self->areas[MW_LANGUAGE_NL] = append_area (self, heading);
  if (hint)
    gtk_widget_set_parent (new_label (hint, "dim-label"), GTK_WIDGET (self));
  self->areas[MW_LANGUAGE_EN] = append_area (self, english);
  gtk_widget_set_visible (GTK_WIDGET (self->areas[MW_LANGUAGE_EN]), FALSE);
  /* Translators: of a field of the fixed format that nothing is known about */
  self->not_stated_check = gtk_check_button_new_with_label (_ ("Not stated"));
  gtk_widget_set_halign (self->not_stated_check, GTK_ALIGN_START);
  gtk_widget_set_visible (self->not_stated_check, (flags & MW_OWN_FIELD_NOT_STATED) != 0);
  g_signal_connect_swapped (self->not_stated_check, "toggled", G_CALLBACK (on_not_stated), self);
  gtk_widget_set_parent (self->problem_label, GTK_WIDGET (self));
  gtk_widget_set_parent (self->not_stated_check, GTK_WIDGET (self));
  mw_button_labels_prepare (GTK_WIDGET (self));

  return self;
}

const char *
mw_own_field_get_heading (MwOwnField *self)
{
  return self->heading;
}

void
mw_own_field_set_text (MwOwnField *self, MwLanguage language, const char *text)
{
  mw_text_area_set_text (self->areas[language], text);
}

char *
mw_own_field_dup_text (MwOwnField *self, MwLanguage language)
{
  return mw_text_area_dup_text (self->areas[language]);
}

void
mw_own_field_set_not_stated (MwOwnField *self, gboolean not_stated)
{
  self->setting = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->not_stated_check), not_stated);
  self->setting = FALSE;
}

gboolean
mw_own_field_get_not_stated (MwOwnField *self)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->not_stated_check));
}

void
mw_own_field_show_english (MwOwnField *self, gboolean show)
{
  gtk_widget_set_visible (GTK_WIDGET (self->areas[MW_LANGUAGE_EN]), show && (self->flags & MW_OWN_FIELD_ENGLISH));
}

void
mw_own_field_set_problem (MwOwnField *self, const char *words)
{
  gtk_label_set_label (GTK_LABEL (self->problem_label), words ? words : "");
  gtk_widget_set_visible (self->problem_label, words != NULL);
  mw_text_area_set_description (self->areas[MW_LANGUAGE_NL], words ? words : "");
}
