/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-case-words.h"
#include "mw-chip-box.h"
#include "mw-choice-page-private.h"

/* Step 5: looking back, on a day that comes back by itself. */

static const char *
get_helped (guint helped)
{
  return mw_choice_words_get_helped (helped);
}

static void
set_helped (MwChoicePage *self, gpointer data, guint helped)
{
  MwConsidered *option = data;

  option->helped = helped;
  mw_choice_page_touch (self);
}

/* What the client was referred for may have helped as well. */
static void
append_helped (MwChoicePage *self, GtkBox *box)
{
  for (guint i = 0; i < self->one->considered->len; i++)
    {
      MwConsidered *option = g_ptr_array_index (self->one->considered, i);
      g_autofree char *name = mw_choice_words_dup_option (option);
      GtkWidget *label;

      if (option->verdict != MW_VERDICT_CHOSEN && option->verdict != MW_VERDICT_REFERRED)
        continue;
      label = gtk_label_new (name);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_widget_add_css_class (label, "heading");
      gtk_box_append (box, label);
      gtk_box_append (box, mw_choice_page_new_chips (self, option->name, MW_N_HELPED, get_helped, option->helped, set_helped, option));
    }
}

static void
on_in_weeks (GtkWidget *button, MwChoicePage *self)
{
  MwDateButton *day = g_object_get_data (G_OBJECT (button), "day");
  guint weeks = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "weeks"));

  self->one->choice.evaluation_day = mw_case_words_get_today () + 7 * weeks;
  mw_date_button_set_day (day, self->one->choice.evaluation_day);
  mw_choice_page_touch (self);
}

static void
append_in_weeks (MwChoicePage *self, GtkWidget *chips, MwDateButton *day, guint weeks, const char *words)
{
  GtkWidget *button = gtk_button_new_with_label (words);

  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_sensitive (button, self->editable);
  mw_accessible_name_buttons (button);
  g_object_set_data (G_OBJECT (button), "day", day);
  g_object_set_data (G_OBJECT (button), "weeks", GUINT_TO_POINTER (weeks));
  g_signal_connect (button, "clicked", G_CALLBACK (on_in_weeks), self);
  gtk_widget_set_parent (button, chips);
}

void
mw_choice_page_make_evaluate (MwChoicePage *self, GtkBox *box)
{
  MwChoice *choice = &self->one->choice;
  GtkWidget *chips = g_object_new (MW_TYPE_CHIP_BOX, NULL);
  MwDateButton *day;

  gtk_box_append (box, mw_choice_page_new_date (self, _ ("To look back on"), _ ("Day to look back on"), &choice->evaluation_day, &day));
  append_in_weeks (self, chips, day, 6, _ ("In 6 weeks"));
  append_in_weeks (self, chips, day, 13, _ ("In 3 months"));
  gtk_box_append (box, chips);
  gtk_box_append (box, mw_choice_page_new_hint (_ ("When that day has come, it stands above the list of cases until you have looked back.")));
  append_helped (self, box);
  gtk_box_append (box, mw_choice_page_new_area (self, _ ("What came of it"), _ ("What came of it"), &choice->evaluation));
  gtk_box_append (box, mw_choice_page_new_date (self, _ ("Looked back on"), _ ("Day on which you looked back"), &choice->evaluated_day, NULL));
}
