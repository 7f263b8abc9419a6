/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-case-words.h"
#include "mw-choice-page-private.h"
#include "mw-focus.h"
#include "mw-match.h"

/* So many rows are made at a time, so that a case with dozens of options opens at once. */
#define ROWS_AT_A_TIME 6

enum
{
  CHANGED,
  LEFT,
  OPTIONS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void (*const make_step[MW_N_CHOICE_STEPS]) (MwChoicePage *self, GtkBox *box)
  = { mw_choice_page_make_ask, mw_choice_page_make_gather, mw_choice_page_make_weigh, mw_choice_page_make_decide,
      mw_choice_page_make_evaluate };

static GtkWidget *(*const new_row[MW_N_CHOICE_STEPS]) (MwChoicePage *self, MwConsidered *option)
  = { [MW_STEP_GATHER] = mw_choice_page_new_option, [MW_STEP_WEIGH] = mw_choice_page_new_weighing };

G_DEFINE_FINAL_TYPE (MwChoicePage, mw_choice_page, GTK_TYPE_WIDGET)

static void
show_details (MwChoicePage *self)
{
  for (guint s = 0; s < MW_N_CHOICE_STEPS; s++)
    {
      g_autofree char *detail = self->one ? mw_choice_words_dup_step_detail (self->one, s) : NULL;

      if (g_strcmp0 (detail, self->details[s]) == 0)
        continue;
      g_free (self->details[s]);
      self->details[s] = g_steal_pointer (&detail);
      mw_fold_set_heading (self->folds[s], mw_choice_words_get_step (s), self->details[s]);
    }
}

void
mw_choice_page_touch (MwChoicePage *self)
{
  show_details (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
mw_choice_page_touch_options (MwChoicePage *self)
{
  mw_choice_page_touch (self);
  g_signal_emit (self, signals[OPTIONS_CHANGED], 0);
}

void
mw_choice_page_leave (MwChoicePage *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

/* Returns: whether there are more to come */
static gboolean
fill_some (MwChoicePage *self)
{
  gboolean more = FALSE;

  for (guint s = 0; s < MW_N_CHOICE_STEPS; s++)
    {
      guint end = self->rows[s] ? MIN (self->one->considered->len, self->n_rows[s] + ROWS_AT_A_TIME) : 0;

      for (; self->n_rows[s] < end; self->n_rows[s]++)
        gtk_box_append (self->rows[s], new_row[s](self, g_ptr_array_index (self->one->considered, self->n_rows[s])));
      more |= self->rows[s] && end < self->one->considered->len;
    }
  return more;
}

static gboolean
on_fill (gpointer data)
{
  MwChoicePage *self = data;

  if (fill_some (self))
    return G_SOURCE_CONTINUE;

  self->fill_id = 0;
  return G_SOURCE_REMOVE;
}

void
mw_choice_page_fill_rows (MwChoicePage *self)
{
  if (fill_some (self) && !self->fill_id)
    self->fill_id = g_idle_add (on_fill, self);
}

static void
unmake (MwChoicePage *self, guint step)
{
  GtkWidget *child;

  self->made[step] = FALSE;
  self->rows[step] = NULL;
  self->n_rows[step] = 0;
  if (step == MW_STEP_GATHER)
    self->removed_box = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->contents[step]))))
    gtk_box_remove (self->contents[step], child);
}

static void
make (MwChoicePage *self, guint step)
{
  if (self->made[step] || !self->one)
    return;

  self->made[step] = TRUE;
  make_step[step](self, self->contents[step]);
}

void
mw_choice_page_remake (MwChoicePage *self, MwChoiceStep step)
{
  if (!self->made[step])
    return;

  unmake (self, step);
  if (mw_fold_get_expanded (self->folds[step]))
    make (self, step);
}

static void
set_expanded (MwChoicePage *self, guint step, gboolean expanded)
{
  if (expanded)
    make (self, step);
  mw_fold_set_expanded (self->folds[step], expanded);
}

