/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-offer-block.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-offer-form.h"
#include "mw-offer-words.h"
#include "mw-organisation-merge.h"

#define PAUSE 1000 /* ms */

struct _MwOfferBlock
{
  GtkWidget parent_instance;

  GtkToggleButton *change_button;
  GtkLabel *summary_label;
  GtkLabel *facts_label;
  GtkWidget *conflict_box;
  GtkLabel *conflict_label;
  GtkWidget *mine_button;
  GtkWidget *theirs_button;
  MwOfferForm *form;
  GtkLabel *state_label;
  GtkWidget *refer_button;
  GtkWidget *whom_box;
  GtkLabel *whom_label;
  GtkWidget *copy_button;

  MwOrganisationFile *file; /* (nullable) */
  char *id;                 /* (nullable) */
  char *name;
  guint timer_id; /* something is typed that was not handed over yet */
  gboolean case_open;
};

G_DEFINE_FINAL_TYPE (MwOfferBlock, mw_offer_block, GTK_TYPE_WIDGET)

static MwOrganisationItem *
get_offer (MwOfferBlock *self)
{
  return self->file && self->id
           ? mw_organisation_lookup (mw_organisation_file_get (self->file), MW_ITEM_OFFER, self->id)
           : NULL;
}

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static const MwOrganisationConflict *
find_conflict (MwOfferBlock *self)
{
  GPtrArray *conflicts = self->file ? mw_organisation_file_get_conflicts (self->file) : NULL;

  for (guint i = 0; conflicts && i < conflicts->len; i++)
    {
      const MwOrganisationConflict *conflict = g_ptr_array_index (conflicts, i);

      if (g_strcmp0 (conflict->mine->id, self->id) == 0)
        return conflict;
    }

  return NULL;
}

static void
update_conflict (MwOfferBlock *self)
{
  const MwOrganisationConflict *conflict = find_conflict (self);
  g_autofree char *status = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->conflict_box, conflict != NULL);
  if (!conflict)
    return;

  if (conflict->mine->kind == MW_ITEM_OWN)
    words = g_strdup (_ ("A colleague changed this intervention at the same time as you. You see what your colleague wrote; "
                         "what you wrote is kept until you choose."));
  else
    {
      status = mw_offer_words_dup_status (conflict->mine->status, conflict->mine->texts[MW_OFFER_PROVIDER]);
      facts = mw_offer_words_dup_facts (conflict->mine);
      words = g_strdup_printf (_ ("A colleague changed this at the same time as you. Above is what your colleague filled in; "
                                  "you filled in:\n%s"),
                               status);
    }
  gtk_label_set_label (self->conflict_label, words);
  if (facts)
    {
      g_autofree char *more = g_strdup_printf ("%s\n%s", words, facts);

      gtk_label_set_label (self->conflict_label, more);
    }
}

static void
update_summary (MwOfferBlock *self)
{
  const MwOrganisationItem *offer = get_offer (self);
  MwOfferStatus status = offer ? offer->status : MW_OFFER_UNKNOWN;
  g_autofree char *words = mw_offer_words_dup_status (status, offer ? offer->texts[MW_OFFER_PROVIDER] : NULL);
  g_autofree char *facts = mw_offer_words_dup_facts (offer);

  gtk_label_set_label (self->summary_label, words);
  set_label (self->facts_label, gtk_toggle_button_get_active (self->change_button) ? NULL : facts);
  gtk_widget_set_visible (self->refer_button, status == MW_OFFER_PARTNER || status == MW_OFFER_UNAVAILABLE);
  if (!gtk_widget_get_visible (self->refer_button))
    gtk_widget_set_visible (self->whom_box, FALSE);
}

static void
update_form (MwOfferBlock *self)
{
  if (!self->timer_id) /* else what is being typed stays */
    mw_offer_form_show (self->form, get_offer (self));
}

static void
update_state (MwOfferBlock *self)
{
  gboolean editable = self->file && mw_organisation_file_is_editable (self->file);
  gboolean changing = gtk_toggle_button_get_active (self->change_button);
  g_autofree char *trouble = self->file ? mw_offer_words_dup_trouble (self->file) : NULL;
  g_autofree char *state = NULL;

  if (changing && self->file)
    state = self->timer_id ? g_strdup (_ ("Not saved yet")) : mw_offer_words_dup_state (self->file);
  set_label (self->state_label, state ? state : editable ? NULL : trouble);
  gtk_widget_set_sensitive (GTK_WIDGET (self->change_button), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), editable);
  update_conflict (self);
}

static void
on_file_changed (MwOfferBlock *self)
{
  update_summary (self);
  update_form (self);
}

void
mw_offer_block_flush (MwOfferBlock *self)
{
  if (!self->timer_id)
    return;

  g_clear_handle_id (&self->timer_id, g_source_remove);
  if (self->id && mw_organisation_file_is_editable (self->file))
    mw_organisation_file_set_item (self->file, mw_offer_form_dup_item (self->form, self->id, self->name));
}

static gboolean
on_pause (gpointer data)
{
  mw_offer_block_flush (data);
  update_state (data);

  return G_SOURCE_REMOVE;
}

/* @at_once: a choice is made once, a text is typed letter by letter */
static void
on_form_changed (MwOfferBlock *self, gboolean at_once)
{
  if (!self->file)
    return;

  g_clear_handle_id (&self->timer_id, g_source_remove);
  self->timer_id = g_timeout_add (PAUSE, on_pause, self);
  if (at_once)
    mw_offer_block_flush (self);
  update_state (self);
}

