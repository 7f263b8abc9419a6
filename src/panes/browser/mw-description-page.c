/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-description-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-description-content.h"
#include "mw-focus.h"
#include "mw-marks.h"
#include "mw-offer-block.h"
#include "mw-outcome-block.h"
#include "mw-words.h"

struct _MwDescriptionPage
{
  GtkWidget parent_instance;

  GtkWidget *close_button;
  GtkLabel *number_label;
  GtkWidget *language_button;
  /* Each in its own language. */
  const char *language_names[MW_N_LANGUAGES];
  const char *language_labels[MW_N_LANGUAGES];
  GtkWidget *consider_button;
  GtkWidget *considered_label;
  GtkWidget *compare_button;
  GtkScrolledWindow *scroller;
  GtkBox *content_box;

  GtkWidget *offer_block; /* (nullable): without an organisation; kept while the content is made anew */
  GtkWidget *outcome_block; /* (nullable): kept too */
  MwIntervention *intervention; /* (nullable) */
  MwLanguage language;          /* the interface's, until the user wants the other one */
  MwFound *found; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (MwDescriptionPage, mw_description_page, GTK_TYPE_WIDGET)

/* No line begins with a dot, or ends with a number. */
static char *
dup_numbers (MwIntervention *intervention)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < intervention->n_numbers; i++)
    {
      g_autofree char *group = mw_words_dup_facet_value (MW_FACET_GROUP, intervention->numbers[i].group);

      g_string_append_printf (text, i > 0 ? "\302\240\302\240·  %s\302\240\302\240%s" : "%s  %s", intervention->numbers[i].text, group);
    }

  return g_string_free (text, FALSE);
}

static MwLanguage
get_other_language (MwDescriptionPage *self)
{
  return self->language == MW_LANGUAGE_NL ? MW_LANGUAGE_EN : MW_LANGUAGE_NL;
}

/* Hidden where there is nothing else to read; but there is always a way back. */
static void
show_language_button (MwDescriptionPage *self, MwLanguage interface)
{
  MwLanguage other = get_other_language (self);
  gboolean both = mw_intervention_has_language (self->intervention, MW_LANGUAGE_NL)
                  && mw_intervention_has_language (self->intervention, MW_LANGUAGE_EN);

  gtk_button_set_label (GTK_BUTTON (self->language_button), self->language_names[other]);
  gtk_widget_set_tooltip_text (self->language_button, self->language_labels[other]);
  mw_accessible_set_name (self->language_button, self->language_labels[other]);
  if (!both && other != interface && gtk_widget_is_focus (self->language_button))
    gtk_widget_grab_focus (self->close_button);
  gtk_widget_set_visible (self->language_button, both || other == interface);
}

static void
fill_content (MwDescriptionPage *self)
{
  g_autofree char *numbers = dup_numbers (self->intervention);
  MwDescriptionContent content
    = { self->content_box, self->intervention, self->language, self->offer_block, self->outcome_block };

  gtk_label_set_label (self->number_label, numbers);
  mw_description_content_fill (&content);
}

/* The whole page speaks its language, headings too: half a page in each would be hard to read. */
static void
fill (MwDescriptionPage *self)
{
  MwLanguage interface = mw_words_get_language ();
  GtkWidget *child;

  /* GTK 4.8 would move the focus on from a text that is gone. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->content_box)))
    gtk_widget_grab_focus (self->close_button);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content_box))))
    gtk_box_remove (self->content_box, child);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mw_intervention_get_name (self->intervention, self->language), -1);
  mw_words_set_language (self->language);
  fill_content (self);
  mw_marks_apply (GTK_WIDGET (self->content_box), self->found);
  show_language_button (self, interface);
  mw_words_set_language (interface);
}

/* The place on the page stays: someone wants to read this very sentence in the other language. */
static void
on_language_clicked (MwDescriptionPage *self)
{
  self->language = get_other_language (self);
  fill (self);
}

static void
mw_description_page_dispose (GObject *object)
{
  MwDescriptionPage *self = MW_DESCRIPTION_PAGE (object);
  GtkWidget *child;

  g_clear_pointer (&self->intervention, mw_intervention_unref);
  g_clear_pointer (&self->found, mw_found_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  g_clear_object (&self->offer_block);
  g_clear_object (&self->outcome_block);

  G_OBJECT_CLASS (mw_description_page_parent_class)->dispose (object);
}

static gboolean
mw_description_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MW_DESCRIPTION_PAGE (widget)->close_button);
}

