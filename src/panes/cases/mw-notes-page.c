/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-notes-page.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-case-words.h"
#include "mw-focus.h"
#include "mw-note-row.h"
#include "mw-row-filler.h"

/* So many notes are made at a time, so that a case with hundreds opens at once. */
#define STEP 5

struct _MwNotesPage
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scroller;
  GtkWidget *add_button;
  GtkWidget *empty_label;
  GtkBox *notes_box;

  MwCase *one;
  MwRowFiller *filler;
  char *search;
  gboolean editable;
};

enum
{
  CHANGED,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwNotesPage, mw_notes_page, GTK_TYPE_WIDGET)

static void
touch (MwNotesPage *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_left (MwNotesPage *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static void
show_empty (MwNotesPage *self)
{
  gtk_widget_set_visible (self->empty_label, !self->one || self->one->notes->len == 0);
}

/* Undone by going back to an earlier revision. */
static void
on_removed (MwNotesPage *self, MwNoteRow *row)
{
  MwNote *note = mw_note_row_get_note (row);

  gtk_box_remove (self->notes_box, GTK_WIDGET (row));
  g_ptr_array_remove (self->one->notes, note);
  show_empty (self);
  touch (self);
  gtk_widget_grab_focus (self->add_button);
}

static GtkWidget *
new_row (gpointer page, gpointer note)
{
  MwNotesPage *self = page;
  MwNoteRow *row = mw_note_row_new (note);

  mw_note_row_set_editable (row, self->editable);
  if (self->search)
    mw_note_row_mark (row, self->search);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (touch), self);
  g_signal_connect_swapped (row, "left", G_CALLBACK (on_left), self);
  g_signal_connect_swapped (row, "removed", G_CALLBACK (on_removed), self);
  return GTK_WIDGET (row);
}

/* By day; those of one day stay in the order in which they were made. */
static int
compare_days (gconstpointer a, gconstpointer b)
{
  const MwNote *one = *(MwNote *const *) a;
  const MwNote *other = *(MwNote *const *) b;

  return one->day < other->day ? -1 : one->day > other->day;
}

static void
mw_notes_page_dispose (GObject *object)
{
  MwNotesPage *self = MW_NOTES_PAGE (object);
  GtkWidget *child;

  g_clear_pointer (&self->filler, mw_row_filler_free);
  g_clear_pointer (&self->search, g_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_notes_page_parent_class)->dispose (object);
}

static gboolean
mw_notes_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MW_NOTES_PAGE (widget)->add_button);
}

static void
mw_notes_page_class_init (MwNotesPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_notes_page_dispose;
  widget_class->grab_focus = mw_notes_page_grab_focus;
  widget_class->focus = mw_focus_children;
  signals[CHANGED]
    = g_signal_new ("changed", MW_TYPE_NOTES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", MW_TYPE_NOTES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-notes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MwNotesPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MwNotesPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, MwNotesPage, empty_label);
  gtk_widget_class_bind_template_child (widget_class, MwNotesPage, notes_box);
  gtk_widget_class_bind_template_callback (widget_class, mw_notes_page_add);
}

static void
mw_notes_page_init (MwNotesPage *self)
{
  self->editable = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filler = mw_row_filler_new (self->notes_box, STEP, new_row, self);
  mw_accessible_name_buttons (GTK_WIDGET (self));
}

void
mw_notes_page_show (MwNotesPage *self, MwCase *one)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  if (one)
    g_ptr_array_extend (notes, one->notes, NULL, NULL);
  g_ptr_array_sort (notes, compare_days);
  self->one = one;
  mw_row_filler_show (self->filler, notes);
  show_empty (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

void
mw_notes_page_add (MwNotesPage *self)
{
  MwNote *note;

  if (!self->one || !self->editable)
    return;

  note = mw_case_add_note (self->one, MW_NOTE_CONTACT, mw_case_words_get_today (), "");
  mw_row_filler_prepend (self->filler, note);
  show_empty (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

void
mw_notes_page_mark (MwNotesPage *self, const char *search)
{
  g_free (self->search);
  self->search = search && *search ? g_strdup (search) : NULL;
  for (GtkWidget *c = gtk_widget_get_first_child (GTK_WIDGET (self->notes_box)); c; c = gtk_widget_get_next_sibling (c))
    mw_note_row_mark (MW_NOTE_ROW (c), self->search);
}

void
mw_notes_page_set_editable (MwNotesPage *self, gboolean editable)
{
  self->editable = editable;
  gtk_widget_set_sensitive (self->add_button, editable);
  for (GtkWidget *c = gtk_widget_get_first_child (GTK_WIDGET (self->notes_box)); c; c = gtk_widget_get_next_sibling (c))
    mw_note_row_set_editable (MW_NOTE_ROW (c), editable);
}
