/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-intervention-row.h"

#include "mw-fit-words.h"
#include "mw-words.h"

struct _MwInterventionRow
{
  GtkWidget parent_instance;

  GtkLabel *number_label;
  GtkLabel *name_label;
  GtkLabel *summary_label;
  GtkLabel *why_label;
  GtkLabel *evidence_label;
};

G_DEFINE_FINAL_TYPE (MwInterventionRow, mw_intervention_row, GTK_TYPE_WIDGET)

static void
mw_intervention_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_intervention_row_parent_class)->dispose (object);
}

static void
mw_intervention_row_class_init (MwInterventionRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_intervention_row_dispose;
  gtk_widget_class_set_css_name (widget_class, "intervention");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-intervention-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MwInterventionRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, MwInterventionRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, MwInterventionRow, summary_label);
  gtk_widget_class_bind_template_child (widget_class, MwInterventionRow, why_label);
  gtk_widget_class_bind_template_child (widget_class, MwInterventionRow, evidence_label);
}

static void
mw_intervention_row_init (MwInterventionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
mw_intervention_row_new (void)
{
  return g_object_new (MW_TYPE_INTERVENTION_ROW, NULL);
}

void
mw_intervention_row_show (MwInterventionRow *self, MwCatalogueEntry *entry, const MwQuery *query)
{
  MwLanguage language = mw_words_get_language ();
  const char *name = mw_catalogue_entry_get_name (entry, language);
  g_autofree char *why = mw_fit_words_dup_why (entry, query);
  g_autofree char *evidence = mw_fit_words_dup_evidence (entry);
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_label_set_label (self->number_label, entry->numbers);
  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->summary_label, mw_catalogue_entry_get_summary (entry, language));
  gtk_label_set_label (self->why_label, why);
  gtk_label_set_label (self->evidence_label, evidence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (item) /* the list's own item is what a screen reader stops at */
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, why, -1);
}
