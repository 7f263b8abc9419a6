/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-case-row.h"

#include <glib/gi18n.h>

#include "mw-case-words.h"
#include "mw-match.h"
#include "mw-words.h"

#define MAX_MARKS 20

struct _MwCaseRow
{
  GtkWidget parent_instance;

  GtkWidget *title;
  GtkWidget *about;
  GtkWidget *action;
  GtkWidget *excerpt;
};

G_DEFINE_FINAL_TYPE (MwCaseRow, mw_case_row, GTK_TYPE_WIDGET)

static GtkWidget *
append_label (MwCaseRow *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
set_text (GtkWidget *label, const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text ? text : "");
  gtk_widget_set_visible (label, text != NULL);
}

/* Marks by weight and underline, not by colour. */
static void
mark (GtkWidget *label, const char *text, const char *search)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autoptr (GArray) matches = mw_match_find (text ? text : "", search, MAX_MARKS);

  for (guint i = 0; i < matches->len; i++)
    {
      MwMatch *match = &g_array_index (matches, MwMatch, i);
      PangoAttribute *attribute = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);
      PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      attribute->start_index = weight->start_index = (guint) match->start;
      attribute->end_index = weight->end_index = (guint) match->end;
      pango_attr_list_insert (attributes, attribute);
      pango_attr_list_insert (attributes, weight);
    }
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);
}

static char *
dup_about (MwCaseHeading *heading)
{
  g_autofree char *profiles
    = heading->profiles && heading->profiles != MW_PROFILE_SET_ALL ? mw_words_dup_profiles (heading->profiles) : NULL;
  const char *status = mw_case_words_get_status (heading->status);
  const char *age = heading->age != MW_AGE_UNKNOWN ? mw_case_words_get_age (heading->age) : NULL;

  return g_strjoin ("  ·  ", status, age ? age : profiles, age ? profiles : NULL, NULL);
}

static char *
dup_action (MwCaseHeading *heading)
{
  g_autofree char *day = mw_case_words_dup_day (heading->next_day);
  gboolean due = heading->next_day > 0 && heading->next_day <= mw_case_words_get_today ();

  if (!*day || heading->status == MW_STATUS_CLOSED)
    return NULL;

  return g_strdup_printf (due ? _ ("Next action: %s, which is now") : _ ("Next action: %s"), day);
}

static char *
dup_touched (MwCaseHeading *heading)
{
  g_autofree char *day = mw_case_words_dup_day_of (heading->touched);
  g_autofree char *time = mw_case_words_dup_time (heading->touched);

  /* Translators: a day and a time of day */
  return g_strdup_printf (_ ("last written %1$s, %2$s"), day, time);
}

static void
mw_case_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_case_row_parent_class)->dispose (object);
}

static void
mw_case_row_class_init (MwCaseRowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = mw_case_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
}

static void
mw_case_row_init (MwCaseRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
  self->title = append_label (self, "heading");
  self->about = append_label (self, "dim-label");
  self->action = append_label (self, "action");
  self->excerpt = append_label (self, "excerpt");
}

MwCaseRow *
mw_case_row_new (void)
{
  return g_object_new (MW_TYPE_CASE_ROW, NULL);
}

char *
mw_case_row_show (MwCaseRow *self, MwCaseHeading *heading, const char *search, const char *excerpt)
{
  const char *label = heading ? mw_case_words_get_label (heading->label) : NULL;
  g_autofree char *about = heading ? dup_about (heading) : NULL;
  g_autofree char *touched = heading ? dup_touched (heading) : NULL;
  g_autofree char *action = heading ? dup_action (heading) : NULL;
  g_autofree char *second = heading ? g_strdup_printf ("%s  ·  %s", about, touched) : NULL;

  set_text (self->title, label);
  set_text (self->about, second);
  set_text (self->action, action);
  set_text (self->excerpt, excerpt);
  mark (self->title, label, search);
  mark (self->excerpt, excerpt, search);
  return g_strjoin (", ", label ? label : "", about ? about : action, about ? action : NULL, NULL);
}
