/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-filter-words.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-words.h"

static void
empty (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)))
    gtk_widget_unparent (child);
}

static GtkWidget *
new_button (guint constraint, guint value)
{
  GtkWidget *button = gtk_button_new ();

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "browser.drop");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(uu)", constraint, value);

  return button;
}

/* The wizard's profiles in as few words as will do. */
static char *
dup_candidates (MwProfileSet candidates)
{
  g_autofree char *names = mw_words_dup_profiles (candidates);

  if (mw_profile_set_count (candidates) <= 2)
    return g_strdup_printf (_ ("Typology: %s"), names);

  return g_strdup_printf (ngettext ("Typology: %u profile", "Typology: %u profiles", mw_profile_set_count (candidates)),
                          mw_profile_set_count (candidates));
}

/* Returns: (transfer full): what a constraint is called when it stands in the way */
static char *
dup_constraint (const MwQuery *query, guint constraint)
{
  GString *values;

  if (constraint == MW_QUERY_TEXT)
    return g_strdup_printf (_ ("the search for “%s”"), query->text);
  if (constraint == MW_QUERY_CANDIDATES)
    return dup_candidates (query->candidates);

  values = g_string_new (mw_words_get_facet (constraint));
  g_string_append (values, ": ");
  for (guint v = 0, n = 0; v < mw_facet_get_n_values (constraint); v++)
    if (query->filters[constraint] & (1u << v))
      {
        g_autofree char *value = mw_words_dup_facet_value (constraint, v);

        g_string_append_printf (values, "%s%s", n++ > 0 ? ", " : "", value);
      }

  return g_string_free (values, FALSE);
}

static void
append_suggestion (GtkWidget *box, const MwQuery *query, guint constraint, guint n_results)
{
  GtkWidget *button = new_button (constraint, MW_FILTER_ALL_VALUES);
  g_autofree char *name = dup_constraint (query, constraint);
  g_autofree char *text
    /* Translators: a button; a filter, and the number of interventions that come back without it */
    = g_strdup_printf (ngettext ("Drop %s (%u intervention)", "Drop %s (%u interventions)", n_results), name, n_results);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), label);
  mw_accessible_set_name (button, text);
  gtk_box_append (GTK_BOX (box), button);
}

void
mw_filter_words_fill_suggestions (GtkWidget *box, const MwQuery *query, const MwQueryResult *result)
{
  guint n_clearable = 0; /* what the last button would leave out as well */

  empty (box);
  for (guint c = 0; c < MW_N_CONSTRAINTS; c++)
    if (result->n_without[c] > 0)
      {
        append_suggestion (box, query, c, result->n_without[c]);
        n_clearable += c != MW_QUERY_CANDIDATES;
      }

  if (mw_query_count_filters (query) > n_clearable || n_clearable > 1)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_ ("C_lear Search and Filters"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "browser.clear");
      mw_accessible_name_buttons (button);
      gtk_box_append (GTK_BOX (box), button);
    }
}