static void
on_change_toggled (MwOfferBlock *self)
{
  gboolean changing = gtk_toggle_button_get_active (self->change_button);

  if (!changing)
    mw_offer_block_flush (self);
  gtk_widget_set_visible (GTK_WIDGET (self->form), changing);
  update_summary (self);
  update_state (self);
  if (changing)
    gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

static void
on_refer (MwOfferBlock *self)
{
  g_autofree char *whom = NULL;

  mw_offer_block_flush (self);
  whom = mw_offer_words_dup_whom (get_offer (self));
  gtk_widget_set_visible (self->whom_box, !self->case_open);
  if (self->case_open)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "browser.refer", "s", whom ? whom : "");
      return;
    }

  gtk_label_set_label (self->whom_label, whom ? whom
                                              : _ ("Nobody is filled in yet to whom a client can be referred. Ask a "
                                                   "colleague, and fill it in under Change."));
  gtk_widget_set_visible (self->copy_button, whom != NULL);
}

static void
on_copy (MwOfferBlock *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), gtk_label_get_label (self->whom_label));
}

static void
resolve (MwOfferBlock *self, gboolean mine)
{
  const MwOrganisationConflict *conflict = find_conflict (self);

  if (conflict && mw_organisation_file_is_editable (self->file))
    mw_organisation_file_resolve (self->file, conflict->mine->kind, self->id, mine);
  gtk_widget_grab_focus (GTK_WIDGET (self->change_button));
}

static void
on_mine (MwOfferBlock *self)
{
  resolve (self, TRUE);
}

static void
on_theirs (MwOfferBlock *self)
{
  resolve (self, FALSE);
}

static void
mw_offer_block_dispose (GObject *object)
{
  MwOfferBlock *self = MW_OFFER_BLOCK (object);
  GtkWidget *child;

  if (self->file)
    {
      g_signal_handlers_disconnect_by_data (self->file, self);
      mw_offer_block_flush (self);
    }
  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_clear_object (&self->file);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, g_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_offer_block_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, MwOfferBlock, change_button);
  gtk_widget_class_bind_template_child (class, MwOfferBlock, summary_label);
  gtk_widget_class_bind_template_child (class, MwOfferBlock, facts_label);
  gtk_widget_class_bind_template_child (class, MwOfferBlock, conflict_box);
  gtk_widget_class_bind_template_child (class, MwOfferBlock, conflict_label);
  gtk_widget_class_bind_template_child (class, MwOfferBlock, mine_button);
  gtk_widget_class_bind_template_child (class, MwOfferBlock, theirs_button);
  gtk_widget_class_bind_template_child (class, MwOfferBlock, form);
  gtk_widget_class_bind_template_child (class, MwOfferBlock, state_label);
  gtk_widget_class_bind_template_child (class, MwOfferBlock, refer_button);
  gtk_widget_class_bind_template_child (class, MwOfferBlock, whom_box);
  gtk_widget_class_bind_template_child (class, MwOfferBlock, whom_label);
  gtk_widget_class_bind_template_child (class, MwOfferBlock, copy_button);
}

static void
mw_offer_block_class_init (MwOfferBlockClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_offer_block_dispose;
  g_type_ensure (MW_TYPE_OFFER_FORM);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-offer-block.ui");
  bind_children (widget_class);
}

static void
mw_offer_block_init (MwOfferBlock *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mw_accessible_name_buttons (GTK_WIDGET (self));

  g_signal_connect_swapped (self->change_button, "toggled", G_CALLBACK (on_change_toggled), self);
  g_signal_connect_swapped (self->form, "changed", G_CALLBACK (on_form_changed), self);
  g_signal_connect_swapped (self->refer_button, "clicked", G_CALLBACK (on_refer), self);
  g_signal_connect_swapped (self->copy_button, "clicked", G_CALLBACK (on_copy), self);
  g_signal_connect_swapped (self->mine_button, "clicked", G_CALLBACK (on_mine), self);
  g_signal_connect_swapped (self->theirs_button, "clicked", G_CALLBACK (on_theirs), self);
}

GtkWidget *
mw_offer_block_new (void)
{
  return g_object_new (MW_TYPE_OFFER_BLOCK, NULL);
}

void
mw_offer_block_set_file (MwOfferBlock *self, MwOrganisationFile *file)
{
  g_set_object (&self->file, file);
  g_signal_connect_object (file, "changed", G_CALLBACK (on_file_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "state-changed", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  on_file_changed (self);
  update_state (self);
}

void
mw_offer_block_show (MwOfferBlock *self, const char *id, const char *name)
{
  gboolean same = g_strcmp0 (id, self->id) == 0;

  if (!same)
    {
      mw_offer_block_flush (self);
      gtk_toggle_button_set_active (self->change_button, FALSE);
      gtk_widget_set_visible (self->whom_box, FALSE);
    }
  g_free (self->id);
  self->id = g_strdup (id);
  g_free (self->name);
  self->name = g_strdup (name);
  on_file_changed (self);
  update_state (self);
}

void
mw_offer_block_set_case_open (MwOfferBlock *self, gboolean open)
{
  self->case_open = open;
  if (open)
    gtk_widget_set_visible (self->whom_box, FALSE);
}
