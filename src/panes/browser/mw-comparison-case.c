/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-comparison-case.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mw-accessible.h"
#include "mw-words.h"

/* More than this may not fit in the lines that the label has. */
#define SHORT 120 /* characters */

struct _MwComparisonCase
{
  GtkWidget parent_instance;

  GtkLabel *profiles_label;
  GtkLabel *wishes_label;
  GtkWidget *all_button;
  GtkWidget *popover;
  GtkLabel *all_label;
};

G_DEFINE_FINAL_TYPE (MwComparisonCase, mw_comparison_case, GTK_TYPE_WIDGET)

static void
mw_comparison_case_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_comparison_case_parent_class)->dispose (object);
}

static void
mw_comparison_case_class_init (MwComparisonCaseClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_comparison_case_dispose;
  gtk_widget_class_set_css_name (widget_class, "comparisoncase");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-comparison-case.ui");
  gtk_widget_class_bind_template_child (widget_class, MwComparisonCase, profiles_label);
  gtk_widget_class_bind_template_child (widget_class, MwComparisonCase, wishes_label);
  gtk_widget_class_bind_template_child (widget_class, MwComparisonCase, all_button);
  gtk_widget_class_bind_template_child (widget_class, MwComparisonCase, popover);
  gtk_widget_class_bind_template_child (widget_class, MwComparisonCase, all_label);
}

static void
mw_comparison_case_init (MwComparisonCase *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mw_accessible_set_name (self->all_button, _ ("Read All Needs and Wishes"));
}

static char *
dup_profiles (MwProfileSet profiles)
{
  g_autofree char *names = NULL;

  if (!profiles || profiles == MW_PROFILE_SET_ALL)
    return g_strdup (_ ("Open case: no profile yet"));

  names = mw_words_dup_profiles (profiles);

  /* Translators: the names of one or more profiles */
  return g_strdup_printf (_ ("Open case: %s"), names);
}

/* On a few lines, however it was written. Returns: (transfer full) */
static char *
dup_wishes (const char *wishes)
{
  g_autofree char *flat = g_strstrip (g_strdelimit (g_strdup (wishes), "\n\r\t", ' '));

  if (!*flat)
    return g_strdup (_ ("No needs or wishes were written down yet."));

  return g_strdup_printf (_ ("Needs and wishes: %s"), flat);
}

void
mw_comparison_case_show (MwComparisonCase *self, MwProfileSet profiles, const char *wishes)
{
  g_autofree char *heading = wishes ? dup_profiles (profiles) : g_strdup ("");
  g_autofree char *text = wishes ? dup_wishes (wishes) : g_strdup ("");
  gboolean long_text = wishes && (g_utf8_strlen (wishes, -1) > SHORT || strchr (wishes, '\n'));

  gtk_label_set_label (self->profiles_label, heading);
  gtk_label_set_label (self->wishes_label, text);
  gtk_label_set_label (self->all_label, wishes ? wishes : "");
  if (!long_text)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_set_visible (self->all_button, long_text);
  gtk_widget_set_visible (GTK_WIDGET (self), wishes != NULL);
}
