/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-case-words.h"
#include "mw-choice-page-private.h"

/* Step 2: what is considered, with what the catalogue knows of it, and what else is known. */

static GtkWidget *
new_wrapping_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

/* What is in the catalogue can be looked up. */
static GtkWidget *
new_name (MwConsidered *option)
{
  g_autofree char *text = mw_choice_words_dup_option (option);
  g_autofree char *name = g_strdup_printf (_ ("Show %s"), option->name);
  GtkWidget *label = new_wrapping_label (text);
  GtkWidget *button;

  gtk_widget_set_hexpand (label, TRUE);
  if (mw_considered_is_own_text (option))
    {
      gtk_widget_set_margin_start (label, 12);
      gtk_widget_add_css_class (label, "option");
      return label;
    }

  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "cases.show-intervention");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", option->id);
  mw_accessible_set_name (button, name);
  return button;
}

/* To whom is filled in where the option is weighed. */
static void
append_referral (GtkBox *row, MwConsidered *option)
{
  g_autofree char *words = mw_case_words_dup_referral (option);
  GtkWidget *label = words ? new_wrapping_label (words) : NULL;

  if (!label)
    return;

  gtk_widget_set_margin_start (label, 12);
  gtk_box_append (row, label);
}

static void
remake_others (MwChoicePage *self)
{
  mw_choice_page_remake (self, MW_STEP_WEIGH);
  mw_choice_page_remake (self, MW_STEP_EVALUATE);
}

static void
on_put_back (GtkWidget *button, MwChoicePage *self)
{
  MwConsidered *removed = g_steal_pointer (&self->removed);

  if (!removed)
    return;

  if (mw_case_has_considered (self->one, removed->id))
    mw_considered_free (removed);
  else
    g_ptr_array_insert (self->one->considered, (int) MIN (self->removed_from, self->one->considered->len), removed);
  mw_choice_page_remake (self, MW_STEP_GATHER);
  remake_others (self);
  gtk_widget_child_focus (GTK_WIDGET (self->contents[MW_STEP_GATHER]), GTK_DIR_TAB_FORWARD);
  mw_choice_page_touch_options (self);
}

/* What was written of it goes along, and comes back with it. */
static void
show_removed (MwChoicePage *self)
{
  g_autofree char *words = NULL;
  GtkWidget *button;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->removed_box))))
    gtk_box_remove (self->removed_box, child);
  if (!self->removed)
    return;

  words = g_strdup_printf (_ ("“%s” is no longer considered."), self->removed->name);
  child = new_wrapping_label (words);
  button = gtk_button_new_with_mnemonic (_ ("_Put Back"));
  gtk_widget_set_hexpand (child, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  mw_accessible_name_buttons (button);
  g_signal_connect (button, "clicked", G_CALLBACK (on_put_back), self);
  gtk_box_append (self->removed_box, child);
  gtk_box_append (self->removed_box, button);
  gtk_widget_grab_focus (button);
}

static void
on_remove (GtkWidget *button, MwChoicePage *self)
{
  MwConsidered *option = g_object_get_data (G_OBJECT (button), "option");
  GtkWidget *row = g_object_get_data (G_OBJECT (button), "row");
  guint place;

  if (!g_ptr_array_find (self->one->considered, option, &place))
    return;

  g_clear_pointer (&self->removed, mw_considered_free);
  self->removed = g_ptr_array_steal_index (self->one->considered, place);
  self->removed_from = place;
  show_removed (self);
  gtk_box_remove (self->rows[MW_STEP_GATHER], row);
  self->n_rows[MW_STEP_GATHER]--;
  remake_others (self);
  mw_choice_page_touch_options (self);
}

