/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-case-filter.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-case-words.h"
#include "mw-chip-box.h"
#include "mw-words.h"

typedef enum
{
  ORDER_TOUCHED,
  ORDER_NEXT_ACTION,
} Order;

struct _MwCaseFilter
{
  GtkWidget parent_instance;

  GtkWidget *status_down;
  GtkWidget *profile_down;
  GtkWidget *order_down;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwCaseFilter, mw_case_filter, GTK_TYPE_WIDGET)

static int
compare_touched (gconstpointer a, gconstpointer b)
{
  const MwCaseHeading *one = *(MwCaseHeading *const *) a;
  const MwCaseHeading *other = *(MwCaseHeading *const *) b;

  if (one->touched != other->touched)
    return one->touched > other->touched ? -1 : 1;
  return one->id > other->id ? -1 : one->id < other->id;
}

/* The soonest first; those without one, and closed cases, come last. */
static int
compare_next_action (gconstpointer a, gconstpointer b)
{
  const MwCaseHeading *one = *(MwCaseHeading *const *) a;
  const MwCaseHeading *other = *(MwCaseHeading *const *) b;
  guint32 first = one->next_day && one->status != MW_STATUS_CLOSED ? one->next_day : G_MAXUINT32;
  guint32 second = other->next_day && other->status != MW_STATUS_CLOSED ? other->next_day : G_MAXUINT32;

  if (first != second)
    return first < second ? -1 : 1;
  return compare_touched (a, b);
}

static void
on_selected (MwCaseFilter *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
mw_case_filter_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_case_filter_parent_class)->dispose (object);
}

static void
mw_case_filter_class_init (MwCaseFilterClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_case_filter_dispose;
  signals[CHANGED] = g_signal_new ("changed", MW_TYPE_CASE_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MW_TYPE_CHIP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-case-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, MwCaseFilter, status_down);
  gtk_widget_class_bind_template_child (widget_class, MwCaseFilter, profile_down);
  gtk_widget_class_bind_template_child (widget_class, MwCaseFilter, order_down);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
}

static void
fill_downs (MwCaseFilter *self)
{
  GtkStringList *statuses = gtk_string_list_new ((const char *const[]){ _ ("Every status"), NULL });
  GtkStringList *profiles = gtk_string_list_new ((const char *const[]){ _ ("Every profile"), NULL });
  GtkStringList *orders = gtk_string_list_new ((const char *const[]){ _ ("Last written first"), _ ("Next action first"), NULL });

  for (guint s = 0; s < MW_N_STATUSES; s++)
    gtk_string_list_append (statuses, mw_case_words_get_status (s));
  for (guint p = 0; p < MW_N_PROFILES; p++)
    gtk_string_list_take (profiles, mw_words_dup_profile (p));
  gtk_string_list_append (profiles, _ ("Not clear yet"));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->status_down), G_LIST_MODEL (statuses));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->profile_down), G_LIST_MODEL (profiles));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->order_down), G_LIST_MODEL (orders));
  mw_accessible_set_name (self->status_down, _ ("Status"));
  mw_accessible_set_name (self->profile_down, _ ("Profile"));
  mw_accessible_set_name (self->order_down, _ ("Order of the Cases"));
  g_object_unref (statuses);
  g_object_unref (profiles);
  g_object_unref (orders);
}

static void
mw_case_filter_init (MwCaseFilter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_downs (self);
}

gboolean
mw_case_filter_passes (MwCaseFilter *self, const MwCaseHeading *heading)
{
  guint status = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->status_down));
  guint profile = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->profile_down));

  if (status > 0 && heading->status != status - 1)
    return FALSE;

  /* All profiles, each of them, not assessed. */
  if (profile > MW_N_PROFILES)
    return heading->profiles == 0 || heading->profiles == MW_PROFILE_SET_ALL;
  return profile == 0 || (heading->profiles & MW_PROFILE_SET_OF (profile - 1));
}

GCompareFunc
mw_case_filter_get_compare (MwCaseFilter *self)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->order_down)) == ORDER_NEXT_ACTION ? compare_next_action : compare_touched;
}

void
mw_case_filter_pass_all (MwCaseFilter *self)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->status_down), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->profile_down), 0);
}

void
mw_case_filter_reset (MwCaseFilter *self)
{
  mw_case_filter_pass_all (self);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->order_down), ORDER_TOUCHED);
}
