/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-comparison-page.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-comparison-case.h"
#include "mw-comparison-columns.h"
#include "mw-comparison-grid.h"
#include "mw-comparison-heads.h"
#include "mw-comparison-words.h"
#include "mw-comparison.h"

struct _MwComparisonPage
{
  GtkWidget parent_instance;

  GtkWidget *back_button;
  GtkLabel *count_label;
  GtkCheckButton *only_check;
  MwComparisonCase *case_box;
  MwComparisonHeads *heads;
  GtkScrolledWindow *scroller;
  MwComparisonGrid *grid;
  GtkLabel *upper_label; /* the heading of the line of which only the lower part is seen */

  MwCatalogue *catalogue;
  MwComparisonSet *set;
  MwOrganisationFile *organisation; /* (nullable) */
  GPtrArray *loaded; /* of MwIntervention, in no order */
  GPtrArray *shown;  /* of MwIntervention, in the order of the columns */
  GCancellable *loading;
  guint upper_id;
};

enum
{
  OPENED,
  NOT_FOUND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwComparisonPage, mw_comparison_page, GTK_TYPE_WIDGET)

static gboolean
on_upper_due (gpointer data)
{
  MwComparisonPage *self = data;
  MwComparisonLine line;
  MwLikeness likeness;
  gboolean found = mw_comparison_grid_find_upper (self->grid, &line, &likeness);

  self->upper_id = 0;
  if (found)
    {
      g_autofree char *text = g_strdup_printf ("%s  %s", mw_comparison_words_get_sign (likeness),
                                               mw_comparison_words_get_line (line));

      gtk_label_set_label (self->upper_label, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->upper_label), found);

  return G_SOURCE_REMOVE;
}

/* Not while the page is being laid out. */
static void
on_scrolled (MwComparisonPage *self)
{
  if (!self->upper_id)
    self->upper_id = g_idle_add (on_upper_due, self);
}

static MwIntervention *
find_loaded (MwComparisonPage *self, const char *id)
{
  for (guint i = 0; i < self->loaded->len; i++)
    if (g_str_equal (((MwIntervention *) self->loaded->pdata[i])->id, id))
      return self->loaded->pdata[i];

  return NULL;
}

static void
show_count (MwComparisonPage *self)
{
  guint n_different;
  guint n_lines = mw_comparison_grid_get_n_lines (self->grid, &n_different);
  /* Translators: of the headings under which interventions are compared, how many differ; then what the mark means */
  g_autofree char *text = g_strdup_printf (ngettext ("%u of %u heading differs  ·  ◆ not in all of them",
                                                     "%u of %u headings differ  ·  ◆ not in all of them", n_different),
                                           n_different, n_lines);

  gtk_label_set_label (self->count_label, text);
}

/* The column that was worked in keeps the keyboard, wherever it is now. */
static void
show_columns (MwComparisonPage *self, const char *focused_id, MwComparisonButton button)
{
  MwIntervention **interventions = (MwIntervention **) self->shown->pdata;
  MwOrganisation *organisation = self->organisation ? mw_organisation_file_get (self->organisation) : NULL;

  mw_comparison_heads_show (self->heads, interventions, self->shown->len);
  mw_comparison_grid_show (self->grid, interventions, self->shown->len, organisation);
  show_count (self);
  on_scrolled (self);
  for (guint i = 0; focused_id && i < self->shown->len; i++)
    if (g_str_equal (interventions[i]->id, focused_id))
      mw_comparison_head_focus_button (mw_comparison_heads_get (self->heads, i), button);
}