GtkWidget *
mw_choice_page_new_option (MwChoicePage *self, MwConsidered *option)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *facts = mw_choice_words_dup_facts (option, self->facts, mw_case_get_profiles (self->one));
  g_autofree char *name = g_strdup_printf (_ ("No longer consider %s"), option->name);
  GtkWidget *label = mw_choice_page_new_hint (facts);

  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, _ ("No longer consider"));
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_sensitive (remove, self->editable);
  mw_accessible_set_name (remove, name);
  g_object_set_data (G_OBJECT (remove), "option", option);
  g_object_set_data (G_OBJECT (remove), "row", row);
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove), self);
  gtk_box_append (GTK_BOX (line), new_name (option));
  gtk_box_append (GTK_BOX (line), remove);
  gtk_widget_set_margin_start (label, 12);
  gtk_box_append (GTK_BOX (row), line);
  gtk_box_append (GTK_BOX (row), label);
  append_referral (GTK_BOX (row), option);
  g_object_set_data (G_OBJECT (row), "option", option);
  g_object_set_data (G_OBJECT (row), "facts", label);
  return row;
}

void
mw_choice_page_show_facts (MwChoicePage *self, const char *id)
{
  MwProfileSet profiles = self->one ? mw_case_get_profiles (self->one) : 0;

  for (guint s = 0; s < MW_N_CHOICE_STEPS; s++)
    {
      GtkWidget *row = self->rows[s] ? gtk_widget_get_first_child (GTK_WIDGET (self->rows[s])) : NULL;

      for (; row; row = gtk_widget_get_next_sibling (row))
        {
          MwConsidered *option = g_object_get_data (G_OBJECT (row), "option");
          GtkLabel *label = g_object_get_data (G_OBJECT (row), "facts");
          g_autofree char *facts = NULL;

          if (!label || (id && !g_str_equal (option->id, id)))
            continue;
          facts = mw_choice_words_dup_facts (option, self->facts, profiles);
          gtk_label_set_label (label, facts);
        }
    }
}

static void
on_add (MwChoicePage *self)
{
  GtkWidget *entry = g_object_get_data (G_OBJECT (self->rows[MW_STEP_GATHER]), "entry");
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  if (!mw_case_add_own_text (self->one, text, g_get_real_time () / G_USEC_PER_SEC))
    {
      gtk_widget_grab_focus (entry);
      return;
    }

  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  remake_others (self);
  mw_choice_page_fill_rows (self);
  mw_choice_page_touch_options (self);
}

static GtkWidget *
new_adding (MwChoicePage *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Add"));

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("An option in your own words"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 10);
  gtk_widget_set_hexpand (entry, TRUE);
  mw_accessible_set_name (entry, _ ("An option in your own words"));
  mw_accessible_set_name (button, _ ("Add the Option"));
  gtk_widget_set_sensitive (line, self->editable);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_add), self);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_add), self);
  g_object_set_data (G_OBJECT (self->rows[MW_STEP_GATHER]), "entry", entry);
  gtk_box_append (GTK_BOX (line), entry);
  gtk_box_append (GTK_BOX (line), button);
  return line;
}

static GtkWidget *
new_again_button (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Show _Again in Typology and List"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("Brings back the answers and the filters that go with this case"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "cases.show-again");
  mw_accessible_name_buttons (button);
  return button;
}

void
mw_choice_page_make_gather (MwChoicePage *self, GtkBox *box)
{
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *removed = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->rows[MW_STEP_GATHER] = GTK_BOX (rows);
  self->removed_box = GTK_BOX (removed);
  gtk_box_append (box, mw_choice_page_new_hint (_ ("To put an intervention here, open its description and choose “Consider for the Case”, or "
                                                   "press Ctrl+K on it in the list.")));
  gtk_box_append (box, rows);
  gtk_box_append (box, removed);
  gtk_box_append (box, new_adding (self));
  gtk_box_append (box, mw_choice_page_new_area (self, _ ("What else is known"), _ ("What else is known"), &self->one->choice.known));
  gtk_box_append (box, new_again_button ());
  mw_choice_page_fill_rows (self);
}
