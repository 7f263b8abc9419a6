/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-own-form.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-button-labels.h"
#include "mw-catalogue-problem.h"
#include "mw-own-keeper.h"
#include "mw-own-parts.h"
#include "mw-own-words.h"

/* What was typed is checked and kept so long after it: soon enough to follow, late enough not to hold up the next key. */
#define CHECK_DELAY 250 /* ms */

struct _MwOwnForm
{
  GtkWidget parent_instance;

  GtkLabel *title_label;
  GtkButton *save_button;
  GtkWidget *draft_box;
  GtkLabel *draft_label;
  GtkLabel *colleague_label;
  GtkLabel *locked_label;
  GtkCheckButton *english_check;
  GtkScrolledWindow *scroller;
  MwOwnParts *parts;
  GtkLabel *missing_label;
  GtkWidget *missing_button;
  GtkLabel *kept_label;

  MwOrganisationFile *file;
  MwOwnKeeper *keeper;
  MwOrganisationItem *before; /* (nullable): as it was when the form was opened */
  MwOwnDraft *start;          /* (nullable): what the form began with; without it nothing is shown yet */
  MwOwnDraft *draft;          /* (nullable): what it has */
  GPtrArray *problems;        /* of MwProblem */
  guint check_id;
  gboolean typed; /* since it was last handed over to be kept */
};

enum
{
  CLOSED,
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwOwnForm, mw_own_form, GTK_TYPE_WIDGET)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text && *text);
}

static void
on_kept (MwOwnForm *self, const GError *error)
{
  g_autofree char *time = NULL;
  g_autofree char *words = NULL;

  if (!self->draft)
    return;

  time = mw_own_words_dup_time (g_get_real_time () / G_USEC_PER_SEC);
  if (error)
    {
      words = mw_own_words_dup_not_kept (error);
      self->typed = TRUE;
    }
  else if (!mw_own_draft_equal (self->draft, self->start))
    /* Translators: a day and a time */
    words = g_strdup_printf (_ ("Kept as a draft: %s"), time);
  show_text (self->kept_label, words);
}

void
mw_own_form_keep (MwOwnForm *self)
{
  gboolean changed;

  if (!self->draft || !self->typed)
    return;

  mw_own_parts_get (self->parts, self->draft);
  changed = !mw_own_draft_equal (self->draft, self->start);
  self->typed = FALSE;
  mw_own_keeper_keep (self->keeper, changed ? self->draft : NULL);
}

static void
show_state (MwOwnForm *self)
{
  g_autofree char *locked = mw_own_words_dup_locked (self->file);
  g_autofree char *missing = NULL;
  guint n = self->problems->len;

  if (n > 0)
    missing = g_strdup_printf (ngettext ("%u thing is still missing", "%u things are still missing", n), n);
  else
    missing = g_strdup (_ ("Everything is there"));
  gtk_label_set_label (self->missing_label, missing);
  gtk_widget_set_visible (self->missing_button, n > 0);
  show_text (self->locked_label, locked);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), n == 0 && !locked && self->draft);
}

static void
check (MwOwnForm *self)
{
  g_ptr_array_unref (self->problems);
  self->problems = mw_problem_list_new ();
  mw_own_parts_get (self->parts, self->draft);
  mw_own_draft_check (self->draft, self->problems);
  mw_own_parts_show_problems (self->parts, self->problems);
  show_state (self);
}

static gboolean
on_check_due (gpointer data)
{
  MwOwnForm *self = data;

  self->check_id = 0;
  check (self);
  mw_own_form_keep (self);

  return G_SOURCE_REMOVE;
}

static void
on_changed (MwOwnForm *self)
{
  if (!self->draft)
    return;

  self->typed = TRUE;
  if (!self->check_id)
    self->check_id = g_timeout_add (CHECK_DELAY, on_check_due, self);
}

