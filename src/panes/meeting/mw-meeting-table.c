/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-meeting-table.h"

#include <glib/gi18n.h>

#include "mw-meeting-words.h"
#include "mw-words.h"

/* The rows: the verdict of the case, what the typology says, and these facets of the catalogue. */
static const MwFacet facets[]
  = { MW_FACET_EVIDENCE, MW_FACET_LONELINESS, MW_FACET_DURATION, MW_FACET_INTENSITY, MW_FACET_COSTS };
#define N_ROWS (2 + G_N_ELEMENTS (facets))

guint
mw_meeting_table_get_columns (int width, int height)
{
  return width * 4 >= height * 7 ? 3 : 2;
}

static const char *
get_heading (guint row)
{
  /* Translators: the first column of a table in very large type: as short as can be */
  static const char *const words[N_ROWS] = {
    N_ ("Verdict"), N_ ("Fits here"), N_ ("Research"), N_ ("Lonely"), N_ ("Duration"), N_ ("How often"), N_ ("Costs"),
  };

  return _ (words[row]);
}

static char *
dup_facet (MwIntervention *intervention, MwFacet facet)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  for (guint v = 0; v < mw_facet_get_n_values (facet); v++)
    if (intervention->facets[facet] & (1u << v))
      g_ptr_array_add (values, mw_words_dup_facet_value (facet, v));
  g_ptr_array_add (values, NULL);

  return values->len > 1 ? mw_words_join ((char **) values->pdata) : g_strdup (_ ("Not stated"));
}

/* Whether the overview of the publication names it for the place of the case. */
static char *
dup_fit (const MwRoomView *view, MwIntervention *intervention)
{
  MwAssessment assessment;
  MwProfileSet fitting;

  mw_assessment_evaluate (&view->answers, &assessment);
  fitting = intervention->fits & assessment.candidates;
  if (!view->assessed || assessment.candidates == MW_PROFILE_SET_ALL)
    return g_strdup (_ ("Not placed yet"));
  if (!fitting)
    return g_strdup (_ ("No"));
  if ((fitting & intervention->guidance) == fitting)
    return g_strdup (_ ("With guidance"));

  return g_strdup (fitting == assessment.candidates ? _ ("Yes") : _ ("In part"));
}

static char *
dup_cell (const MwRoomView *view, const MwRoomOption *option, MwIntervention *intervention, guint row)
{
  if (row == 0)
    return g_strdup (mw_meeting_words_get_verdict (option->verdict));
  if (!intervention)
    return g_strdup (row > 1 ? "–" : option->own_text ? _ ("Own idea") : _ ("Not in the catalogue"));

  return row == 1 ? dup_fit (view, intervention) : dup_facet (intervention, facets[row - 2]);
}

static GtkWidget *
new_cell (const char *text, int lines)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  /* All ask for the same, so that they share what there is. */
  gtk_label_set_width_chars (GTK_LABEL (label), 3);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 3);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static void
append_option (GtkGrid *grid, const MwRoomView *view, const MwRoomOption *option, MwIntervention *intervention, int column)
{
  g_autofree char *name = mw_meeting_words_dup_option (option);
  GtkWidget *head = new_cell (name, 2);

  gtk_widget_add_css_class (head, "wall-heading");
  gtk_grid_attach (grid, head, column, 0, 1, 1);
  for (guint r = 0; r < N_ROWS; r++)
    {
      g_autofree char *text = dup_cell (view, option, intervention, r);
      GtkWidget *cell = new_cell (text, r == 2 ? 2 : 1);
      g_autofree char *spoken = g_strdup_printf ("%s, %s: %s", name, get_heading (r), text);

      gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
      gtk_grid_attach (grid, cell, column, (int) r + 1, 1, 1);
    }
}

GtkWidget *
mw_meeting_table_new (const MwRoomView *view, GHashTable *interventions, guint first, guint n_columns, int text_size)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());

  gtk_grid_set_column_spacing (grid, (guint) text_size / 2);
  gtk_grid_set_row_spacing (grid, (guint) text_size / 4);
  gtk_widget_add_css_class (GTK_WIDGET (grid), "wall-table");
  for (guint r = 0; r < N_ROWS; r++)
    {
      GtkWidget *heading = gtk_label_new (get_heading (r));

      gtk_label_set_xalign (GTK_LABEL (heading), 0);
      gtk_label_set_yalign (GTK_LABEL (heading), 0);
      gtk_grid_attach (grid, heading, 0, (int) r + 1, 1, 1);
    }
  for (guint c = 0; c < n_columns && first + c < view->options->len; c++)
    {
      const MwRoomOption *option = g_ptr_array_index (view->options, first + c);

      append_option (grid, view, option, g_hash_table_lookup (interventions, option->id), (int) c + 1);
    }

  return GTK_WIDGET (grid);
}

static void
append_said (GString *text, const char *heading, const char *said)
{
  if (*said)
    g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", heading, said);
}

void
mw_meeting_table_add_blocks (GPtrArray *blocks, const MwRoomView *view, GHashTable *interventions)
{
  for (guint i = 0; i < view->options->len; i++)
    {
      const MwRoomOption *option = g_ptr_array_index (view->options, i);
      MwIntervention *intervention = g_hash_table_lookup (interventions, option->id);
      g_autofree char *name = mw_meeting_words_dup_option (option);
      GString *text = g_string_new (NULL);

      append_said (text, get_heading (0), mw_meeting_words_get_verdict (option->verdict));
      append_said (text, _ ("Because"), option->reason);
      append_said (text, _ ("Referred to"), option->referred_to);
      for (guint s = 0; s < MW_N_KNOWLEDGES; s++)
        append_said (text, mw_meeting_words_get_knowledge (s), option->appraisals[s]);
      for (guint r = 1; intervention && r < N_ROWS; r++)
        {
          g_autofree char *cell = dup_cell (view, option, intervention, r);

          append_said (text, get_heading (r), cell);
        }
      mw_meeting_blocks_add (blocks, name, text->str);
      g_string_free (text, TRUE);
    }
}
