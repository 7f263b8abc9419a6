/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-situation-page.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-case-words.h"
#include "mw-chip-box.h"
#include "mw-date-button.h"
#include "mw-focus.h"
#include "mw-text-area.h"

struct _MwSituationPage
{
  GtkWidget parent_instance;

  GtkWidget *label_entry;
  GtkWidget *age_down;
  GtkWidget *status_down;
  GtkWidget *closed_label;
  GtkBox *action_box;
  GtkBox *texts_box;
  MwTextArea *action_area;
  MwDateButton *action_button;
  MwTextArea *wishes_area;
  MwTextArea *domain_areas[MW_N_DOMAINS];

  MwCase *one;
  gboolean showing;
};

enum
{
  CHANGED,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwSituationPage, mw_situation_page, GTK_TYPE_WIDGET)

static void
touch (MwSituationPage *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_left (MwSituationPage *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

/* The field of the case that an area shows. */
static char **
get_field (MwSituationPage *self, MwTextArea *area)
{
  if (area == self->action_area)
    return &self->one->next_action;
  if (area == self->wishes_area)
    return &self->one->wishes;
  for (guint d = 0; d < MW_N_DOMAINS; d++)
    if (area == self->domain_areas[d])
      return &self->one->domains[d];

  g_return_val_if_reached (NULL);
}

static void
on_area_changed (MwSituationPage *self, MwTextArea *area)
{
  g_autofree char *text = NULL;

  if (!self->one || self->showing)
    return;

  text = mw_text_area_dup_text (area);
  mw_case_set_text (get_field (self, area), text);
  touch (self);
}

static void
on_label_changed (MwSituationPage *self)
{
  if (!self->one || self->showing)
    return;

  mw_case_set_text (&self->one->label, gtk_editable_get_text (GTK_EDITABLE (self->label_entry)));
  touch (self);
}

static void
on_age_selected (MwSituationPage *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->age_down));

  if (!self->one || self->showing || selected >= MW_N_AGE_BANDS)
    return;

  self->one->age = selected;
  touch (self);
}

static void
show_closed (MwSituationPage *self)
{
  g_autofree char *day = mw_case_words_dup_day (self->one ? self->one->closed_day : 0);
  g_autofree char *text = g_strdup_printf (_ ("Closed since %s. A closed case stays in the list and can be opened again."), day);

  gtk_label_set_label (GTK_LABEL (self->closed_label), text);
  gtk_widget_set_visible (self->closed_label, *day != '\0');
}

static void
on_status_selected (MwSituationPage *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->status_down));

  if (!self->one || self->showing || selected >= MW_N_STATUSES)
    return;

  mw_case_set_status (self->one, selected, mw_case_words_get_today ());
  show_closed (self);
  touch (self);
}

static void
on_day_chosen (MwSituationPage *self)
{
  if (!self->one)
    return;

  self->one->next_day = mw_date_button_get_day (self->action_button);
  touch (self);
}

static MwTextArea *
append_area (MwSituationPage *self, GtkBox *box, const char *heading)
{
  MwTextArea *area = mw_text_area_new (heading);

  gtk_box_append (box, GTK_WIDGET (area));
  g_signal_connect_swapped (area, "changed", G_CALLBACK (on_area_changed), self);
  g_signal_connect_swapped (area, "left", G_CALLBACK (on_left), self);
  return area;
}

static void
fill_down (GtkWidget *down, const char *(*get_words) (guint), guint n_values, const char *name)
{
  GtkStringList *strings = gtk_string_list_new (NULL);

  for (guint v = 0; v < n_values; v++)
    gtk_string_list_append (strings, get_words (v));
  gtk_drop_down_set_model (GTK_DROP_DOWN (down), G_LIST_MODEL (strings));
  mw_accessible_set_name (down, name);
  g_object_unref (strings);
}

static const char *
get_age (guint age)
{
  return mw_case_words_get_age (age);
}