static void
show_title (MwOwnForm *self)
{
  g_autofree char *free_number = mw_organisation_dup_free_number (mw_organisation_file_get (self->file));
  const char *number = self->before ? self->before->intervention->numbers[0].text : free_number;
  /* Translators: a number such as L.3 */
  g_autofree char *title = g_strdup_printf (self->before ? _ ("%s  Change our own intervention")
                                                         : _ ("%s  New intervention of our own"), number);

  gtk_label_set_label (self->title_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/* @draft: (transfer full): from now on that is what the form has. */
static void
show_draft (MwOwnForm *self, MwOwnDraft *draft)
{
  g_clear_pointer (&self->draft, mw_own_draft_free);
  mw_own_parts_set (self->parts, draft);
  self->draft = draft;
  gtk_check_button_set_active (self->english_check, mw_own_draft_has_english (draft));
  show_title (self);
  check (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
on_loaded (MwOwnForm *self, MwOwnDraft *kept, gint64 time)
{
  g_autofree char *when = mw_own_words_dup_time (time);
  g_autofree char *words = NULL;

  /* One that was saved after all, by a program that then ended before it could take the draft away. */
  if (kept && self->before && mw_own_draft_equal (kept, self->start))
    kept = NULL;
  if (kept)
    /* Translators: a day and a time */
    words = g_strdup_printf (_ ("This was not finished. It is as you left it: %s."), when);
  show_text (self->draft_label, words);
  gtk_widget_set_visible (self->draft_box, kept != NULL);
  show_draft (self, mw_own_draft_copy (kept ? kept : self->start));
  gtk_widget_grab_focus (GTK_WIDGET (self->parts));
}

/* What was kept is thrown away; the form begins as when there was no draft. */
static void
on_restart (MwOwnForm *self)
{
  gtk_widget_set_visible (self->draft_box, FALSE);
  show_draft (self, mw_own_draft_copy (self->start));
  self->typed = TRUE;
  mw_own_form_keep (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->parts));
}

static void
on_english_toggled (MwOwnForm *self)
{
  mw_own_parts_show_english (self->parts, gtk_check_button_get_active (self->english_check));
}

static void
on_missing_clicked (MwOwnForm *self)
{
  mw_own_parts_focus_problems (self->parts);
}

static void
on_close (MwOwnForm *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
on_save (MwOwnForm *self)
{
  g_autofree char *number = mw_organisation_dup_free_number (mw_organisation_file_get (self->file));
  g_autoptr (MwIntervention) made = NULL;

  if (!self->draft || !mw_organisation_file_is_editable (self->file))
    return;
  check (self);
  if (self->problems->len > 0)
    return;

  made = mw_own_draft_to_intervention (self->draft, self->before ? self->before->intervention : NULL, number);
  g_ptr_array_unref (self->problems);
  self->problems = mw_problem_list_new ();
  if (!mw_organisation_file_set_own (self->file, made, self->problems))
    {
      mw_own_parts_show_problems (self->parts, self->problems);
      show_state (self);
      return;
    }

  g_clear_handle_id (&self->check_id, g_source_remove);
  self->typed = FALSE;
  g_clear_pointer (&self->draft, mw_own_draft_free);
  mw_own_keeper_keep (self->keeper, NULL);
  g_signal_emit (self, signals[SAVED], 0, made->id);
}

/* A colleague may have changed or removed what is being changed here. */
static void
on_file_changed (MwOwnForm *self)
{
  const char *id = mw_own_keeper_get_id (self->keeper);
  MwOrganisationItem *now = id ? mw_organisation_lookup (mw_organisation_file_get (self->file), MW_ITEM_OWN, id) : NULL;

  if (!self->draft)
    return;

  if (!self->before)
    show_title (self);
  else if (!now || !now->intervention)
    show_text (self->colleague_label, _ ("This intervention has been removed meanwhile. Saving brings it back as you have it here."));
  else if (!mw_organisation_item_equal (now, self->before))
    show_text (self->colleague_label, _ ("This intervention has been changed meanwhile. "
                                         "Saving replaces that by what you have here."));
  else
    show_text (self->colleague_label, NULL);
}

static void
on_state_changed (MwOwnForm *self)
{
  if (self->draft)
    show_state (self);
}

static void
mw_own_form_dispose (GObject *object)
{
  MwOwnForm *self = MW_OWN_FORM (object);
  GtkWidget *child;

  if (self->keeper)
    mw_own_form_keep (self);
  g_clear_handle_id (&self->check_id, g_source_remove);
  g_clear_pointer (&self->draft, mw_own_draft_free);
  g_clear_object (&self->keeper);
  g_clear_object (&self->file);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_own_form_parent_class)->dispose (object);
}

static void
mw_own_form_finalize (GObject *object)
{
  MwOwnForm *self = MW_OWN_FORM (object);

  g_clear_pointer (&self->before, mw_organisation_item_unref);
  g_clear_pointer (&self->start, mw_own_draft_free);
  g_ptr_array_unref (self->problems);

  G_OBJECT_CLASS (mw_own_form_parent_class)->finalize (object);
}

static gboolean
mw_own_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MW_OWN_FORM (widget)->parts));
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MwOwnForm, title_label);
  gtk_widget_class_bind_template_child (widget_class, MwOwnForm, save_button);
  gtk_widget_class_bind_template_child (widget_class, MwOwnForm, draft_box);
  gtk_widget_class_bind_template_child (widget_class, MwOwnForm, draft_label);
  gtk_widget_class_bind_template_child (widget_class, MwOwnForm, colleague_label);
  gtk_widget_class_bind_template_child (widget_class, MwOwnForm, locked_label);
  gtk_widget_class_bind_template_child (widget_class, MwOwnForm, english_check);
  gtk_widget_class_bind_template_child (widget_class, MwOwnForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, MwOwnForm, parts);
  gtk_widget_class_bind_template_child (widget_class, MwOwnForm, missing_label);
  gtk_widget_class_bind_template_child (widget_class, MwOwnForm, missing_button);
  gtk_widget_class_bind_template_child (widget_class, MwOwnForm, kept_label);
}