/* Shows the set once all of it is there. */
static void
update (MwComparisonPage *self)
{
  MwIntervention *focused = mw_comparison_page_get_focused (self);
  int column = mw_comparison_columns_find (gtk_widget_get_focus_child (GTK_WIDGET (self->heads)));
  MwComparisonButton button
    = column >= 0 ? mw_comparison_head_get_focused (mw_comparison_heads_get (self->heads, (guint) column)) : MW_COMPARISON_OPEN;
  g_autofree char *focused_id = focused ? g_strdup (focused->id) : NULL;
  gboolean first = self->shown->len == 0;
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func ((GDestroyNotify) mw_intervention_unref);

  for (guint c = 0; c < mw_comparison_set_get_n (self->set); c++)
    {
      MwIntervention *intervention = find_loaded (self, mw_comparison_set_get_id (self->set, c));

      if (!intervention)
        return;
      g_ptr_array_add (shown, mw_intervention_ref (intervention));
    }
  if (shown->len == 0)
    return;

  g_ptr_array_unref (self->shown);
  self->shown = g_steal_pointer (&shown);
  show_columns (self, focused_id, button);
  if (first && gtk_widget_get_focus_child (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  if (focused && !mw_comparison_page_get_focused (self)) /* its column is gone */
    mw_comparison_head_focus_button (mw_comparison_heads_get (self->heads, 0), MW_COMPARISON_OPEN);
}

/* One that is asked for; @id outlives the page. */
typedef struct
{
  MwComparisonPage *page;
  char *id;
} Asked;

static void
on_intervention (GObject *source, GAsyncResult *result, gpointer data)
{
  Asked *asked = data;
  g_autoptr (MwComparisonPage) self = asked->page;
  g_autofree char *id = asked->id;
  g_autoptr (GError) error = NULL;
  MwIntervention *intervention = mw_catalogue_get_intervention_finish (MW_CATALOGUE (source), result, &error);

  g_free (asked);
  if (!self->catalogue || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_pointer (&intervention, mw_intervention_unref);
      return;
    }
  if (!intervention)
    {
      mw_comparison_set_remove (self->set, id);
      g_signal_emit (self, signals[NOT_FOUND], 0, id);
      return;
    }

  g_ptr_array_add (self->loaded, intervention);
  update (self);
}

static void
on_set_changed (MwComparisonPage *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  for (guint i = self->loaded->len; i > 0; i--)
    if (!mw_comparison_set_has (self->set, ((MwIntervention *) self->loaded->pdata[i - 1])->id))
      g_ptr_array_remove_index (self->loaded, i - 1);
  update (self);
  for (guint c = 0; c < mw_comparison_set_get_n (self->set); c++)
    if (!find_loaded (self, mw_comparison_set_get_id (self->set, c)))
      {
        Asked *asked = g_new0 (Asked, 1);

        asked->page = g_object_ref (self);
        asked->id = g_strdup (mw_comparison_set_get_id (self->set, c));
        mw_catalogue_get_intervention_async (self->catalogue, asked->id, self->loading, on_intervention, asked);
      }
}

/* What was read from the one before is out of date; it stays on the screen until the new one has answered. */
static void
on_catalogue_changed (MwComparisonPage *self)
{
  g_ptr_array_set_size (self->loaded, 0);
  on_set_changed (self);
}

static void
on_only_toggled (MwComparisonPage *self)
{
  mw_comparison_grid_set_only_differences (self->grid, gtk_check_button_get_active (self->only_check));
  on_scrolled (self);
}

static void
on_open (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[OPENED], 0, g_variant_get_string (parameter, NULL));
}

static void
on_move (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *id;
  gboolean forward;

  g_variant_get (parameter, "(&sb)", &id, &forward);
  mw_comparison_set_move (MW_COMPARISON_PAGE (widget)->set, id, forward);
}

static void
on_remove (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mw_comparison_set_remove (MW_COMPARISON_PAGE (widget)->set, g_variant_get_string (parameter, NULL));
}

/* @parameter: (nullable): the direction; without one the column goes */
static gboolean
on_column_key (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  MwComparisonPage *self = MW_COMPARISON_PAGE (widget);
  MwIntervention *focused = mw_comparison_page_get_focused (self);

  if (!focused)
    return FALSE;

  if (parameter)
    mw_comparison_set_move (self->set, focused->id, g_variant_get_boolean (parameter));
  else
    mw_comparison_set_remove (self->set, focused->id);

  return TRUE;
}

static gboolean
mw_comparison_page_grab_focus (GtkWidget *widget)
{
  MwComparisonPage *self = MW_COMPARISON_PAGE (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->grid)) || gtk_widget_grab_focus (self->back_button)
         || gtk_widget_grab_focus (GTK_WIDGET (self->only_check));
}

static void
mw_comparison_page_dispose (GObject *object)
{
  MwComparisonPage *self = MW_COMPARISON_PAGE (object);
  GtkWidget *child;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->upper_id, g_source_remove);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->set);
  g_clear_object (&self->organisation);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_comparison_page_parent_class)->dispose (object);
}

