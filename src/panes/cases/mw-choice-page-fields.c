/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-accessible.h"
#include "mw-chip-box.h"
#include "mw-choice-page-private.h"

GtkWidget *
mw_choice_page_new_hint (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  return label;
}

static void
on_area_changed (MwTextArea *area, MwChoicePage *self)
{
  g_autofree char *text = mw_text_area_dup_text (area);

  mw_case_set_text (g_object_get_data (G_OBJECT (area), "field"), text);
  mw_choice_page_touch (self);
}

GtkWidget *
mw_choice_page_new_area (MwChoicePage *self, const char *heading, const char *name, char **field)
{
  MwTextArea *area = mw_text_area_new (heading);

  mw_text_area_set_name (area, name);
  mw_text_area_set_text (area, *field);
  mw_text_area_set_editable (area, self->editable);
  if (self->search)
    mw_text_area_mark (area, self->search);
  g_object_set_data (G_OBJECT (area), "field", field);
  g_signal_connect (area, "changed", G_CALLBACK (on_area_changed), self);
  g_signal_connect_swapped (area, "left", G_CALLBACK (mw_choice_page_leave), self);
  return GTK_WIDGET (area);
}

static void
on_entry_changed (GtkEditable *entry, MwChoicePage *self)
{
  mw_case_set_text (g_object_get_data (G_OBJECT (entry), "field"), gtk_editable_get_text (entry));
  mw_choice_page_touch (self);
}

GtkWidget *
mw_choice_page_new_entry (MwChoicePage *self, const char *placeholder, const char *name, char **field)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), *field);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 12);
  gtk_editable_set_editable (GTK_EDITABLE (entry), self->editable);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  mw_accessible_set_name (entry, name);
  g_object_set_data (G_OBJECT (entry), "field", field);
  g_signal_connect (entry, "changed", G_CALLBACK (on_entry_changed), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (mw_choice_page_leave), self);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

static void
on_day_chosen (MwDateButton *button, MwChoicePage *self)
{
  guint32 *field = g_object_get_data (G_OBJECT (button), "field");

  *field = mw_date_button_get_day (button);
  mw_choice_page_touch (self);
}

GtkWidget *
mw_choice_page_new_date (MwChoicePage *self, const char *heading, const char *name, guint32 *field, MwDateButton **button)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (heading);
  MwDateButton *date = mw_date_button_new (name, TRUE);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_widget_add_css_class (label, "heading");
  mw_date_button_set_day (date, *field);
  gtk_widget_set_halign (GTK_WIDGET (date), GTK_ALIGN_START);
  gtk_widget_set_sensitive (GTK_WIDGET (date), self->editable);
  g_object_set_data (G_OBJECT (date), "field", field);
  g_signal_connect (date, "changed", G_CALLBACK (on_day_chosen), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (date));
  if (button)
    *button = date;
  return box;
}

typedef struct
{
  MwChoicePage *page;
  MwSetValue set;
  gpointer data;
  guint value;
} Chip;

static void
free_chip (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
on_chip (GtkToggleButton *button, Chip *chip)
{
  if (gtk_toggle_button_get_active (button))
    chip->set (chip->page, chip->data, chip->value);
}

static GtkWidget *
new_chip (MwChoicePage *self, const char *of, const char *words)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (words);
  g_autofree char *name = g_strdup_printf ("%s: %s", of, words);

  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_sensitive (button, self->editable);
  mw_accessible_set_name (button, name);
  return button;
}

GtkWidget *
mw_choice_page_new_chips (MwChoicePage *self,
                          const char *of,
                          guint n_values,
                          MwGetWords get_words,
                          guint value,
                          MwSetValue set,
                          gpointer data)
{
  GtkWidget *box = g_object_new (MW_TYPE_CHIP_BOX, NULL);
  GtkToggleButton *first = NULL;

  mw_accessible_set_name (box, of);
  for (guint v = 0; v < n_values; v++)
    {
      GtkWidget *button = new_chip (self, of, get_words (v));
      Chip *chip = g_new0 (Chip, 1);

      *chip = (Chip){ self, set, data, v };
      if (first)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first);
      else
        first = GTK_TOGGLE_BUTTON (button);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), v == value);
      g_signal_connect_data (button, "toggled", G_CALLBACK (on_chip), chip, free_chip, 0);
      gtk_widget_set_parent (button, box);
    }
  return box;
}
