/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-score-row.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-case-words.h"
#include "mw-chip-box.h"
#include "mw-date-button.h"
#include "mw-focus.h"
#include "mw-score-words.h"

typedef enum
{
  PART_EMOTIONAL,
  PART_SOCIAL,
  PART_MISSING,
  N_PARTS,
} Part;

struct _MwScoreRow
{
  GtkWidget parent_instance;

  GtkBox *date_box;
  GtkWidget *remove_button;
  GtkCheckButton *short_button;
  GtkCheckButton *long_button;
  GtkWidget *labels[N_PARTS];
  GtkWidget *entries[N_PARTS];
  GtkLabel *result_label;
  MwDateButton *date_button;

  MwScore *score;
  gboolean showing;
};

enum
{
  CHANGED,
  LEFT,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwScoreRow, mw_score_row, GTK_TYPE_WIDGET)

static int
get_max (MwScoreRow *self, Part part)
{
  switch (part)
    {
    case PART_EMOTIONAL:
      return mw_score_get_emotional_max (self->score->items);
    case PART_SOCIAL:
      return mw_score_get_social_max (self->score->items);
    case PART_MISSING:
    default:
      return self->score->items;
    }
}

/* @value: (out). Returns: whether what was typed can be; nothing at all can */
static gboolean
read_part (MwScoreRow *self, Part part, int *value)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entries[part]))));
  guint64 number;

  *value = part == PART_MISSING ? 0 : MW_SCORE_UNKNOWN;
  if (!*text)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 0, (guint64) get_max (self, part), &number, NULL))
    return FALSE;

  *value = (int) number;
  return TRUE;
}

static char *
dup_mistake (MwScoreRow *self, Part part)
{
  int max = get_max (self, part);

  switch (part)
    {
    case PART_EMOTIONAL:
      return g_strdup_printf (_ ("The emotional part is a number from 0 to %d."), max);
    case PART_SOCIAL:
      return g_strdup_printf (_ ("The social part is a number from 0 to %d."), max);
    case PART_MISSING:
    default:
      return g_strdup_printf (_ ("The missing answers are a number from 0 to %d."), max);
    }
}

static void
mark_mistake (GtkWidget *entry, gboolean mistaken)
{
  if (mistaken)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               mistaken ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Takes over what was typed, and says what it comes to. */
static void
read_score (MwScoreRow *self)
{
  int values[N_PARTS];
  g_autofree char *words = NULL;

  for (Part part = 0; part < N_PARTS; part++)
    {
      gboolean mistaken = !read_part (self, part, &values[part]);

      mark_mistake (self->entries[part], mistaken);
      if (mistaken && !words)
        words = dup_mistake (self, part);
    }
  self->score->emotional = (gint8) values[PART_EMOTIONAL];
  self->score->social = (gint8) values[PART_SOCIAL];
  self->score->missing = (guint8) values[PART_MISSING];
  if (!words)
    words = mw_score_words_dup_result (self->score);
  gtk_label_set_label (self->result_label, words);
}

static void
name_part (MwScoreRow *self, Part part, const char *label, const char *day)
{
  g_autofree char *name = g_strdup_printf ("%s, %s", label, day);

  gtk_label_set_label (GTK_LABEL (self->labels[part]), label);
  mw_accessible_set_name (self->entries[part], name);
}

/* Every row has the same fields: the day tells them apart. */
static void
show_names (MwScoreRow *self)
{
  g_autofree char *day = mw_case_words_dup_day (self->score->day);
  const char *of = *day ? day : _ ("No date");
  g_autofree char *emotional = g_strdup_printf (_ ("Emotional (0–%d)"), get_max (self, PART_EMOTIONAL));
  g_autofree char *social = g_strdup_printf (_ ("Social (0–%d)"), get_max (self, PART_SOCIAL));
  g_autofree char *short_name = g_strdup_printf ("%s, %s", mw_score_words_get_scale (MW_SCALE_SHORT), of);
  g_autofree char *long_name = g_strdup_printf ("%s, %s", mw_score_words_get_scale (MW_SCALE_LONG), of);
  /* Translators: a day */
  g_autofree char *remove = g_strdup_printf (_ ("Remove the score of %s"), of);

  name_part (self, PART_EMOTIONAL, emotional, of);
  name_part (self, PART_SOCIAL, social, of);
  name_part (self, PART_MISSING, _ ("Missing answers"), of);
  mw_accessible_set_name (GTK_WIDGET (self->short_button), short_name);
  mw_accessible_set_name (GTK_WIDGET (self->long_button), long_name);
  mw_accessible_set_name (self->remove_button, remove);
}

static void
touch (MwScoreRow *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_entry_changed (MwScoreRow *self)
{
  if (self->showing)
    return;

  read_score (self);
  touch (self);
}

/* What was typed stays, and is looked at anew. */
static void
on_scale_toggled (MwScoreRow *self)
{
  if (self->showing)
    return;

  self->score->items = gtk_check_button_get_active (self->short_button) ? MW_SCALE_SHORT : MW_SCALE_LONG;
  show_names (self);
  read_score (self);
  touch (self);
}

static void
on_day_chosen (MwScoreRow *self)
{
  self->score->day = mw_date_button_get_day (self->date_button);
  show_names (self);
  touch (self);
}

static void
on_remove (MwScoreRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
on_left (MwScoreRow *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static gboolean
mw_score_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MW_SCORE_ROW (widget)->entries[PART_EMOTIONAL]);
}

static void
mw_score_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_score_row_parent_class)->dispose (object);
}

