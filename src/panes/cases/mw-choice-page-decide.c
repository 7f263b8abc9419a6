/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-case-words.h"
#include "mw-chip-box.h"
#include "mw-choice-page-private.h"

/* Step 4: what was decided with the client, who does what, and what could not be had. */

static GtkWidget *
new_heading (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
on_done (GtkCheckButton *check, MwChoicePage *self)
{
  MwAction *action = g_object_get_data (G_OBJECT (check), "action");

  action->done_day = gtk_check_button_get_active (check) ? mw_case_words_get_today () : 0;
  mw_choice_page_touch (self);
}

static void
on_remove_action (GtkWidget *button, MwChoicePage *self)
{
  GtkWidget *row = g_object_get_data (G_OBJECT (button), "row");
  GtkWidget *rows = gtk_widget_get_parent (row);
  MwAction *action = g_object_get_data (G_OBJECT (button), "action");

  gtk_widget_grab_focus (gtk_widget_get_next_sibling (rows)); /* the button that adds one */
  gtk_box_remove (GTK_BOX (rows), row);
  g_ptr_array_remove (self->one->choice.actions, action);
  mw_choice_page_touch (self);
}

static GtkWidget *
new_done (MwChoicePage *self, MwAction *action)
{
  GtkWidget *check = gtk_check_button_new_with_label (_ ("Done"));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), action->done_day > 0);
  gtk_widget_set_sensitive (check, self->editable);
  g_object_set_data (G_OBJECT (check), "action", action);
  g_signal_connect (check, "toggled", G_CALLBACK (on_done), self);
  return check;
}

static void
on_action_day (MwDateButton *button, MwChoicePage *self)
{
  MwAction *action = g_object_get_data (G_OBJECT (button), "action");

  action->day = mw_date_button_get_day (button);
  mw_choice_page_touch (self);
}

static GtkWidget *
new_action_day (MwChoicePage *self, MwAction *action)
{
  MwDateButton *day = mw_date_button_new (_ ("Day of the action"), TRUE);

  mw_date_button_set_day (day, action->day);
  gtk_widget_set_sensitive (GTK_WIDGET (day), self->editable);
  g_object_set_data (G_OBJECT (day), "action", action);
  g_signal_connect (day, "changed", G_CALLBACK (on_action_day), self);
  return GTK_WIDGET (day);
}

static GtkWidget *
new_remove (MwChoicePage *self, MwAction *action, GtkWidget *row)
{
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _ ("Remove This Action"));
  gtk_widget_set_sensitive (remove, self->editable);
  mw_accessible_set_name (remove, _ ("Remove This Action"));
  g_object_set_data (G_OBJECT (remove), "action", action);
  g_object_set_data (G_OBJECT (remove), "row", row);
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove_action), self);
  return remove;
}

static GtkWidget *
new_action (MwChoicePage *self, MwAction *action)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = g_object_new (MW_TYPE_CHIP_BOX, NULL);

  gtk_box_append (GTK_BOX (row), mw_choice_page_new_entry (self, _ ("What"), _ ("What is to be done"), &action->text));
  gtk_widget_set_parent (mw_choice_page_new_entry (self, _ ("Who"), _ ("Who does it"), &action->who), line);
  gtk_widget_set_parent (new_action_day (self, action), line);
  gtk_widget_set_parent (new_done (self, action), line);
  gtk_widget_set_parent (new_remove (self, action, row), line);
  gtk_box_append (GTK_BOX (row), line);
  return row;
}

static void
on_add_action (GtkWidget *button, MwChoicePage *self)
{
  GtkWidget *rows = gtk_widget_get_prev_sibling (button);
  GtkWidget *row = new_action (self, mw_choice_add_action (&self->one->choice, "", "", 0));

  gtk_box_append (GTK_BOX (rows), row);
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  mw_choice_page_touch (self);
}

static void
append_actions (MwChoicePage *self, GtkBox *box)
{
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *add = gtk_button_new_with_label (_ ("Add an Action"));
  GPtrArray *actions = self->one->choice.actions;

  for (guint i = 0; i < actions->len; i++)
    gtk_box_append (GTK_BOX (rows), new_action (self, g_ptr_array_index (actions, i)));
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_widget_set_sensitive (add, self->editable);
  mw_accessible_name_buttons (add);
  g_signal_connect (add, "clicked", G_CALLBACK (on_add_action), self);
  gtk_box_append (box, new_heading (_ ("Who does what")));
  gtk_box_append (box, rows);
  gtk_box_append (box, add);
}

/* The client is told when the best is not to be had, and offered something else. */
static void
append_unavailable (MwChoicePage *self, GtkBox *box)
{
  MwChoice *choice = &self->one->choice;
  GtkWidget *fold = g_object_new (MW_TYPE_FOLD, NULL);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_widget_set_margin_start (content, 12);
  gtk_box_append (GTK_BOX (content), mw_choice_page_new_area (self, _ ("What would fit best"), _ ("What would fit best"), &choice->unavailable));
  gtk_box_append (GTK_BOX (content),
                  mw_choice_page_new_date (self, _ ("Client told on"), _ ("Day on which the client was told"), &choice->told_day, NULL));
  gtk_box_append (GTK_BOX (content), mw_choice_page_new_area (self, _ ("Offered instead"), _ ("Offered instead"), &choice->instead));
  mw_fold_set_heading (MW_FOLD (fold), _ ("What fits best is not available here"), NULL);
  g_object_set (fold, "child", content, NULL);
  mw_fold_set_expanded (MW_FOLD (fold), *choice->unavailable || *choice->instead || choice->told_day);
  gtk_box_append (box, fold);
}

void
mw_choice_page_make_decide (MwChoicePage *self, GtkBox *box)
{
  MwChoice *choice = &self->one->choice;

  gtk_box_append (box, mw_choice_page_new_area (self, _ ("In the client’s own words"), _ ("In the client’s own words"), &choice->client_words));
  gtk_box_append (box, mw_choice_page_new_area (self, _ ("What was agreed"), _ ("What was agreed"), &choice->decision));
  gtk_box_append (box, new_heading (_ ("Agreed by")));
  gtk_box_append (box, mw_choice_page_new_entry (self, _ ("such as the client, a daughter, you"), _ ("Agreed by"), &choice->agreed_by));
  gtk_box_append (box, mw_choice_page_new_date (self, _ ("Agreed on"), _ ("Day on which it was agreed"), &choice->agreed_day, NULL));
  append_actions (self, box);
  append_unavailable (self, box);
}
