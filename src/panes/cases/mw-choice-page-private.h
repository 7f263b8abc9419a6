/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-choice-page.h"
#include "mw-choice-words.h"
#include "mw-date-button.h"
#include "mw-fold.h"
#include "mw-text-area.h"

G_BEGIN_DECLS

/* In the order of the page. */
typedef enum
{
  MW_STEP_ASK,
  MW_STEP_GATHER,
  MW_STEP_WEIGH,
  MW_STEP_DECIDE,
  MW_STEP_EVALUATE,
} MwChoiceStep;

/* What a step holds is made when it is first unfolded, and bound to its case for good: with another case it is thrown away. */
struct _MwChoicePage
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scroller;
  GtkBox *limits_box;
  GtkBox *steps_box;

  MwFold *folds[MW_N_CHOICE_STEPS];
  GtkBox *contents[MW_N_CHOICE_STEPS];
  gboolean made[MW_N_CHOICE_STEPS];
  char *details[MW_N_CHOICE_STEPS];

  /* Of the steps with a row for each option; (nullable) while they are not made. */
  GtkBox *rows[MW_N_CHOICE_STEPS];
  guint n_rows[MW_N_CHOICE_STEPS];
  guint fill_id;
  char *wanted; /* (nullable): the id of the option whose weighing is to be unfolded */
  GtkBox *removed_box;

  MwConsidered *removed; /* (nullable): what was taken off last */
  guint removed_from;

  MwOptionFacts *facts; /* (nullable) */
  MwCase *one;
  char *search; /* (nullable) */
  gboolean editable;
};

/* In mw-choice-page.c. */
void mw_choice_page_touch (MwChoicePage *self);
void mw_choice_page_touch_options (MwChoicePage *self);
void mw_choice_page_leave (MwChoicePage *self);
/* Makes a step anew, if it was made before. */
void mw_choice_page_remake (MwChoicePage *self, MwChoiceStep step);
/* Makes rows for options that have none yet, few at a time. */
void mw_choice_page_fill_rows (MwChoicePage *self);

/* In mw-choice-page-fields.c: fields that write into the case. What they write to must outlive them. Returns: (transfer floating) */
GtkWidget *mw_choice_page_new_hint (const char *words);
/* @heading: (nullable); @name: the accessible name */
GtkWidget *mw_choice_page_new_area (MwChoicePage *self, const char *heading, const char *name, char **field);
GtkWidget *mw_choice_page_new_entry (MwChoicePage *self, const char *placeholder, const char *name, char **field);
/* A heading with a day below it. @button: (out) (optional) (transfer none) */
GtkWidget *mw_choice_page_new_date (MwChoicePage *self, const char *heading, const char *name, guint32 *field, MwDateButton **button);
/* One of several values. @of: what it is a value of, for the accessible names; @get_words: of a value;
 * @set: called with @data when the user chose another one */
typedef const char *(*MwGetWords) (guint value);
typedef void (*MwSetValue) (MwChoicePage *self, gpointer data, guint value);
GtkWidget *mw_choice_page_new_chips (MwChoicePage *self, const char *of, guint n_values, MwGetWords get_words, guint value,
                                     MwSetValue set, gpointer data);

/* In mw-choice-page-limits.c: of the profiles that the case was assessed as. */
void mw_choice_page_show_limits (MwChoicePage *self);

/* What is in the steps: each appends to @box. */
void mw_choice_page_make_ask (MwChoicePage *self, GtkBox *box);
void mw_choice_page_make_gather (MwChoicePage *self, GtkBox *box);
void mw_choice_page_make_weigh (MwChoicePage *self, GtkBox *box);
void mw_choice_page_make_decide (MwChoicePage *self, GtkBox *box);
void mw_choice_page_make_evaluate (MwChoicePage *self, GtkBox *box);
/* The row of an option. Returns: (transfer floating) */
GtkWidget *mw_choice_page_new_option (MwChoicePage *self, MwConsidered *option);
GtkWidget *mw_choice_page_new_weighing (MwChoicePage *self, MwConsidered *option);
/* Says anew what the catalogue knows. @id: (nullable): of one option; %NULL: of all */
void mw_choice_page_show_facts (MwChoicePage *self, const char *id);

G_END_DECLS
