/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-offer-form.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-words.h"

struct _MwOfferForm
{
  GtkWidget parent_instance;

  GtkDropDown *status_drop;
  GtkWidget *provider_entry;
  GtkWidget *contact_entry;
  GtkWidget *waiting_entry;
  GtkTextView *remarks_view;

  gboolean updating;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwOfferForm, mw_offer_form, GTK_TYPE_WIDGET)

static GtkWidget *
get_entry (MwOfferForm *self, MwOfferText which)
{
  GtkWidget *entries[MW_N_OFFER_TEXTS] = { [MW_OFFER_PROVIDER] = self->provider_entry,
                                           [MW_OFFER_CONTACT] = self->contact_entry,
                                           [MW_OFFER_WAITING_TIME] = self->waiting_entry };

  return entries[which];
}

static char *
dup_typed (MwOfferForm *self, MwOfferText which)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->remarks_view);
  GtkTextIter start, end;

  if (get_entry (self, which))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (get_entry (self, which))));

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* A text that says the same stays as it is, so that the cursor keeps its place. */
static void
set_typed (MwOfferForm *self, MwOfferText which, const char *text)
{
  g_autofree char *before = dup_typed (self, which);

  if (g_str_equal (g_strstrip (before), text))
    return;
  if (get_entry (self, which))
    gtk_editable_set_text (GTK_EDITABLE (get_entry (self, which)), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->remarks_view), text, -1);
}

static void
on_typed (MwOfferForm *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[CHANGED], 0, FALSE);
}

static void
on_selected (MwOfferForm *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[CHANGED], 0, TRUE);
}

/* Not of the form itself, which would come back here. */
static gboolean
mw_offer_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MW_OFFER_FORM (widget)->status_drop));
}

static void
mw_offer_form_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_offer_form_parent_class)->dispose (object);
}

static void
mw_offer_form_class_init (MwOfferFormClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_offer_form_dispose;
  widget_class->grab_focus = mw_offer_form_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", MW_TYPE_OFFER_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_BOOLEAN);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-offer-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MwOfferForm, status_drop);
  gtk_widget_class_bind_template_child (widget_class, MwOfferForm, provider_entry);
  gtk_widget_class_bind_template_child (widget_class, MwOfferForm, contact_entry);
  gtk_widget_class_bind_template_child (widget_class, MwOfferForm, waiting_entry);
  gtk_widget_class_bind_template_child (widget_class, MwOfferForm, remarks_view);
}

static void
fill_statuses (MwOfferForm *self)
{
  g_autoptr (GtkStringList) statuses = gtk_string_list_new (NULL);

  for (guint s = 0; s < MW_N_OFFER_STATUSES; s++)
    gtk_string_list_take (statuses, mw_words_dup_facet_value (MW_FACET_OFFER, s));
  gtk_drop_down_set_model (self->status_drop, G_LIST_MODEL (statuses));
  gtk_drop_down_set_selected (self->status_drop, MW_OFFER_UNKNOWN);
}

static void
mw_offer_form_init (MwOfferForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mw_accessible_set_name (GTK_WIDGET (self->status_drop), _ ("Who offers it"));
  mw_accessible_set_name (self->provider_entry, _ ("Provider"));
  mw_accessible_set_name (self->contact_entry, _ ("Contact"));
  mw_accessible_set_name (self->waiting_entry, _ ("Waiting time"));
  mw_accessible_set_name (GTK_WIDGET (self->remarks_view), _ ("Remarks"));
  fill_statuses (self);

  g_signal_connect_swapped (self->status_drop, "notify::selected", G_CALLBACK (on_selected), self);
  for (guint t = 0; t < MW_OFFER_REMARKS; t++)
    g_signal_connect_swapped (get_entry (self, t), "changed", G_CALLBACK (on_typed), self);
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->remarks_view), "changed", G_CALLBACK (on_typed), self);
}

void
mw_offer_form_show (MwOfferForm *self, const MwOrganisationItem *offer)
{
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->status_drop, offer ? offer->status : MW_OFFER_UNKNOWN);
  for (guint t = 0; t < MW_N_OFFER_TEXTS; t++)
    set_typed (self, t, offer ? offer->texts[t] : "");
  self->updating = FALSE;
}

MwOrganisationItem *
mw_offer_form_dup_item (MwOfferForm *self, const char *id, const char *name)
{
  MwOrganisationItem *item = mw_organisation_item_new_offer (id, name, gtk_drop_down_get_selected (self->status_drop));

  for (guint t = 0; t < MW_N_OFFER_TEXTS; t++)
    {
      g_autofree char *text = dup_typed (self, t);

      mw_organisation_item_set_text (item, t, text);
    }

  return item;
}
