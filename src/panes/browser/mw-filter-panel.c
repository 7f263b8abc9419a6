/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-filter-panel.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-words.h"

typedef struct
{
  GtkWidget *check;
  GtkLabel *count_label;
  char *name;
} Value;

struct _MwFilterPanel
{
  GtkWidget parent_instance;

  GtkBox *facets_box;
  GtkWidget *done_button;

  Value values[MW_N_FACETS][MW_MAX_FACET_VALUES];
  gboolean updating;
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
  MW_FACET_AUDIENCE, MW_FACET_FORM,     MW_FACET_PERFORMED_BY, MW_FACET_LONELINESS, MW_FACET_EVIDENCE,
  MW_FACET_DURATION, MW_FACET_INTENSITY, MW_FACET_COSTS,       MW_FACET_TRAINING,   MW_FACET_PROFILE,
  MW_FACET_ROW,      MW_FACET_GROUP,    MW_FACET_DESCRIBED,
};
#define N_UNFOLDED 2

static void
on_toggled (GtkCheckButton *check, MwFilterPanel *self)
{
  guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "place"));

  if (!self->updating)
    g_signal_emit (self, signals[TOGGLED], 0, place / MW_MAX_FACET_VALUES, place % MW_MAX_FACET_VALUES,
                   gtk_check_button_get_active (check));
}

static GtkWidget *
new_value (MwFilterPanel *self, guint facet, guint v)
{
  Value *value = &self->values[facet][v];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name_label;

  value->name = mw_words_dup_facet_value (facet, v);
  value->check = gtk_check_button_new ();
  name_label = gtk_label_new (value->name);
  value->count_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (GTK_LABEL (name_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (name_label), 0);
  gtk_label_set_width_chars (GTK_LABEL (name_label), 8);
  gtk_widget_set_hexpand (name_label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (value->count_label), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (value->count_label), "numeric");
  gtk_box_append (GTK_BOX (box), name_label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (value->count_label));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (value->check), box);
  g_object_set_data (G_OBJECT (value->check), "place", GUINT_TO_POINTER (facet * MW_MAX_FACET_VALUES + v));
  g_signal_connect (value->check, "toggled", G_CALLBACK (on_toggled), self);

  return value->check;
}

static void
append_facet (MwFilterPanel *self, MwFacet facet, gboolean unfolded)
{
  GtkWidget *expander = gtk_expander_new (mw_words_get_facet (facet));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  for (guint v = 0; v < mw_facet_get_n_values (facet); v++)
    gtk_box_append (GTK_BOX (box), new_value (self, facet, v));
  gtk_widget_set_margin_start (box, 6);
  gtk_expander_set_child (GTK_EXPANDER (expander), box);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), unfolded);
  gtk_box_append (self->facets_box, expander);
}

static void
mw_filter_panel_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_filter_panel_parent_class)->dispose (object);
}

static void
mw_filter_panel_finalize (GObject *object)
{
  MwFilterPanel *self = MW_FILTER_PANEL (object);

  for (guint f = 0; f < MW_N_FACETS; f++)
    for (guint v = 0; v < MW_MAX_FACET_VALUES; v++)
      g_free (self->values[f][v].name);

  G_OBJECT_CLASS (mw_filter_panel_parent_class)->finalize (object);
}

static gboolean
mw_filter_panel_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MW_FILTER_PANEL (widget)->values[order[0]][0].check);
}

static void
mw_filter_panel_class_init (MwFilterPanelClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_filter_panel_dispose;
  G_OBJECT_CLASS (class)->finalize = mw_filter_panel_finalize;
  widget_class->grab_focus = mw_filter_panel_grab_focus;
  signals[TOGGLED] = g_signal_new ("toggled", MW_TYPE_FILTER_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_BOOLEAN);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-filter-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, MwFilterPanel, facets_box);
  gtk_widget_class_bind_template_child (widget_class, MwFilterPanel, done_button);
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
mw_filter_panel_new (void)
{
  return g_object_new (MW_TYPE_FILTER_PANEL, NULL);
}

void
mw_filter_panel_show (MwFilterPanel *self, const MwQuery *query, MwQueryResult *result)
{
  self->updating = TRUE;
  for (guint f = 0; f < MW_N_FACETS; f++)
    for (guint v = 0; v < mw_facet_get_n_values (f); v++)
      {
        Value *value = &self->values[f][v];
        gboolean active = (query->filters[f] & (1u << v)) != 0;
        g_autofree char *count = g_strdup_printf ("%u", result->counts[f][v]);
        g_autofree char *label = g_strdup_printf ("%s, %s", value->name, count);

        gtk_check_button_set_active (GTK_CHECK_BUTTON (value->check), active);
        gtk_label_set_label (value->count_label, count);
        gtk_widget_set_sensitive (value->check, active || result->counts[f][v] > 0);
        mw_accessible_set_name (value->check, label);
      }
  self->updating = FALSE;
}
