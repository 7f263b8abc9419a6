/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-note-row.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-case-words.h"
#include "mw-day-calendar.h"
#include "mw-focus.h"
#include "mw-text-area.h"

struct _MwNoteRow
{
  GtkWidget parent_instance;

  GtkWidget *about_button;
  MwTextArea *area;

  MwNote *note;
};

enum
{
  CHANGED,
  LEFT,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwNoteRow, mw_note_row, GTK_TYPE_WIDGET)

static void
show_about (MwNoteRow *self)
{
  g_autofree char *day = mw_case_words_dup_day (self->note->day);
  const char *kind = mw_case_words_get_note_kind (self->note->kind);
  g_autofree char *text = g_strdup_printf ("%s  ·  %s", *day ? day : _ ("No date"), kind);
  /* Translators: a button of a note, which has this day and kind */
  g_autofree char *about = g_strdup_printf (_ ("Day and kind: %s"), text);
  /* Translators: the text of a note of this day and kind */
  g_autofree char *name = g_strdup_printf (_ ("Note of %s"), text);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->about_button), text);
  mw_accessible_set_name (self->about_button, about);
  mw_text_area_set_name (self->area, name);
}

static void
touch (MwNoteRow *self)
{
  show_about (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_text_changed (MwNoteRow *self)
{
  g_autofree char *text = mw_text_area_dup_text (self->area);

  mw_case_set_text (&self->note->text, text);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_text_left (MwNoteRow *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static void
on_day_chosen (MwNoteRow *self, guint day)
{
  if (self->note->day == day)
    return;

  self->note->day = day;
  touch (self);
}

static void
on_kind_toggled (GtkCheckButton *button, MwNoteRow *self)
{
  if (!gtk_check_button_get_active (button))
    return;

  self->note->kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "kind"));
  touch (self);
}

static void
on_remove (MwNoteRow *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->about_button));
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
append_kinds (MwNoteRow *self, GtkBox *box)
{
  GtkCheckButton *first = NULL;

  for (guint k = 0; k < MW_N_NOTE_KINDS; k++)
    {
      GtkWidget *button = gtk_check_button_new_with_label (mw_case_words_get_note_kind (k));

      if (first)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (button), first);
      else
        first = GTK_CHECK_BUTTON (button);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), k == self->note->kind);
      g_object_set_data (G_OBJECT (button), "kind", GUINT_TO_POINTER (k));
      g_signal_connect (button, "toggled", G_CALLBACK (on_kind_toggled), self);
      gtk_box_append (box, button);
    }
}

/* Made when it is first opened: a case may have hundreds of notes. The calendar stands beside the rest: below it there is no room
 * for it at large text. */
static void
create_popover (GtkMenuButton *button, gpointer data)
{
  MwNoteRow *self = data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  MwDayCalendar *calendar = mw_day_calendar_new ();
  GtkWidget *remove = gtk_button_new_with_label (_ ("Remove This Note"));
  GtkWidget *popover = gtk_popover_new ();

  append_kinds (self, GTK_BOX (left));
  mw_day_calendar_set_day (calendar, self->note->day);
  g_signal_connect_swapped (calendar, "chosen", G_CALLBACK (on_day_chosen), self);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (on_remove), self);
  gtk_widget_set_vexpand (remove, TRUE);
  gtk_widget_set_valign (remove, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (left), remove);
  gtk_box_append (GTK_BOX (box), left);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (calendar));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

static gboolean
mw_note_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MW_NOTE_ROW (widget)->area));
}

static void
mw_note_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_note_row_parent_class)->dispose (object);
}

static void
mw_note_row_class_init (MwNoteRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_note_row_dispose;
  widget_class->grab_focus = mw_note_row_grab_focus;
  widget_class->focus = mw_focus_children;
  signals[CHANGED] = g_signal_new ("changed", MW_TYPE_NOTE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", MW_TYPE_NOTE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", MW_TYPE_NOTE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mw_note_row_init (MwNoteRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
  self->about_button = gtk_menu_button_new ();
  gtk_widget_set_halign (self->about_button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->about_button, "flat");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->about_button), create_popover, self, NULL);
  self->area = mw_text_area_new (NULL);
  gtk_widget_set_parent (self->about_button, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->area), GTK_WIDGET (self));
  g_signal_connect_swapped (self->area, "changed", G_CALLBACK (on_text_changed), self);
  g_signal_connect_swapped (self->area, "left", G_CALLBACK (on_text_left), self);
}

MwNoteRow *
mw_note_row_new (MwNote *note)
{
  MwNoteRow *self = g_object_new (MW_TYPE_NOTE_ROW, NULL);

  self->note = note;
  mw_text_area_set_text (self->area, note->text);
  show_about (self);
  return self;
}

MwNote *
mw_note_row_get_note (MwNoteRow *self)
{
  return self->note;
}

void
mw_note_row_mark (MwNoteRow *self, const char *search)
{
  mw_text_area_mark (self->area, search);
}

void
mw_note_row_set_editable (MwNoteRow *self, gboolean editable)
{
  mw_text_area_set_editable (self->area, editable);
  gtk_widget_set_sensitive (self->about_button, editable);
}
