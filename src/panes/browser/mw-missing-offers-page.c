/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-missing-offers-page.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-offer-block.h"
#include "mw-offer-words.h"

struct _MwMissingOffersPage
{
  GtkWidget parent_instance;

  GtkLabel *intro_label;
  GtkWidget *close_button;
  GtkListView *list_view;
  GtkSingleSelection *selection;
  GtkWidget *shown_box;
  GtkLabel *name_label;
  MwOfferBlock *block;
  GtkWidget *remove_button;

  MwOrganisationFile *file;
  GtkStringList *names;
  GPtrArray *missing; /* (nullable) of MwOrganisationItem: beside the names */
  char *shown;        /* (nullable): id */
  gboolean updating;
};

enum
{
  CLOSED,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwMissingOffersPage, mw_missing_offers_page, GTK_TYPE_WIDGET)

static MwOrganisationItem *
get_selected (MwMissingOffersPage *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  return self->missing && position < self->missing->len ? g_ptr_array_index (self->missing, position) : NULL;
}

static void
show_selected (MwMissingOffersPage *self)
{
  MwOrganisationItem *item = get_selected (self);

  gtk_widget_set_visible (self->shown_box, item != NULL);
  if (!item || g_strcmp0 (item->id, self->shown) == 0)
    return;

  g_free (self->shown);
  self->shown = g_strdup (item->id);
  gtk_label_set_label (self->name_label, mw_offer_words_get_name (item));
  mw_offer_block_show (self->block, item->id, item->name);
}

static void
on_selected (MwMissingOffersPage *self)
{
  if (!self->updating)
    show_selected (self);
}

static void
on_state_changed (MwMissingOffersPage *self)
{
  gtk_widget_set_sensitive (self->remove_button, mw_organisation_file_is_editable (self->file));
}

static void
on_remove (MwMissingOffersPage *self)
{
  MwOrganisationItem *item
    = self->shown ? mw_organisation_lookup (mw_organisation_file_get (self->file), MW_ITEM_OFFER, self->shown) : NULL;
  g_autoptr (MwOrganisationItem) removed = NULL;

  if (!item || !mw_organisation_file_is_editable (self->file))
    return;

  mw_offer_block_flush (self->block);
  removed = mw_organisation_item_ref (mw_organisation_lookup (mw_organisation_file_get (self->file), MW_ITEM_OFFER, item->id));
  mw_organisation_file_set_item (self->file, mw_organisation_item_new_offer (removed->id, removed->name, MW_OFFER_UNKNOWN));
  gtk_widget_grab_focus (self->close_button);
  g_signal_emit (self, signals[REMOVED], 0, removed);
}

static void
on_close (MwMissingOffersPage *self)
{
  mw_offer_block_flush (self->block);
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const char *name = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);
  GtkWidget *row = gtk_widget_get_parent (label);

  gtk_label_set_label (GTK_LABEL (label), name);
  if (row)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
mw_missing_offers_page_grab_focus (GtkWidget *widget)
{
  MwMissingOffersPage *self = MW_MISSING_OFFERS_PAGE (widget);

  return gtk_widget_grab_focus (self->missing && self->missing->len > 0 ? GTK_WIDGET (self->list_view) : self->close_button);
}

static void
mw_missing_offers_page_dispose (GObject *object)
{
  MwMissingOffersPage *self = MW_MISSING_OFFERS_PAGE (object);
  GtkWidget *child;

  if (self->file)
    g_signal_handlers_disconnect_by_data (self->file, self);
  g_clear_object (&self->file);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (mw_missing_offers_page_parent_class)->dispose (object);
}

static void
mw_missing_offers_page_class_init (MwMissingOffersPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_missing_offers_page_dispose;
  widget_class->grab_focus = mw_missing_offers_page_grab_focus;
  signals[CLOSED]
    = g_signal_new ("closed", MW_TYPE_MISSING_OFFERS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", MW_TYPE_MISSING_OFFERS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   MW_TYPE_ORGANISATION_ITEM);
  g_type_ensure (MW_TYPE_OFFER_BLOCK);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-missing-offers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MwMissingOffersPage, intro_label);
  gtk_widget_class_bind_template_child (widget_class, MwMissingOffersPage, close_button);
  gtk_widget_class_bind_template_child (widget_class, MwMissingOffersPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, MwMissingOffersPage, selection);
  gtk_widget_class_bind_template_child (widget_class, MwMissingOffersPage, names);
  gtk_widget_class_bind_template_child (widget_class, MwMissingOffersPage, shown_box);
  gtk_widget_class_bind_template_child (widget_class, MwMissingOffersPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, MwMissingOffersPage, block);
  gtk_widget_class_bind_template_child (widget_class, MwMissingOffersPage, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
}

static void
mw_missing_offers_page_init (MwMissingOffersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mw_accessible_name_buttons (GTK_WIDGET (self));
}

MwMissingOffersPage *
mw_missing_offers_page_new (MwOrganisationFile *file)
{
  MwMissingOffersPage *self = g_object_new (MW_TYPE_MISSING_OFFERS_PAGE, NULL);

  self->file = g_object_ref (file);
  mw_offer_block_set_file (self->block, file);
  g_signal_connect_object (file, "state-changed", G_CALLBACK (on_state_changed), self, G_CONNECT_SWAPPED);
  on_state_changed (self);

  return self;
}

void
mw_missing_offers_page_show (MwMissingOffersPage *self, GPtrArray *missing)
{
  g_autoptr (GPtrArray) before = self->missing;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint selected = 0;

  self->missing = missing ? g_ptr_array_ref (missing) : NULL;
  for (guint i = 0; missing && i < missing->len; i++)
    {
      const MwOrganisationItem *item = g_ptr_array_index (missing, i);

      g_ptr_array_add (names, (char *) mw_offer_words_get_name (item));
      if (g_strcmp0 (item->id, self->shown) == 0)
        selected = i;
    }
  gtk_label_set_label (self->intro_label,
                       names->len > 0 ? _ ("Your offer has these interventions, but the catalogue that is open now does not. What is "
                                           "filled in about them is kept, and can be changed or removed here.")
                                      : _ ("Everything in your offer is in the catalogue."));
  g_ptr_array_add (names, NULL);
  self->updating = TRUE;
  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)),
                          (const char *const *) names->pdata);
  gtk_single_selection_set_selected (self->selection, selected);
  self->updating = FALSE;
  show_selected (self);
}
