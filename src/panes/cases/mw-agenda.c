/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-agenda.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-case-words.h"
#include "mw-choice-words.h"
#include "mw-focus.h"
#include "mw-fold.h"

/* More than this is no week. */
#define MAX_ROWS 40

struct _MwAgenda
{
  GtkWidget parent_instance;

  MwFold *fold;
  GtkBox *rows_box;

  char *shown; /* (nullable): the rows as text, to leave alone what stays the same */
};

enum
{
  OPENED,
  STEP_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwAgenda, mw_agenda, GTK_TYPE_WIDGET)

static void
on_clicked (GtkWidget *button, MwAgenda *self)
{
  guint64 *id = g_object_get_data (G_OBJECT (button), "id");
  gboolean in_choice = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "in-choice"));

  g_signal_emit (self, signals[in_choice ? STEP_OPENED : OPENED], 0, *id);
}

/* Such as "Meneer G." over "Looking back · was due on 3 June 2026". */
static GtkWidget *
new_row (MwAgenda *self, MwAgendaEntry *entry, const char *words)
{
  const char *label = mw_case_words_get_label (entry->heading->label);
  g_autofree char *markup = g_markup_printf_escaped ("%s\n<small>%s</small>", label, words);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, words);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *text = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (text), markup);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_button_set_child (GTK_BUTTON (button), text);
  gtk_widget_add_css_class (button, "flat");
  mw_accessible_set_name (button, name);
  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&entry->heading->id, sizeof entry->heading->id), g_free);
  g_object_set_data (G_OBJECT (button), "in-choice", GINT_TO_POINTER (entry->due->kind != MW_DUE_NEXT_ACTION));
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), self);
  return button;
}

static void
clear (MwAgenda *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows_box))))
    gtk_box_remove (self->rows_box, child);
  g_clear_pointer (&self->shown, g_free);
}

/* Until Sunday. */
static guint32
get_last_day (guint32 today)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, today);
  return today + (guint32) (G_DATE_SUNDAY - g_date_get_weekday (&date));
}

static char *
dup_detail (GPtrArray *agenda, guint32 today)
{
  guint n_overdue = 0;

  while (n_overdue < agenda->len && ((MwAgendaEntry *) g_ptr_array_index (agenda, n_overdue))->due->day < today)
    n_overdue++;
  if (n_overdue == 0)
    return g_strdup_printf ("%u", agenda->len);

  /* Translators: how much is to be done this week, and how much of that should have been done already */
  return g_strdup_printf (_ ("%1$u, %2$u of them overdue"), agenda->len, n_overdue);
}

static void
show_rows (MwAgenda *self, GPtrArray *agenda, guint32 today)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) all = g_string_new (NULL);
  guint n = MIN (agenda->len, MAX_ROWS);

  for (guint i = 0; i < n; i++)
    {
      MwAgendaEntry *entry = g_ptr_array_index (agenda, i);

      g_ptr_array_add (words, mw_choice_words_dup_due (entry->due, today));
      g_string_append_printf (all, "%" G_GUINT64_FORMAT " %s %s\n", entry->heading->id, entry->heading->label,
                              (char *) g_ptr_array_index (words, i));
    }
  if (g_strcmp0 (all->str, self->shown) == 0)
    return;

  clear (self);
  for (guint i = 0; i < n; i++)
    gtk_box_append (self->rows_box, new_row (self, g_ptr_array_index (agenda, i), g_ptr_array_index (words, i)));
  self->shown = g_string_free (g_steal_pointer (&all), FALSE);
}

static void
mw_agenda_dispose (GObject *object)
{
  GtkWidget *child;

  g_clear_pointer (&MW_AGENDA (object)->shown, g_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_agenda_parent_class)->dispose (object);
}

static void
mw_agenda_class_init (MwAgendaClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_agenda_dispose;
  widget_class->focus = mw_focus_children;
  signals[OPENED]
    = g_signal_new ("opened", MW_TYPE_AGENDA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT64);
  signals[STEP_OPENED]
    = g_signal_new ("step-opened", MW_TYPE_AGENDA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT64);
  g_type_ensure (MW_TYPE_FOLD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-agenda.ui");
  gtk_widget_class_bind_template_child (widget_class, MwAgenda, fold);
  gtk_widget_class_bind_template_child (widget_class, MwAgenda, rows_box);
}

static void
mw_agenda_init (MwAgenda *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mw_agenda_show (MwAgenda *self, MwCases *cases)
{
  guint32 today = mw_case_words_get_today ();
  g_autoptr (GPtrArray) agenda = cases ? mw_cases_list_agenda (cases, get_last_day (today)) : NULL;

  if (!agenda || agenda->len == 0)
    clear (self);
  else
    {
      g_autofree char *detail = dup_detail (agenda, today);

      show_rows (self, agenda, today);
      mw_fold_set_heading (self->fold, _ ("This week"), detail);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), agenda && agenda->len > 0);
}