static void
mw_comparison_page_finalize (GObject *object)
{
  MwComparisonPage *self = MW_COMPARISON_PAGE (object);

  g_ptr_array_unref (self->loaded);
  g_ptr_array_unref (self->shown);

  G_OBJECT_CLASS (mw_comparison_page_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  GdkModifierType both = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  gtk_widget_class_install_action (widget_class, "comparison.open", "s", on_open);
  gtk_widget_class_install_action (widget_class, "comparison.move", "(sb)", on_move);
  gtk_widget_class_install_action (widget_class, "comparison.remove", "s", on_remove);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, both, on_column_key, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, both, on_column_key, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, on_column_key, NULL);
}

static void
mw_comparison_page_class_init (MwComparisonPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_comparison_page_dispose;
  G_OBJECT_CLASS (class)->finalize = mw_comparison_page_finalize;
  widget_class->grab_focus = mw_comparison_page_grab_focus;
  signals[OPENED] = g_signal_new ("opened", MW_TYPE_COMPARISON_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
  signals[NOT_FOUND] = g_signal_new ("not-found", MW_TYPE_COMPARISON_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                     1, G_TYPE_STRING);

  g_type_ensure (MW_TYPE_COMPARISON_CASE);
  g_type_ensure (MW_TYPE_COMPARISON_HEADS);
  g_type_ensure (MW_TYPE_COMPARISON_GRID);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-comparison-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MwComparisonPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, MwComparisonPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, MwComparisonPage, only_check);
  gtk_widget_class_bind_template_child (widget_class, MwComparisonPage, case_box);
  gtk_widget_class_bind_template_child (widget_class, MwComparisonPage, heads);
  gtk_widget_class_bind_template_child (widget_class, MwComparisonPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MwComparisonPage, grid);
  gtk_widget_class_bind_template_child (widget_class, MwComparisonPage, upper_label);
  gtk_widget_class_bind_template_callback (widget_class, on_only_toggled);
  add_keys (widget_class);
}

static void
mw_comparison_page_init (MwComparisonPage *self)
{
  GtkAdjustment *horizontal, *vertical;

  self->loaded = g_ptr_array_new_with_free_func ((GDestroyNotify) mw_intervention_unref);
  self->shown = g_ptr_array_new_with_free_func ((GDestroyNotify) mw_intervention_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  mw_accessible_set_name (GTK_WIDGET (self->only_check), gtk_check_button_get_label (self->only_check));
  horizontal = gtk_scrolled_window_get_hadjustment (self->scroller);
  vertical = gtk_scrolled_window_get_vadjustment (self->scroller);
  mw_comparison_heads_set_adjustment (self->heads, horizontal);
  mw_comparison_grid_set_adjustments (self->grid, horizontal, vertical);
  g_signal_connect_object (vertical, "changed", G_CALLBACK (on_scrolled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (vertical, "value-changed", G_CALLBACK (on_scrolled), self, G_CONNECT_SWAPPED);
}

MwComparisonPage *
mw_comparison_page_new (MwCatalogue *catalogue, MwComparisonSet *set)
{
  MwComparisonPage *self = g_object_new (MW_TYPE_COMPARISON_PAGE, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->set = g_object_ref (set);
  g_signal_connect_object (set, "changed", G_CALLBACK (on_set_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (on_catalogue_changed), self, G_CONNECT_SWAPPED);
  on_set_changed (self);

  return self;
}

void
mw_comparison_page_set_organisation (MwComparisonPage *self, MwOrganisationFile *file)
{
  g_return_if_fail (self->organisation == NULL);

  g_set_object (&self->organisation, file);
  if (file)
    g_signal_connect_object (file, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

void
mw_comparison_page_set_case (MwComparisonPage *self, MwProfileSet profiles, const char *wishes)
{
  mw_comparison_case_show (self->case_box, profiles, wishes);
}

GPtrArray *
mw_comparison_page_get_shown (MwComparisonPage *self)
{
  return self->shown;
}

MwIntervention *
mw_comparison_page_get_focused (MwComparisonPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  int column = focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? mw_comparison_columns_find (focus) : -1;

  return column >= 0 && (guint) column < self->shown->len ? self->shown->pdata[column] : NULL;
}