static void
bind_part (GtkWidgetClass *class, Part part, const char *label, const char *entry)
{
  gtk_widget_class_bind_template_child_full (
    class, label, FALSE, (gssize) (G_STRUCT_OFFSET (MwScoreRow, labels) + part * sizeof (GtkWidget *)));
  gtk_widget_class_bind_template_child_full (
    class, entry, FALSE, (gssize) (G_STRUCT_OFFSET (MwScoreRow, entries) + part * sizeof (GtkWidget *)));
}

static void
mw_score_row_class_init (MwScoreRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_score_row_dispose;
  widget_class->grab_focus = mw_score_row_grab_focus;
  widget_class->focus = mw_focus_children;
  signals[CHANGED] = g_signal_new ("changed", MW_TYPE_SCORE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", MW_TYPE_SCORE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", MW_TYPE_SCORE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  g_type_ensure (MW_TYPE_CHIP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-score-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MwScoreRow, date_box);
  gtk_widget_class_bind_template_child (widget_class, MwScoreRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, MwScoreRow, short_button);
  gtk_widget_class_bind_template_child (widget_class, MwScoreRow, long_button);
  gtk_widget_class_bind_template_child (widget_class, MwScoreRow, result_label);
  bind_part (widget_class, PART_EMOTIONAL, "emotional_label", "emotional_entry");
  bind_part (widget_class, PART_SOCIAL, "social_label", "social_entry");
  bind_part (widget_class, PART_MISSING, "missing_label", "missing_entry");
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_bind_template_callback (widget_class, on_scale_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed);
}

static void
mw_score_row_init (MwScoreRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_check_button_set_label (self->short_button, mw_score_words_get_scale (MW_SCALE_SHORT));
  gtk_check_button_set_label (self->long_button, mw_score_words_get_scale (MW_SCALE_LONG));
  self->date_button = mw_date_button_new (_ ("Day of the score"), FALSE);
  gtk_box_append (self->date_box, GTK_WIDGET (self->date_button));
  g_signal_connect_swapped (self->date_button, "changed", G_CALLBACK (on_day_chosen), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  self->showing = FALSE;
}

static void
show_part (MwScoreRow *self, Part part, int value, int none)
{
  g_autofree char *text = value == none ? g_strdup ("") : g_strdup_printf ("%d", value);

  gtk_editable_set_text (GTK_EDITABLE (self->entries[part]), text);
}

MwScoreRow *
mw_score_row_new (MwScore *score)
{
  MwScoreRow *self = g_object_new (MW_TYPE_SCORE_ROW, NULL);

  self->score = score;
  self->showing = TRUE;
  gtk_check_button_set_active (score->items == MW_SCALE_LONG ? self->long_button : self->short_button, TRUE);
  mw_date_button_set_day (self->date_button, score->day);
  show_part (self, PART_EMOTIONAL, score->emotional, MW_SCORE_UNKNOWN);
  show_part (self, PART_SOCIAL, score->social, MW_SCORE_UNKNOWN);
  show_part (self, PART_MISSING, score->missing, 0);
  show_names (self);
  read_score (self);
  self->showing = FALSE;
  return self;
}

MwScore *
mw_score_row_get_score (MwScoreRow *self)
{
  return self->score;
}

void
mw_score_row_set_editable (MwScoreRow *self, gboolean editable)
{
  for (Part part = 0; part < N_PARTS; part++)
    gtk_editable_set_editable (GTK_EDITABLE (self->entries[part]), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->short_button), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->long_button), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->date_button), editable);
  gtk_widget_set_sensitive (self->remove_button, editable);
}
