/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-offer-list.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-offer-change-words.h"

#define BINDING "mw-binding"

/* Where the parts of one item go. */
typedef struct
{
  MwChangeDetails *details;
  const char *before_heading;
  const char *after_heading;
} Target;

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer with_checks)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_widget_set_hexpand (label, TRUE);
  if (with_checks)
    {
      GtkWidget *check = gtk_check_button_new ();

      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), check);
    }
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_check (GtkListItem *item, GtkWidget *check, MwOfferRow *row, const char *name)
{
  /* Translators: a check beside a change of the offer */
  g_autofree char *words = g_strdup_printf (_ ("Take over: %s"), name);

  mw_accessible_set_name (check, words);
  g_object_set_data (G_OBJECT (item), BINDING,
                     g_object_bind_property (row, "chosen", check, "active", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE));
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer with_checks)
{
  MwOfferRow *row = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_widget_get_last_child (box);
  GtkWidget *widget = gtk_widget_get_parent (box);
  const char *kind = with_checks ? mw_offer_change_words_get_kind (mw_offer_change_words_get_row_kind (row)) : NULL;
  g_autofree char *what = mw_offer_change_words_dup_what (row);
  g_autofree char *name = mw_offer_change_words_dup_name (row);
  g_autofree char *parts = mw_offer_change_words_dup_parts (row);
  const char *older = row->older ? _ ("Older than what you have") : "";
  g_autofree char *markup = g_markup_printf_escaped (
    "<span size=\"90%%\">%s%s%s</span>\n<b>%s</b>%s<span size=\"90%%\">%s</span>%s<b>%s</b>", kind ? kind : "", kind ? "  ·  " : "",
    what, name, *parts ? "\n" : "", parts, *older ? "\n" : "", older);
  g_autofree char *accessible = kind ? g_strdup_printf ("%s: %s", kind, name) : g_strdup (name);
  g_autofree char *description = g_strdup_printf ("%s%s%s%s%s", what, *parts ? ". " : "", parts, *older ? ". " : "", older);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  if (with_checks)
    bind_check (item, gtk_widget_get_first_child (box), row, name);
  if (widget) /* the list's own item is what a screen reader stops at */
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GBinding *binding = g_object_steal_data (G_OBJECT (item), BINDING);

  if (binding)
    g_binding_unbind (binding);
}

GtkListItemFactory *
mw_offer_list_factory_new (gboolean with_checks)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GINT_TO_POINTER (with_checks));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GINT_TO_POINTER (with_checks));
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);

  return factory;
}

static void
append_part (const MwPartChange *part, const char *heading, gpointer data)
{
  Target *target = data;

  mw_change_details_append_part (target->details, part, heading, target->before_heading, target->after_heading);
}

void
mw_offer_list_show_details (MwChangeDetails *details,
                            MwOfferRow *row,
                            const char *kind,
                            const char *before_heading,
                            const char *after_heading)
{
  Target target = { details, before_heading, after_heading };
  g_autofree char *what = mw_offer_change_words_dup_what (row);
  g_autofree char *name = mw_offer_change_words_dup_name (row);

  mw_change_details_begin (details, kind, name);
  mw_change_details_append_text (details, what, "dim-label");
  mw_offer_change_words_foreach (row, append_part, &target);
}
