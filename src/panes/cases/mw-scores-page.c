/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-scores-page.h"

#include "mw-accessible.h"
#include "mw-case-words.h"
#include "mw-focus.h"
#include "mw-loneliness-scale.h"
#include "mw-row-filler.h"
#include "mw-score-chart.h"
#include "mw-score-row.h"
#include "mw-score-words.h"

/* So many rows are made at a time, so that a case with many opens at once. */
#define STEP 3

struct _MwScoresPage
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scroller;
  GtkLabel *caution_label;
  MwScoreChart *chart;
  GtkWidget *add_button;
  GtkWidget *empty_label;
  GtkBox *rows_box;

  MwCase *one;
  MwRowFiller *filler;
  gboolean editable;
};

enum
{
  CHANGED,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwScoresPage, mw_scores_page, GTK_TYPE_WIDGET)

static void
update (MwScoresPage *self)
{
  gtk_widget_set_visible (self->empty_label, !self->one || self->one->scores->len == 0);
  mw_score_chart_set_scores (self->chart, self->one ? self->one->scores : NULL);
}

/* A row stays where it is while its day is being changed. */
static void
on_changed (MwScoresPage *self)
{
  mw_scores_sort (self->one->scores);
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_left (MwScoresPage *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

/* Undone by going back to an earlier revision. */
static void
on_removed (MwScoresPage *self, MwScoreRow *row)
{
  MwScore *score = mw_score_row_get_score (row);

  gtk_widget_grab_focus (self->add_button);
  gtk_box_remove (self->rows_box, GTK_WIDGET (row));
  g_ptr_array_remove (self->one->scores, score);
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
new_row (gpointer page, gpointer score)
{
  MwScoresPage *self = page;
  MwScoreRow *row = mw_score_row_new (score);

  mw_score_row_set_editable (row, self->editable);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (row, "left", G_CALLBACK (on_left), self);
  g_signal_connect_swapped (row, "removed", G_CALLBACK (on_removed), self);
  return GTK_WIDGET (row);
}

static void
mw_scores_page_dispose (GObject *object)
{
  MwScoresPage *self = MW_SCORES_PAGE (object);
  GtkWidget *child;

  g_clear_pointer (&self->filler, mw_row_filler_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_scores_page_parent_class)->dispose (object);
}

static gboolean
mw_scores_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MW_SCORES_PAGE (widget)->add_button);
}

static void
mw_scores_page_class_init (MwScoresPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_scores_page_dispose;
  widget_class->grab_focus = mw_scores_page_grab_focus;
  widget_class->focus = mw_focus_children;
  signals[CHANGED]
    = g_signal_new ("changed", MW_TYPE_SCORES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", MW_TYPE_SCORES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MW_TYPE_SCORE_CHART);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-scores-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MwScoresPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MwScoresPage, caution_label);
  gtk_widget_class_bind_template_child (widget_class, MwScoresPage, chart);
  gtk_widget_class_bind_template_child (widget_class, MwScoresPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, MwScoresPage, empty_label);
  gtk_widget_class_bind_template_child (widget_class, MwScoresPage, rows_box);
  gtk_widget_class_bind_template_callback (widget_class, mw_scores_page_add);
}

static void
mw_scores_page_init (MwScoresPage *self)
{
  self->editable = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filler = mw_row_filler_new (self->rows_box, STEP, new_row, self);
  gtk_label_set_label (self->caution_label, mw_score_words_get_caution ());
  mw_accessible_name_buttons (GTK_WIDGET (self));
}

void
mw_scores_page_show (MwScoresPage *self, MwCase *one)
{
  self->one = one;
  mw_row_filler_show (self->filler, one ? one->scores : NULL);
  update (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

void
mw_scores_page_add (MwScoresPage *self)
{
  MwScore score = { mw_case_words_get_today (), MW_SCALE_SHORT, MW_SCORE_UNKNOWN, MW_SCORE_UNKNOWN, 0 };
  GPtrArray *scores = self->one ? self->one->scores : NULL;

  if (!scores || !self->editable)
    return;

  if (scores->len > 0)
    score.items = ((MwScore *) g_ptr_array_index (scores, scores->len - 1))->items;
  mw_row_filler_prepend (self->filler, mw_scores_add (scores, &score));
  update (self);
}

void
mw_scores_page_set_editable (MwScoresPage *self, gboolean editable)
{
  self->editable = editable;
  gtk_widget_set_sensitive (self->add_button, editable);
  for (GtkWidget *c = gtk_widget_get_first_child (GTK_WIDGET (self->rows_box)); c; c = gtk_widget_get_next_sibling (c))
    mw_score_row_set_editable (MW_SCORE_ROW (c), editable);
}
