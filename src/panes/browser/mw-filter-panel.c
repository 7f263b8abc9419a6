/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-filter-panel.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-filter-facet.h"
#include "mw-focus.h"
#include "mw-saved-filters-box.h"

struct _MwFilterPanel
{
  GtkWidget parent_instance;

  GtkWidget *clear_button;
  GtkWidget *done_button;
  MwSavedFiltersBox *saved_box;
  GtkBox *facets_box;
  GtkWidget *covered_box;
  GtkButton *list_button;

  MwFilterFacet *facets[MW_N_FACETS];
  gboolean unfolded; /* those that something was chosen of when the panel came up */
};

enum
{
  TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwFilterPanel, mw_filter_panel, GTK_TYPE_WIDGET)

/* What an adviser filters on most comes first, and is unfolded. */
static const MwFacet order[] = {
  MW_FACET_AUDIENCE, MW_FACET_FORM,     MW_FACET_OFFER,    MW_FACET_PERFORMED_BY, MW_FACET_LONELINESS,
  MW_FACET_EVIDENCE, MW_FACET_DURATION, MW_FACET_INTENSITY, MW_FACET_COSTS,       MW_FACET_TRAINING,
  MW_FACET_PROFILE,  MW_FACET_ROW,      MW_FACET_GROUP,     MW_FACET_DESCRIBED,
};
G_STATIC_ASSERT (G_N_ELEMENTS (order) == MW_N_FACETS);
#define N_UNFOLDED 2

static void
on_toggled (MwFilterPanel *self, guint facet, guint value, gboolean active)
{
  g_signal_emit (self, signals[TOGGLED], 0, facet, value, active);
}

/* The keyboard stays here: the button goes with what it cleared, and the search box may be out of sight. */
static void
on_clear (MwFilterPanel *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "browser.clear", NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
append_facet (MwFilterPanel *self, MwFacet facet, gboolean unfolded)
{
  MwFilterFacet *child = mw_filter_facet_new (facet);

  g_signal_connect_swapped (child, "toggled", G_CALLBACK (on_toggled), self);
  mw_filter_facet_set_expanded (child, unfolded);
  gtk_box_append (self->facets_box, GTK_WIDGET (child));
  self->facets[facet] = child;
}

static void
mw_filter_panel_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_filter_panel_parent_class)->dispose (object);
}

static gboolean
mw_filter_panel_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MW_FILTER_PANEL (widget)->facets[order[0]]));
}

static void
mw_filter_panel_class_init (MwFilterPanelClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_filter_panel_dispose;
  widget_class->grab_focus = mw_filter_panel_grab_focus;
  widget_class->focus = mw_focus_children;
  signals[TOGGLED] = g_signal_new ("toggled", MW_TYPE_FILTER_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_BOOLEAN);

  g_type_ensure (MW_TYPE_SAVED_FILTERS_BOX);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.show-filters", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-filter-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, MwFilterPanel, clear_button);
  gtk_widget_class_bind_template_child (widget_class, MwFilterPanel, done_button);
  gtk_widget_class_bind_template_child (widget_class, MwFilterPanel, saved_box);
  gtk_widget_class_bind_template_child (widget_class, MwFilterPanel, facets_box);
  gtk_widget_class_bind_template_child (widget_class, MwFilterPanel, covered_box);
  gtk_widget_class_bind_template_child (widget_class, MwFilterPanel, list_button);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
}

static void
mw_filter_panel_init (MwFilterPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    append_facet (self, order[i], i < N_UNFOLDED);
  mw_accessible_name_buttons (GTK_WIDGET (self));
}

MwFilterPanel *
mw_filter_panel_new (MwSavedFilters *saved)
{
  MwFilterPanel *self = g_object_new (MW_TYPE_FILTER_PANEL, NULL);

  mw_saved_filters_box_set_saved (self->saved_box, saved);

  return self;
}

static void
show_n_results (MwFilterPanel *self, guint n_results)
{
  g_autofree char *text
    = n_results > 0
        ? g_strdup_printf (ngettext ("S_how %u Intervention", "S_how %u Interventions", n_results), n_results)
        : g_strdup (_ ("No Interventions: S_how What to Leave Out"));

  gtk_button_set_label (self->list_button, text);
  mw_accessible_name_buttons (GTK_WIDGET (self->list_button));
}

void
mw_filter_panel_show (MwFilterPanel *self, const MwQuery *query, MwQueryResult *result)
{
  for (guint f = 0; f < MW_N_FACETS; f++)
    {
      mw_filter_facet_show (self->facets[f], query, result);
      if (query->filters[f] && !self->unfolded)
        mw_filter_facet_set_expanded (self->facets[f], TRUE);
    }
  self->unfolded = TRUE;
  gtk_widget_set_visible (self->clear_button, mw_query_count_filters (query) > 0);
  mw_saved_filters_box_show (self->saved_box, query);
  show_n_results (self, result->entries->len);
}

void
mw_filter_panel_set_covers (MwFilterPanel *self, gboolean covers)
{
  gtk_widget_set_visible (self->covered_box, covers);
}
