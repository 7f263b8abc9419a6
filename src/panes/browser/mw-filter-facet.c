/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-filter-facet.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-focus.h"
#include "mw-fold.h"
#include "mw-words.h"

typedef struct
{
  GtkWidget *check;
  GtkLabel *count_label;
  char *name;
} Value;

struct _MwFilterFacet
{
  GtkWidget parent_instance;

  MwFold *fold;
  GtkBox *values_box;

  MwFacet facet;
  Value values[MW_MAX_FACET_VALUES];
  gboolean updating;
};

enum
{
  TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwFilterFacet, mw_filter_facet, GTK_TYPE_WIDGET)

static void
on_toggled (GtkCheckButton *check, MwFilterFacet *self)
{
  guint v = 0;

  if (self->updating)
    return;

  while (self->values[v].check != GTK_WIDGET (check))
    v++;
  g_signal_emit (self, signals[TOGGLED], 0, self->facet, v, gtk_check_button_get_active (check));
}

static void
append_value (MwFilterFacet *self, guint v)
{
  Value *value = &self->values[v];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name_label;

  value->name = mw_words_dup_facet_value (self->facet, v);
  value->check = gtk_check_button_new ();
  name_label = gtk_label_new (value->name);
  value->count_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (GTK_LABEL (name_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (name_label), 0);
  gtk_label_set_width_chars (GTK_LABEL (name_label), 8);
  gtk_widget_set_hexpand (name_label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (value->count_label), "count");
  gtk_widget_add_css_class (GTK_WIDGET (value->count_label), "numeric");
  gtk_box_append (GTK_BOX (box), name_label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (value->count_label));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (value->check), box);
  g_signal_connect (value->check, "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (self->values_box, value->check);
}

static void
show_value (Value *value, gboolean active, guint n)
{
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *label = NULL;

  if (n > 0)
    label = g_strdup_printf ("%s, %s", value->name, count);
  else
    /* Translators: for a screen reader: what may be filtered on, and that it would give nothing */
    label = g_strdup_printf (_ ("%s, no interventions"), value->name);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (value->check), active);
  gtk_label_set_label (value->count_label, count);
  if (n > 0)
    gtk_widget_remove_css_class (value->check, "none");
  else
    gtk_widget_add_css_class (value->check, "none");
  mw_accessible_set_name (value->check, label);
}

static void
show_heading (MwFilterFacet *self, guint n_chosen)
{
  g_autofree char *chosen = g_strdup_printf (ngettext ("%u chosen", "%u chosen", n_chosen), n_chosen);

  mw_fold_set_heading (self->fold, mw_words_get_facet (self->facet), n_chosen > 0 ? chosen : NULL);
}

static void
mw_filter_facet_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_filter_facet_parent_class)->dispose (object);
}

static void
mw_filter_facet_finalize (GObject *object)
{
  for (guint v = 0; v < MW_MAX_FACET_VALUES; v++)
    g_free (MW_FILTER_FACET (object)->values[v].name);

  G_OBJECT_CLASS (mw_filter_facet_parent_class)->finalize (object);
}

/* To its first value when it is unfolded. */
static gboolean
mw_filter_facet_grab_focus (GtkWidget *widget)
{
  MwFilterFacet *self = MW_FILTER_FACET (widget);

  return gtk_widget_grab_focus (mw_fold_get_expanded (self->fold) ? self->values[0].check : GTK_WIDGET (self->fold));
}

static void
mw_filter_facet_class_init (MwFilterFacetClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_filter_facet_dispose;
  G_OBJECT_CLASS (class)->finalize = mw_filter_facet_finalize;
  widget_class->grab_focus = mw_filter_facet_grab_focus;
  widget_class->focus = mw_focus_children;
  signals[TOGGLED] = g_signal_new ("toggled", MW_TYPE_FILTER_FACET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_BOOLEAN);

  g_type_ensure (MW_TYPE_FOLD);
  gtk_widget_class_set_css_name (widget_class, "facet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-filter-facet.ui");
  gtk_widget_class_bind_template_child (widget_class, MwFilterFacet, fold);
  gtk_widget_class_bind_template_child (widget_class, MwFilterFacet, values_box);
}

static void
mw_filter_facet_init (MwFilterFacet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MwFilterFacet *
mw_filter_facet_new (MwFacet facet)
{
  MwFilterFacet *self = g_object_new (MW_TYPE_FILTER_FACET, NULL);

  self->facet = facet;
  mw_accessible_set_name (GTK_WIDGET (self), mw_words_get_facet (facet));
  for (guint v = 0; v < mw_facet_get_n_values (facet); v++)
    append_value (self, v);
  show_heading (self, 0);

  return self;
}

void
mw_filter_facet_show (MwFilterFacet *self, const MwQuery *query, MwQueryResult *result)
{
  guint32 filter = query->filters[self->facet];
  guint n_chosen = 0;

  self->updating = TRUE;
  for (guint v = 0; v < mw_facet_get_n_values (self->facet); v++)
    {
      gboolean active = (filter & (1u << v)) != 0;

      show_value (&self->values[v], active, result->counts[self->facet][v]);
      n_chosen += active ? 1 : 0;
    }
  show_heading (self, n_chosen);
  self->updating = FALSE;
}

void
mw_filter_facet_set_expanded (MwFilterFacet *self, gboolean expanded)
{
  mw_fold_set_expanded (self->fold, expanded);
}
