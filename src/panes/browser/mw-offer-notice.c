/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-offer-notice.h"

#include "mw-offer-words.h"

struct _MwOfferNotice
{
  GtkWidget parent_instance;

  GtkLabel *label;

  MwOrganisationFile *file; /* (nullable) */
  GPtrArray *missing;       /* (nullable) */
};

G_DEFINE_FINAL_TYPE (MwOfferNotice, mw_offer_notice, GTK_TYPE_WIDGET)

static void
add (GString *words, char *part)
{
  if (part)
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", part);
  g_free (part);
}

static void
update (MwOfferNotice *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (self->file)
    {
      add (words, mw_offer_words_dup_trouble (self->file));
      add (words, mw_offer_words_dup_conflicts (self->file));
    }
  add (words, mw_offer_words_dup_missing (self->missing));
  gtk_label_set_label (self->label, words->str);
  gtk_widget_set_visible (GTK_WIDGET (self), words->len > 0);
}

static void
mw_offer_notice_dispose (GObject *object)
{
  MwOfferNotice *self = MW_OFFER_NOTICE (object);
  GtkWidget *child;

  g_clear_object (&self->file);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_offer_notice_parent_class)->dispose (object);
}

static void
mw_offer_notice_class_init (MwOfferNoticeClass *class)
{
  G_OBJECT_CLASS (class)->dispose = mw_offer_notice_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
mw_offer_notice_init (MwOfferNotice *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "width-chars",
                              12, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "note");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
mw_offer_notice_set_file (MwOfferNotice *self, MwOrganisationFile *file)
{
  g_set_object (&self->file, file);
  g_signal_connect_object (file, "state-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
mw_offer_notice_set_missing (MwOfferNotice *self, GPtrArray *missing)
{
  GPtrArray *before = self->missing;

  self->missing = missing ? g_ptr_array_ref (missing) : NULL;
  g_clear_pointer (&before, g_ptr_array_unref);
  update (self);
}
