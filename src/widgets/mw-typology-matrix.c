/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-typology-matrix.h"

#include <glib/gi18n.h>

#include "mw-typology-texts.h"
#include "mw-words.h"

struct _MwTypologyMatrix
{
  GtkWidget parent_instance;

  GtkWidget *grid;
  GtkWidget *cells[MW_N_PROFILES];
  MwProfileSet candidates;
};

G_DEFINE_FINAL_TYPE (MwTypologyMatrix, mw_typology_matrix, GTK_TYPE_WIDGET)

static void
strike (GtkLabel *label, gboolean strike_through)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (strike_through)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (label, attributes);
}

static void
update_cell (MwTypologyMatrix *self, MwProfile profile)
{
  GtkWidget *cell = self->cells[profile];
  gboolean left = (self->candidates & MW_PROFILE_SET_OF (profile)) != 0;
  gboolean narrowed = self->candidates != MW_PROFILE_SET_ALL;
  g_autofree char *name = mw_words_dup_profile (profile);
  g_autofree char *words = NULL;

  gtk_widget_remove_css_class (cell, "candidate");
  gtk_widget_remove_css_class (cell, "ruled-out");
  if (narrowed)
    gtk_widget_add_css_class (cell, left ? "candidate" : "ruled-out");
  strike (GTK_LABEL (cell), !left);
  if (narrowed)
    words = g_strdup_printf (left ? _ ("%s: possible") : _ ("%s: ruled out by the answers"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, words ? words : name, -1);
  gtk_widget_set_tooltip_text (cell, words ? words : name);
}

static GtkWidget *
new_heading (const char *text, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static GtkWidget *
new_cell (MwProfile profile)
{
  GtkWidget *cell
    = gtk_label_new (mw_typology_texts_peek_profile (profile, MW_TYPOLOGY_NAME, MW_LANGUAGE_NL));

  gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (cell), 8);
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_widget_add_css_class (cell, "profile");

  return cell;
}

static void
mw_typology_matrix_dispose (GObject *object)
{
  g_clear_pointer (&MW_TYPOLOGY_MATRIX (object)->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (mw_typology_matrix_parent_class)->dispose (object);
}

static void
mw_typology_matrix_class_init (MwTypologyMatrixClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_typology_matrix_dispose;
  gtk_widget_class_set_css_name (widget_class, "matrix");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mw_typology_matrix_init (MwTypologyMatrix *self)
{
  /* Translators: the four rows of the small matrix, as short as can be */
  const char *const rows[] = { _ ("impending"), _ ("situational"), _ ("structural"), _ ("complex") };
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());

  self->candidates = MW_PROFILE_SET_ALL;
  self->grid = GTK_WIDGET (grid);
  gtk_grid_set_row_spacing (grid, 3);
  gtk_grid_set_column_spacing (grid, 4);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("The eight profiles"), -1);

  gtk_grid_attach (grid, new_heading (_ ("wants contact"), 0.5), 1, 0, 1, 1);
  gtk_grid_attach (grid, new_heading (_ ("not clearly"), 0.5), 2, 0, 1, 1);
  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    gtk_grid_attach (grid, new_heading (rows[r], 0), 0, (int) r + 1, 1, 1);
  for (guint p = 0; p < MW_N_PROFILES; p++)
    {
      self->cells[p] = new_cell (p);
      gtk_grid_attach (grid, self->cells[p], (int) p % 2 + 1, (int) p / 2 + 1, 1, 1);
      update_cell (self, p);
    }
}

void
mw_typology_matrix_set_candidates (MwTypologyMatrix *self, MwProfileSet candidates)
{
  if (self->candidates == candidates)
    return;

  self->candidates = candidates;
  for (guint p = 0; p < MW_N_PROFILES; p++)
    update_cell (self, p);
}

MwProfileSet
mw_typology_matrix_get_candidates (MwTypologyMatrix *self)
{
  return self->candidates;
}