static void
on_toggled (MwChoicePage *self, MwFold *fold)
{
  for (guint s = 0; s < MW_N_CHOICE_STEPS; s++)
    if (self->folds[s] == fold && mw_fold_get_expanded (fold))
      make (self, s);
}

static void
append_steps (MwChoicePage *self)
{
  for (guint s = 0; s < MW_N_CHOICE_STEPS; s++)
    {
      GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

      self->folds[s] = g_object_new (MW_TYPE_FOLD, NULL);
      self->contents[s] = GTK_BOX (content);
      gtk_widget_set_margin_bottom (content, 12);
      g_object_set (self->folds[s], "child", content, NULL);
      mw_fold_set_expanded (self->folds[s], FALSE);
      mw_fold_set_heading (self->folds[s], mw_choice_words_get_step (s), NULL);
      g_signal_connect_swapped (self->folds[s], "toggled", G_CALLBACK (on_toggled), self);
      gtk_box_append (self->steps_box, GTK_WIDGET (self->folds[s]));
    }
}

static gboolean
mw_choice_page_grab_focus (GtkWidget *widget)
{
  MwChoicePage *self = MW_CHOICE_PAGE (widget);

  /* What was just unfolded, not the page itself, which would come back here. */
  for (guint s = 0; s < MW_N_CHOICE_STEPS; s++)
    if (mw_fold_get_expanded (self->folds[s]) && gtk_widget_child_focus (GTK_WIDGET (self->contents[s]), GTK_DIR_TAB_FORWARD))
      return TRUE;
  return gtk_widget_grab_focus (GTK_WIDGET (self->folds[0]));
}

static void
mw_choice_page_dispose (GObject *object)
{
  MwChoicePage *self = MW_CHOICE_PAGE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->fill_id, g_source_remove);
  if (self->facts)
    g_signal_handlers_disconnect_by_data (self->facts, self);
  g_clear_object (&self->facts);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_choice_page_parent_class)->dispose (object);
}

static void
mw_choice_page_finalize (GObject *object)
{
  MwChoicePage *self = MW_CHOICE_PAGE (object);

  for (guint s = 0; s < MW_N_CHOICE_STEPS; s++)
    g_free (self->details[s]);
  g_clear_pointer (&self->removed, mw_considered_free);
  g_free (self->search);
  g_free (self->wanted);

  G_OBJECT_CLASS (mw_choice_page_parent_class)->finalize (object);
}

static void
mw_choice_page_class_init (MwChoicePageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_choice_page_dispose;
  G_OBJECT_CLASS (class)->finalize = mw_choice_page_finalize;
  widget_class->grab_focus = mw_choice_page_grab_focus;
  widget_class->focus = mw_focus_children;
  signals[CHANGED]
    = g_signal_new ("changed", MW_TYPE_CHOICE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", MW_TYPE_CHOICE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPTIONS_CHANGED]
    = g_signal_new ("options-changed", MW_TYPE_CHOICE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-choice-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MwChoicePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MwChoicePage, limits_box);
  gtk_widget_class_bind_template_child (widget_class, MwChoicePage, steps_box);
}

static void
mw_choice_page_init (MwChoicePage *self)
{
  self->editable = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  append_steps (self);
}

static gboolean
is_found (MwChoicePage *self, const char *text)
{
  g_autoptr (GArray) matches = mw_match_find (text, self->search, 1);

  return matches->len > 0;
}

/* Whether what is looked for stands in a step. */
static gboolean
is_found_in (MwChoicePage *self, guint step)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const MwChoice *choice = &self->one->choice;

  if (step == MW_STEP_ASK)
    return is_found (self, choice->question);
  if (step == MW_STEP_EVALUATE)
    return is_found (self, choice->evaluation);
  for (guint i = 0; i < self->one->considered->len && step != MW_STEP_DECIDE; i++)
    {
      MwConsidered *option = g_ptr_array_index (self->one->considered, i);

      g_string_append_printf (text, "%s\n", step == MW_STEP_GATHER ? option->name : option->reason);
      for (guint k = 0; k < MW_N_KNOWLEDGES && step == MW_STEP_WEIGH; k++)
        g_string_append_printf (text, "%s\n", option->appraisals[k]);
    }
  if (step == MW_STEP_GATHER)
    g_string_append (text, choice->known);
  if (step == MW_STEP_DECIDE)
    g_string_append_printf (text, "%s\n%s\n%s\n%s", choice->client_words, choice->decision, choice->unavailable, choice->instead);
  return is_found (self, text->str);
}

