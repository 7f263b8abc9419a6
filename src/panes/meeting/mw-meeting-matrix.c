/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-meeting-matrix.h"

#include <glib/gi18n.h>

#include "mw-typology-texts.h"
#include "mw-words.h"

#define N_COLUMNS 2
#define N_ROWS (MW_N_PROFILES / N_COLUMNS)

struct _MwMeetingMatrix
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkGrid *grid;
  GtkWidget *cells[MW_N_PROFILES];
  GtkLabel *place_label;
  GtkLabel *description_label;
  MwProfileSet candidates;
  int proposed; /* -1: nowhere */
};

enum
{
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwMeetingMatrix, mw_meeting_matrix, GTK_TYPE_WIDGET)

static GtkWidget *
new_label (const char *text, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_justify (GTK_LABEL (label), xalign > 0 ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

static gboolean
is_candidate (MwMeetingMatrix *self, MwProfile profile)
{
  return (self->candidates & MW_PROFILE_SET_OF (profile)) != 0;
}

/* By sign and frame, not by colour. */
static void
update_cell (MwMeetingMatrix *self, MwProfile profile)
{
  GtkWidget *cell = self->cells[profile];
  g_autofree char *name = mw_words_dup_profile (profile);
  g_autofree char *shown = is_candidate (self, profile) ? g_strdup_printf ("● %s", name) : g_strdup (name);
  g_autofree char *spoken = NULL;

  gtk_label_set_label (GTK_LABEL (cell), shown);
  gtk_widget_remove_css_class (cell, "place");
  gtk_widget_remove_css_class (cell, "proposed");
  if (is_candidate (self, profile))
    gtk_widget_add_css_class (cell, "place");
  if (self->proposed == (int) profile)
    gtk_widget_add_css_class (cell, "proposed");
  if (self->proposed == (int) profile && is_candidate (self, profile))
    spoken = g_strdup_printf (_ ("%s: the place of this case, in the frame"), name);
  else if (is_candidate (self, profile))
    spoken = g_strdup_printf (_ ("%s: the place of this case"), name);
  else if (self->proposed == (int) profile)
    spoken = g_strdup_printf (_ ("%s: in the frame"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken ? spoken : name, -1);
}

static void
update_words (MwMeetingMatrix *self)
{
  g_autofree char *name = self->proposed >= 0 ? mw_words_dup_profile ((MwProfile) self->proposed) : NULL;
  g_autofree char *words = NULL;

  if (!name)
    words = g_strdup (_ ("Not placed yet. The arrow keys place it."));
  else if (mw_meeting_matrix_is_moved (self))
    words = g_strdup_printf (_ ("This meeting: %s"), name);
  else
    words = g_strdup_printf (_ ("● Placed at: %s"), name);
  gtk_label_set_label (self->place_label, words);
  gtk_label_set_label (self->description_label,
                       name ? mw_typology_texts_peek_profile ((MwProfile) self->proposed, MW_TYPOLOGY_DESCRIPTION, mw_words_get_language ())
                            : "");
}

static void
update (MwMeetingMatrix *self)
{
  for (guint p = 0; p < MW_N_PROFILES; p++)
    update_cell (self, p);
  update_words (self);
}

static void
mw_meeting_matrix_dispose (GObject *object)
{
  g_clear_pointer (&MW_MEETING_MATRIX (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (mw_meeting_matrix_parent_class)->dispose (object);
}

static void
mw_meeting_matrix_class_init (MwMeetingMatrixClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_meeting_matrix_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "meetingmatrix");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[MOVED] = g_signal_new ("moved", MW_TYPE_MEETING_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
append_cells (MwMeetingMatrix *self)
{
  const char *const rows[N_ROWS] = { _ ("impending"), _ ("situational"), _ ("structural"), _ ("complex") };

  gtk_grid_attach (self->grid, new_label (_ ("wants contact"), 0.5), 1, 0, 1, 1);
  gtk_grid_attach (self->grid, new_label (_ ("not clearly"), 0.5), 2, 0, 1, 1);
  for (guint r = 0; r < N_ROWS; r++)
    gtk_grid_attach (self->grid, new_label (rows[r], 0), 0, (int) r + 1, 1, 1);
  for (guint p = 0; p < MW_N_PROFILES; p++)
    {
      self->cells[p] = new_label ("", 0.5);
      gtk_widget_add_css_class (self->cells[p], "profile");
      gtk_widget_set_hexpand (self->cells[p], TRUE);
      gtk_grid_attach (self->grid, self->cells[p], (int) p % N_COLUMNS + 1, (int) p / N_COLUMNS + 1, 1, 1);
    }
}

static void
mw_meeting_matrix_init (MwMeetingMatrix *self)
{
  self->proposed = -1;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->grid = GTK_GRID (gtk_grid_new ());
  append_cells (self);
  self->place_label = GTK_LABEL (new_label ("", 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->place_label), "wall-heading");
  self->description_label = GTK_LABEL (new_label ("", 0));
  gtk_label_set_ellipsize (self->description_label, PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->place_label));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->description_label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("The eight profiles"), -1);
  mw_meeting_matrix_set_text_size (self, 32);
  update (self);
}

void
mw_meeting_matrix_set_place (MwMeetingMatrix *self, MwProfileSet candidates)
{
  MwProfile profile;
  gboolean moved = mw_meeting_matrix_is_moved (self);

  self->candidates = candidates == MW_PROFILE_SET_ALL ? 0 : candidates;
  if (!moved)
    self->proposed = mw_profile_set_is_single (self->candidates, &profile) ? (int) profile : -1;
  update (self);
}

gboolean
mw_meeting_matrix_get_proposed (MwMeetingMatrix *self, MwProfile *profile)
{
  if (self->proposed >= 0)
    *profile = (MwProfile) self->proposed;

  return self->proposed >= 0;
}

static int
get_first (MwMeetingMatrix *self)
{
  for (guint p = 0; p < MW_N_PROFILES; p++)
    if (is_candidate (self, p))
      return (int) p;

  return 0;
}

void
mw_meeting_matrix_move (MwMeetingMatrix *self, int columns, int rows)
{
  int column = self->proposed % N_COLUMNS;
  int row = self->proposed / N_COLUMNS;

  if (self->proposed < 0)
    self->proposed = get_first (self); /* the first key shows the frame */
  else
    self->proposed = CLAMP (row + rows, 0, N_ROWS - 1) * N_COLUMNS + CLAMP (column + columns, 0, N_COLUMNS - 1);
  update (self);
  g_signal_emit (self, signals[MOVED], 0);
}

gboolean
mw_meeting_matrix_is_moved (MwMeetingMatrix *self)
{
  return self->proposed >= 0 && self->candidates != MW_PROFILE_SET_OF (self->proposed);
}

void
mw_meeting_matrix_set_text_size (MwMeetingMatrix *self, int text_size)
{
  gtk_grid_set_row_spacing (self->grid, (guint) text_size / 5);
  gtk_grid_set_column_spacing (self->grid, (guint) text_size / 2);
  gtk_widget_set_margin_top (GTK_WIDGET (self->place_label), text_size / 3);
  gtk_label_set_lines (self->description_label, 3);
}
