/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-saved-name-form.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-chip-box.h"
#include "mw-filter-sentence.h"
#include "mw-focus.h"

struct _MwSavedNameForm
{
  GtkWidget parent_instance;

  GtkLabel *sentence_label;
  GtkEditable *entry;
  GtkLabel *message_label;
  GtkButton *save_button;
  GtkButton *cancel_button;

  MwSavedFilters *saved;
  char **filters; /* (nullable): of a new one */
  char *old_name; /* (nullable): of one to rename */
};

enum
{
  ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwSavedNameForm, mw_saved_name_form, GTK_TYPE_WIDGET)

static MwSavedName
check (MwSavedNameForm *self)
{
  const char *name = gtk_editable_get_text (self->entry);
  guint position;

  if (!self->old_name)
    return mw_saved_filters_check (self->saved, name);

  /* It may have been removed meanwhile, by another window. */
  return mw_saved_filters_find (self->saved, self->old_name, &position)
           ? mw_saved_filters_check_rename (self->saved, position, name)
           : MW_SAVED_NAME_EMPTY;
}

static char *
dup_message (MwSavedNameForm *self, MwSavedName verdict)
{
  if (verdict == MW_SAVED_NAME_TAKEN && self->old_name)
    return g_strdup (_ ("There is a saved filter of this name already."));
  if (verdict == MW_SAVED_NAME_TAKEN)
    return g_strdup (_ ("There is a saved filter of this name already. It will be replaced."));
  if (verdict == MW_SAVED_NAME_LONG)
    return g_strdup_printf (_ ("A name has at most %d characters."), MW_MAX_SAVED_FILTER_NAME);
  if (verdict == MW_SAVED_NAME_FULL)
    return g_strdup_printf (_ ("There are %d saved filters, and no more are kept. Remove one first, or replace one by using its name."),
                            MW_MAX_SAVED_FILTERS);

  return NULL;
}

static gboolean
is_good (MwSavedNameForm *self, MwSavedName verdict)
{
  return verdict == MW_SAVED_NAME_GOOD || (verdict == MW_SAVED_NAME_TAKEN && !self->old_name);
}

static void
on_changed (MwSavedNameForm *self)
{
  MwSavedName verdict;
  g_autofree char *message = NULL;

  if (!self->saved)
    return;

  verdict = check (self);
  message = dup_message (self, verdict);
  gtk_label_set_label (self->message_label, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), message != NULL);
  gtk_button_set_label (self->save_button,
                        verdict == MW_SAVED_NAME_TAKEN && !self->old_name ? _ ("_Replace") : _ ("_Save"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), is_good (self, verdict));
  mw_accessible_name_buttons (GTK_WIDGET (self->save_button));
}

static void
end (MwSavedNameForm *self, const char *name)
{
  g_clear_object (&self->saved);
  g_clear_pointer (&self->filters, g_strfreev);
  g_clear_pointer (&self->old_name, g_free);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[ENDED], 0, name);
}

static void
on_save (MwSavedNameForm *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (self->entry));
  guint position;
  gboolean done;

  if (!self->saved || !is_good (self, check (self)))
    return;

  if (!self->old_name)
    done = mw_saved_filters_save (self->saved, name, (const char *const *) self->filters);
  else
    done = mw_saved_filters_find (self->saved, self->old_name, &position)
           && mw_saved_filters_rename (self->saved, position, name);
  end (self, done ? name : NULL);
}

static void
on_cancel (MwSavedNameForm *self)
{
  end (self, NULL);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  on_cancel (MW_SAVED_NAME_FORM (widget));
  return GDK_EVENT_STOP;
}

static gboolean
mw_saved_name_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MW_SAVED_NAME_FORM (widget)->entry));
}

static void
mw_saved_name_form_dispose (GObject *object)
{
  MwSavedNameForm *self = MW_SAVED_NAME_FORM (object);
  GtkWidget *child;

  g_clear_object (&self->saved);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_saved_name_form_parent_class)->dispose (object);
}

static void
mw_saved_name_form_finalize (GObject *object)
{
  MwSavedNameForm *self = MW_SAVED_NAME_FORM (object);

  g_strfreev (self->filters);
  g_free (self->old_name);

  G_OBJECT_CLASS (mw_saved_name_form_parent_class)->finalize (object);
}

static void
mw_saved_name_form_class_init (MwSavedNameFormClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_saved_name_form_dispose;
  G_OBJECT_CLASS (class)->finalize = mw_saved_name_form_finalize;
  widget_class->grab_focus = mw_saved_name_form_grab_focus;
  widget_class->focus = mw_focus_children;
  signals[ENDED] = g_signal_new ("ended", MW_TYPE_SAVED_NAME_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING);

  g_type_ensure (MW_TYPE_CHIP_BOX);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-saved-name-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MwSavedNameForm, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, MwSavedNameForm, entry);
  gtk_widget_class_bind_template_child (widget_class, MwSavedNameForm, message_label);
  gtk_widget_class_bind_template_child (widget_class, MwSavedNameForm, save_button);
  gtk_widget_class_bind_template_child (widget_class, MwSavedNameForm, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
mw_saved_name_form_init (MwSavedNameForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mw_accessible_name_buttons (GTK_WIDGET (self));
}

/* What is saved is said, since the wizard's profiles and the search are no part of it. */
static void
start (MwSavedNameForm *self, MwSavedFilters *saved, const char *const *filters, const char *name)
{
  g_autoptr (MwQuery) query = mw_query_new ();
  g_autofree char *sentence = NULL;

  mw_query_set_filters (query, filters);
  sentence = mw_filter_sentence_dup (query);
  gtk_label_set_label (self->sentence_label, sentence ? sentence : "");
  g_set_object (&self->saved, saved);
  gtk_editable_set_text (self->entry, name);
  on_changed (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

void
mw_saved_name_form_start (MwSavedNameForm *self, MwSavedFilters *saved, const char *const *filters)
{
  g_clear_pointer (&self->old_name, g_free);
  g_strfreev (self->filters);
  self->filters = g_strdupv ((char **) filters);
  start (self, saved, filters, "");
}

void
mw_saved_name_form_start_rename (MwSavedNameForm *self, MwSavedFilters *saved, const char *name)
{
  guint position;

  if (!mw_saved_filters_find (saved, name, &position))
    return;

  g_clear_pointer (&self->filters, g_strfreev);
  g_free (self->old_name);
  self->old_name = g_strdup (name);
  start (self, saved, mw_saved_filters_get_filters (saved, position), self->old_name);
}
