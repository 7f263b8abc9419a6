/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-problems-page.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-catalogue-problem.h"
#include "mw-problem-words.h"

struct _MwProblemsPage
{
  GtkWidget parent_instance;

  GtkLabel *intro_label;
  GtkStringList *problem_list;
  GtkWidget *close_button;
};

G_DEFINE_FINAL_TYPE (MwProblemsPage, mw_problems_page, GTK_TYPE_WIDGET)

static void
on_setup_problem (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, label);
}

static void
on_bind_problem (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *problem = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  GtkWidget *row = gtk_widget_get_parent (label);

  gtk_label_set_label (GTK_LABEL (label), gtk_string_object_get_string (problem));
  if (row)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    gtk_string_object_get_string (problem), -1);
}

static gboolean
mw_problems_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MW_PROBLEMS_PAGE (widget)->close_button);
}

static void
mw_problems_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_problems_page_parent_class)->dispose (object);
}

static void
mw_problems_page_class_init (MwProblemsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_problems_page_dispose;
  widget_class->grab_focus = mw_problems_page_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-problems-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MwProblemsPage, intro_label);
  gtk_widget_class_bind_template_child (widget_class, MwProblemsPage, problem_list);
  gtk_widget_class_bind_template_child (widget_class, MwProblemsPage, close_button);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_problem);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_problem);
}

static void
mw_problems_page_init (MwProblemsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mw_accessible_name_buttons (GTK_WIDGET (self));
}

void
mw_problems_page_show (MwProblemsPage *self, const char *intro, GPtrArray *problems)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < problems->len; i++)
    g_ptr_array_add (words, mw_problem_words_dup (g_ptr_array_index (problems, i)));
  if (problems->len == MW_CATALOGUE_MAX_PROBLEMS)
    g_ptr_array_add (words, g_strdup (_ ("There are more mistakes than are listed.")));
  g_ptr_array_add (words, NULL);
  gtk_string_list_splice (self->problem_list, 0, g_list_model_get_n_items (G_LIST_MODEL (self->problem_list)),
                          (const char *const *) words->pdata);
  gtk_label_set_label (self->intro_label, intro);
}