static void
mw_description_page_class_init (MwDescriptionPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_description_page_dispose;
  widget_class->grab_focus = mw_description_page_grab_focus;
  widget_class->focus = mw_focus_children;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-description-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MwDescriptionPage, close_button);
  gtk_widget_class_bind_template_child (widget_class, MwDescriptionPage, number_label);
  gtk_widget_class_bind_template_child (widget_class, MwDescriptionPage, language_button);
  gtk_widget_class_bind_template_child (widget_class, MwDescriptionPage, consider_button);
  gtk_widget_class_bind_template_child (widget_class, MwDescriptionPage, considered_label);
  gtk_widget_class_bind_template_child (widget_class, MwDescriptionPage, compare_button);
  gtk_widget_class_bind_template_child (widget_class, MwDescriptionPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MwDescriptionPage, content_box);
}

static void
keep_language_words (MwDescriptionPage *self)
{
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    {
      mw_words_set_language (l);
      /* Translators: the name of your language */
      self->language_names[l] = C_ ("language name", "English");
      /* Translators: shows the description in your language; name it */
      self->language_labels[l] = _ ("Read in English");
    }
  mw_words_set_language (self->language);
}

static void
mw_description_page_init (MwDescriptionPage *self)
{
  self->language = mw_words_get_language ();
  keep_language_words (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  mw_accessible_name_buttons (GTK_WIDGET (self));
  g_signal_connect_swapped (self->language_button, "clicked", G_CALLBACK (on_language_clicked), self);
}

MwDescriptionPage *
mw_description_page_new (void)
{
  return g_object_new (MW_TYPE_DESCRIPTION_PAGE, NULL);
}

void
mw_description_page_show (MwDescriptionPage *self, MwIntervention *intervention)
{
  g_clear_pointer (&self->intervention, mw_intervention_unref);
  self->intervention = mw_intervention_ref (intervention);
  fill (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

void
mw_description_page_set_found (MwDescriptionPage *self, MwFound *found)
{
  g_clear_pointer (&self->found, mw_found_unref);
  self->found = found ? mw_found_ref (found) : NULL;
  mw_marks_apply (GTK_WIDGET (self->content_box), found);
}

MwIntervention *
mw_description_page_get_intervention (MwDescriptionPage *self)
{
  return self->intervention;
}

MwLanguage
mw_description_page_get_language (MwDescriptionPage *self)
{
  return self->language;
}

void
mw_description_page_set_organisation (MwDescriptionPage *self, MwOrganisationFile *file)
{
  g_return_if_fail (self->offer_block == NULL);

  self->offer_block = g_object_ref_sink (mw_offer_block_new ());
  mw_offer_block_set_file (MW_OFFER_BLOCK (self->offer_block), file);
}

void
mw_description_page_set_outcomes (MwDescriptionPage *self, MwOutcomes *outcomes)
{
  g_return_if_fail (self->outcome_block == NULL);

  self->outcome_block = g_object_ref_sink (mw_outcome_block_new (outcomes));
}

void
mw_description_page_set_considered (MwDescriptionPage *self, const char *const *ids)
{
  gboolean considered = ids && self->intervention && g_strv_contains (ids, self->intervention->id);

  gtk_widget_set_visible (self->consider_button, !considered);
  gtk_widget_set_visible (self->considered_label, considered);
  if (self->offer_block)
    mw_offer_block_set_case_open (MW_OFFER_BLOCK (self->offer_block), ids != NULL);
}

void
mw_description_page_set_compared (MwDescriptionPage *self, const char *const *ids)
{
  gboolean compared = ids && self->intervention && g_strv_contains (ids, self->intervention->id);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->compare_button), compared);
  gtk_button_set_label (GTK_BUTTON (self->compare_button), compared ? _ ("✓ To Be _Compared") : _ ("_Compare"));
  mw_accessible_name_buttons (self->compare_button);
}