static const char *
get_status (guint status)
{
  return mw_case_words_get_status (status);
}

static gboolean
mw_situation_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MW_SITUATION_PAGE (widget)->label_entry);
}

static void
mw_situation_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_situation_page_parent_class)->dispose (object);
}

static void
mw_situation_page_class_init (MwSituationPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_situation_page_dispose;
  widget_class->grab_focus = mw_situation_page_grab_focus;
  widget_class->focus = mw_focus_children;
  signals[CHANGED]
    = g_signal_new ("changed", MW_TYPE_SITUATION_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT]
    = g_signal_new ("left", MW_TYPE_SITUATION_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MW_TYPE_CHIP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-situation-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MwSituationPage, label_entry);
  gtk_widget_class_bind_template_child (widget_class, MwSituationPage, age_down);
  gtk_widget_class_bind_template_child (widget_class, MwSituationPage, status_down);
  gtk_widget_class_bind_template_child (widget_class, MwSituationPage, closed_label);
  gtk_widget_class_bind_template_child (widget_class, MwSituationPage, action_box);
  gtk_widget_class_bind_template_child (widget_class, MwSituationPage, texts_box);
  gtk_widget_class_bind_template_callback (widget_class, on_label_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_age_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_status_selected);
}

static void
mw_situation_page_init (MwSituationPage *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_down (self->age_down, get_age, MW_N_AGE_BANDS, _ ("Age"));
  fill_down (self->status_down, get_status, MW_N_STATUSES, _ ("Status"));
  self->action_area = append_area (self, self->action_box, _ ("Next action"));
  self->action_button = mw_date_button_new (_ ("Day of the next action"), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->action_button), GTK_ALIGN_START);
  gtk_box_append (self->action_box, GTK_WIDGET (self->action_button));
  g_signal_connect_swapped (self->action_button, "changed", G_CALLBACK (on_day_chosen), self);
  self->wishes_area = append_area (self, self->texts_box, _ ("Needs and wishes"));
  for (guint d = 0; d < MW_N_DOMAINS; d++)
    self->domain_areas[d] = append_area (self, self->texts_box, mw_case_words_get_domain (d));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (self->label_entry, focus);
  self->showing = FALSE;
}

void
mw_situation_page_show (MwSituationPage *self, MwCase *one)
{
  self->one = one;
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->label_entry), one ? one->label : "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->age_down), one ? one->age : 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->status_down), one ? one->status : 0);
  mw_text_area_set_text (self->action_area, one ? one->next_action : "");
  mw_date_button_set_day (self->action_button, one ? one->next_day : 0);
  mw_text_area_set_text (self->wishes_area, one ? one->wishes : "");
  for (guint d = 0; d < MW_N_DOMAINS; d++)
    mw_text_area_set_text (self->domain_areas[d], one ? one->domains[d] : "");
  show_closed (self);
  self->showing = FALSE;
}

void
mw_situation_page_set_status (MwSituationPage *self, MwCaseStatus status)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->status_down), status);
}

void
mw_situation_page_mark (MwSituationPage *self, const char *search)
{
  mw_text_area_mark (self->action_area, search);
  mw_text_area_mark (self->wishes_area, search);
  for (guint d = 0; d < MW_N_DOMAINS; d++)
    mw_text_area_mark (self->domain_areas[d], search);
}

void
mw_situation_page_set_editable (MwSituationPage *self, gboolean editable)
{
  gtk_editable_set_editable (GTK_EDITABLE (self->label_entry), editable);
  gtk_widget_set_sensitive (self->age_down, editable);
  gtk_widget_set_sensitive (self->status_down, editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->action_button), editable);
  mw_text_area_set_editable (self->action_area, editable);
  mw_text_area_set_editable (self->wishes_area, editable);
  for (guint d = 0; d < MW_N_DOMAINS; d++)
    mw_text_area_set_editable (self->domain_areas[d], editable);
}