/* The first step in which nothing has been written is the one to go on with. */
static void
unfold_first (MwChoicePage *self)
{
  gboolean is_due = self->one->choice.evaluation_day && !self->one->choice.evaluated_day
                    && self->one->choice.evaluation_day <= mw_case_words_get_today ();

  for (guint s = 0; s < MW_N_CHOICE_STEPS; s++)
    set_expanded (self, s, self->search ? is_found_in (self, s) : is_due && s == MW_STEP_EVALUATE);
  for (guint s = 0; s < MW_N_CHOICE_STEPS && !self->search && !is_due; s++)
    if (!self->details[s])
      {
        set_expanded (self, s, TRUE);
        return;
      }
}

void
mw_choice_page_show (MwChoicePage *self, MwCase *one)
{
  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_clear_pointer (&self->removed, mw_considered_free);
  g_clear_pointer (&self->wanted, g_free);
  self->one = one;
  for (guint s = 0; s < MW_N_CHOICE_STEPS; s++)
    {
      unmake (self, s);
      mw_fold_set_expanded (self->folds[s], FALSE);
    }
  show_details (self);
  mw_choice_page_show_limits (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  if (one)
    unfold_first (self);
}

void
mw_choice_page_update (MwChoicePage *self)
{
  for (guint s = 0; s < MW_N_CHOICE_STEPS; s++)
    mw_choice_page_remake (self, s);
  show_details (self);
  mw_choice_page_show_limits (self);
}

void
mw_choice_page_update_decision (MwChoicePage *self)
{
  mw_choice_page_remake (self, MW_STEP_DECIDE);
  show_details (self);
}

void
mw_choice_page_show_options (MwChoicePage *self)
{
  if (self->one)
    set_expanded (self, MW_STEP_GATHER, TRUE);
}

void
mw_choice_page_show_weighing (MwChoicePage *self, const char *id)
{
  if (!self->one)
    return;

  g_free (self->wanted);
  self->wanted = g_strdup (id);
  unmake (self, MW_STEP_WEIGH);
  set_expanded (self, MW_STEP_WEIGH, TRUE);
}

static void
on_facts_changed (MwChoicePage *self)
{
  mw_choice_page_show_facts (self, NULL);
}

static void
on_fact_known (MwChoicePage *self, const char *id)
{
  mw_choice_page_show_facts (self, id);
}

void
mw_choice_page_set_facts (MwChoicePage *self, MwOptionFacts *facts)
{
  g_return_if_fail (!self->facts);

  self->facts = g_object_ref (facts);
  g_signal_connect_swapped (facts, "known", G_CALLBACK (on_fact_known), self);
  g_signal_connect_swapped (facts, "changed", G_CALLBACK (on_facts_changed), self);
  mw_choice_page_show_facts (self, NULL);
}

void
mw_choice_page_mark (MwChoicePage *self, const char *search)
{
  g_free (self->search);
  self->search = search && *search ? g_strdup (search) : NULL;
  mw_choice_page_update (self);
}

void
mw_choice_page_set_editable (MwChoicePage *self, gboolean editable)
{
  if (self->editable == editable)
    return;

  self->editable = editable;
  mw_choice_page_update (self);
}

void
mw_choice_page_make_ask (MwChoicePage *self, GtkBox *box)
{
  gtk_box_append (box, mw_choice_page_new_hint (_ ("What is to change for this client, and what would have to fit?")));
  gtk_box_append (box, mw_choice_page_new_area (self, NULL, _ ("The question"), &self->one->choice.question));
}