static void
mw_own_form_class_init (MwOwnFormClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_own_form_dispose;
  G_OBJECT_CLASS (class)->finalize = mw_own_form_finalize;
  widget_class->grab_focus = mw_own_form_grab_focus;
  signals[CLOSED] = g_signal_new ("closed", MW_TYPE_OWN_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SAVED]
    = g_signal_new ("saved", MW_TYPE_OWN_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (MW_TYPE_OWN_PARTS);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-own-form.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_restart);
  gtk_widget_class_bind_template_callback (widget_class, on_english_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_missing_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
mw_own_form_init (MwOwnForm *self)
{
  self->problems = mw_problem_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  mw_button_labels_prepare (self->draft_box);
  mw_button_labels_prepare (GTK_WIDGET (self->english_check));
  mw_button_labels_prepare (self->missing_button);
  mw_accessible_name_buttons (GTK_WIDGET (self->save_button));
}

MwOwnForm *
mw_own_form_new (MwOrganisationFile *file, MwOwnDrafts *drafts)
{
  MwOwnForm *self = g_object_new (MW_TYPE_OWN_FORM, NULL);

  self->file = g_object_ref (file);
  self->keeper = mw_own_keeper_new (drafts);
  g_signal_connect_object (self->keeper, "loaded", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keeper, "kept", G_CALLBACK (on_kept), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "changed", G_CALLBACK (on_file_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "state-changed", G_CALLBACK (on_state_changed), self, G_CONNECT_SWAPPED);

  return self;
}

void
mw_own_form_open (MwOwnForm *self, const char *id)
{
  MwOrganisationItem *item = id ? mw_organisation_lookup (mw_organisation_file_get (self->file), MW_ITEM_OWN, id) : NULL;

  mw_own_form_keep (self);
  g_clear_handle_id (&self->check_id, g_source_remove);
  g_clear_pointer (&self->draft, mw_own_draft_free);
  g_clear_pointer (&self->start, mw_own_draft_free);
  g_clear_pointer (&self->before, mw_organisation_item_unref);
  self->before = item && item->intervention ? mw_organisation_item_ref (item) : NULL;
  self->start = self->before ? mw_own_draft_new_from (self->before->intervention) : mw_own_draft_new ();
  show_text (self->colleague_label, NULL);
  show_text (self->kept_label, NULL);
  gtk_widget_set_visible (self->draft_box, FALSE);
  mw_own_keeper_open (self->keeper, id);
}
