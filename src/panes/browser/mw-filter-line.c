/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-filter-line.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-filter-sentence.h"
#include "mw-wrap-layout.h"

struct _MwFilterLine
{
  GtkWidget parent_instance;

  char *sentence; /* (nullable): what is shown */
};

G_DEFINE_FINAL_TYPE (MwFilterLine, mw_filter_line, GTK_TYPE_WIDGET)

static void
empty (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)))
    gtk_widget_unparent (child);
}

static GtkWidget *
new_button (MwFilterPart *part, const char *text)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  g_autofree char *words = g_strdup_printf (_ ("Remove filter: %s"), part->text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "browser.drop");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(uu)", part->constraint, part->value);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_tooltip_text (button, words);
  mw_accessible_set_name (button, words);

  return button;
}

/* A word stays on the line of what it follows. Who sees the buttons needs no commas between them; who hears them is told the sentence. */
static void
append_part (MwFilterLine *self, MwFilterPart *part, MwFilterPart *next, gboolean first)
{
  const char *link = mw_filter_sentence_get_link (part, next);
  GtkWidget *unit = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *capital = first ? mw_filter_sentence_dup_capital (part->text) : NULL;

  gtk_box_append (GTK_BOX (unit), new_button (part, first ? capital : part->text));
  if (link)
    gtk_box_append (GTK_BOX (unit), gtk_label_new (link));
  gtk_widget_set_parent (unit, GTK_WIDGET (self));
}

static void
append_clear (MwFilterLine *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("C_lear All"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "browser.clear");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "chip");
  mw_accessible_name_buttons (button);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static void
mw_filter_line_dispose (GObject *object)
{
  empty (GTK_WIDGET (object));

  G_OBJECT_CLASS (mw_filter_line_parent_class)->dispose (object);
}

static void
mw_filter_line_finalize (GObject *object)
{
  g_free (MW_FILTER_LINE (object)->sentence);

  G_OBJECT_CLASS (mw_filter_line_parent_class)->finalize (object);
}

static void
mw_filter_line_class_init (MwFilterLineClass *class)
{
  G_OBJECT_CLASS (class)->dispose = mw_filter_line_dispose;
  G_OBJECT_CLASS (class)->finalize = mw_filter_line_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), MW_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mw_filter_line_init (MwFilterLine *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* Typing in the search box comes by here at every key: what is there already stays. */
void
mw_filter_line_show (MwFilterLine *self, const MwQuery *query)
{
  g_autofree char *sentence = mw_filter_sentence_dup (query);
  g_autoptr (GPtrArray) parts = NULL;
  guint n_filters = 0;

  if (g_strcmp0 (sentence, self->sentence) == 0)
    return;

  empty (GTK_WIDGET (self));
  parts = mw_filter_sentence_get_parts (query);
  for (guint i = 0; i < parts->len; i++)
    {
      MwFilterPart *part = g_ptr_array_index (parts, i);

      append_part (self, part, i + 1 < parts->len ? g_ptr_array_index (parts, i + 1) : NULL, i == 0);
      n_filters += part->constraint < MW_N_FACETS ? 1 : 0;
    }
  if (n_filters > 1)
    append_clear (self);
  mw_accessible_set_name (GTK_WIDGET (self), sentence ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self), sentence != NULL);
  g_free (self->sentence);
  self->sentence = g_steal_pointer (&sentence);
}
