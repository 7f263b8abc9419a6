/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-outcome-block.h"

#include <glib/gi18n.h>

#include "mw-outcome-words.h"
#include "mw-score-words.h"
#include "mw-words.h"

struct _MwOutcomeBlock
{
  GtkWidget parent_instance;

  GtkLabel *heading_label; /* the first child; the lines follow it */

  MwOutcomes *outcomes;
  char *id; /* (nullable) */
  MwLanguage language;
  guint update_id;
};

G_DEFINE_FINAL_TYPE (MwOutcomeBlock, mw_outcome_block, GTK_TYPE_WIDGET)

static void
set_text (MwOutcomeBlock *self, GtkLabel *label, const char *text)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes,
                          pango_attr_language_new (pango_language_from_string (mw_language_get_id (self->language))));
  gtk_label_set_attributes (label, attributes);
  gtk_label_set_label (label, text);
  pango_attr_list_unref (attributes);
}

/* @text: (transfer full) (nullable). Returns: whether there was any */
static gboolean
append_line (MwOutcomeBlock *self, char *text, const char *css_class)
{
  GtkWidget *label;

  if (!text)
    return FALSE;

  label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "width-chars", 12, NULL);
  set_text (self, GTK_LABEL (label), text);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  gtk_widget_insert_before (label, GTK_WIDGET (self), NULL);
  g_free (text);
  return TRUE;
}

static void
append_profiles (MwOutcomeBlock *self)
{
  for (guint p = 0; p <= MW_OUTCOME_NO_PROFILE; p++)
    {
      MwOutcome outcome;

      if (mw_outcomes_get (self->outcomes, self->id, p, &outcome))
        append_line (self, mw_outcome_words_dup_profile (p, &outcome), NULL);
    }
}

static void
append_lines (MwOutcomeBlock *self, const MwOutcome *outcome)
{
  gboolean with_scores;

  append_line (self, mw_outcome_words_dup_chosen (outcome), NULL);
  append_line (self, mw_outcome_words_dup_helped (outcome), NULL);
  append_profiles (self);
  with_scores = append_line (self, mw_outcome_words_dup_scores (MW_SCALE_SHORT, outcome), NULL);
  with_scores |= append_line (self, mw_outcome_words_dup_scores (MW_SCALE_LONG, outcome), NULL);
  if (with_scores)
    append_line (self, g_strdup (mw_score_words_get_caution ()), "dim-label");
  append_line (self, g_strdup (_ ("From evaluations in your own cases. This is not research: too little to prove anything.")),
               "dim-label");
}

static void
update (MwOutcomeBlock *self)
{
  MwLanguage interface = mw_words_get_language ();
  MwOutcome outcome;
  gboolean any = self->id && mw_outcomes_get (self->outcomes, self->id, MW_OUTCOME_ALL, &outcome);
  GtkWidget *child;

  while ((child = gtk_widget_get_last_child (GTK_WIDGET (self))) != GTK_WIDGET (self->heading_label))
    gtk_widget_unparent (child);
  gtk_widget_set_visible (GTK_WIDGET (self), any);
  if (!any)
    return;

  mw_words_set_language (self->language);
  set_text (self, self->heading_label, _ ("What Happened Here"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What Happened Here"), -1);
  append_lines (self, &outcome);
  mw_words_set_language (interface);
}

static gboolean
on_idle (gpointer data)
{
  MwOutcomeBlock *self = data;

  self->update_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Many may change at once, after unlocking. */
static void
on_changed (MwOutcomeBlock *self)
{
  if (!self->update_id)
    self->update_id = g_idle_add (on_idle, self);
}

static void
mw_outcome_block_dispose (GObject *object)
{
  MwOutcomeBlock *self = MW_OUTCOME_BLOCK (object);
  GtkWidget *child;

  if (self->outcomes)
    g_signal_handlers_disconnect_by_func (self->outcomes, on_changed, self);
  g_clear_object (&self->outcomes);
  g_clear_handle_id (&self->update_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (mw_outcome_block_parent_class)->dispose (object);
}

static void
mw_outcome_block_class_init (MwOutcomeBlockClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_outcome_block_dispose;
  gtk_widget_class_set_css_name (widget_class, "outcomes");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-outcome-block.ui");
  gtk_widget_class_bind_template_child (widget_class, MwOutcomeBlock, heading_label);
}

static void
mw_outcome_block_init (MwOutcomeBlock *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
mw_outcome_block_new (MwOutcomes *outcomes)
{
  MwOutcomeBlock *self = g_object_new (MW_TYPE_OUTCOME_BLOCK, NULL);

  self->outcomes = g_object_ref (outcomes);
  g_signal_connect_swapped (outcomes, "changed", G_CALLBACK (on_changed), self);
  return GTK_WIDGET (self);
}

void
mw_outcome_block_show (MwOutcomeBlock *self, const char *id)
{
  g_free (self->id);
  self->id = g_strdup (id);
  self->language = mw_words_get_language ();
  update (self);
}
