/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-history-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-button-labels.h"
#include "mw-case-view.h"
#include "mw-case-words.h"
#include "mw-error.h"
#include "mw-focus.h"
#include "mw-question.h"

struct _MwHistoryPage
{
  GtkWidget parent_instance;

  GtkLabel *title_label;
  GtkLabel *text_label;
  GtkLabel *message_label;
  GtkStack *stack;
  GtkListView *list_view;
  GtkScrolledWindow *case_scroller;
  AdwBin *case_bin;
  GtkButton *back_button;
  GtkButton *bring_back_button;

  MwCases *cases;
  GtkStringList *moments; /* as listed, the newest first */
  GArray *revisions;      /* (nullable): of MwRevision, ascending */
  guint64 id;
  MwCase *one;           /* (nullable): the one that is shown */
  guint position;        /* of that in the list; 0: as it is now */
  GCancellable *waiting; /* (nullable): for the answer that is shown next */
};

enum
{
  BRING_BACK,
  CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwHistoryPage, mw_history_page, GTK_TYPE_WIDGET)

static void
say (MwHistoryPage *self, const char *message)
{
  gtk_label_set_label (self->message_label, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), message != NULL);
}

static void
set_title (MwHistoryPage *self, const char *title)
{
  gtk_label_set_label (self->title_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
show_list (MwHistoryPage *self)
{
  mw_question_drop (&self->waiting);
  g_clear_pointer (&self->one, mw_case_free);
  adw_bin_set_child (self->case_bin, NULL);
  set_title (self, _ ("Earlier Versions"));
  gtk_label_set_label (self->text_label, _ ("Choose one to read it. Nothing is changed before you say so."));
  say (self, NULL);
  gtk_stack_set_visible_child (self->stack, gtk_widget_get_parent (GTK_WIDGET (self->list_view)));
  gtk_button_set_label (self->back_button, _ ("_Cancel"));
  mw_button_labels_prepare (GTK_WIDGET (self->back_button));
  gtk_widget_set_visible (GTK_WIDGET (self->bring_back_button), FALSE);
}

static void
show_case (MwHistoryPage *self)
{
  gboolean newest = self->position == 0;

  set_title (self, gtk_string_list_get_string (self->moments, self->position));
  gtk_label_set_label (self->text_label,
                       newest ? _ ("This is the case as it was saved last.")
                              : _ ("When you bring this back, the version of now is kept among the earlier ones."));
  say (self, NULL);
  adw_bin_set_child (self->case_bin, mw_case_view_new (self->one));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->case_scroller), 0);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->case_scroller));
  gtk_button_set_label (self->back_button, _ ("_Back"));
  mw_button_labels_prepare (GTK_WIDGET (self->back_button));
  gtk_widget_set_visible (GTK_WIDGET (self->bring_back_button), !newest);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static char *
dup_error (const GError *error)
{
  if (g_error_matches (error, MW_CASE_ERROR, MW_CASE_ERROR_DAMAGED))
    return g_strdup (
      _ ("This version is damaged and cannot be read. The others are not touched by that: choose another one."));

  return g_strdup_printf (_ ("%s Nothing was changed. Try again later, or choose another one."),
                          mw_case_words_get_error (error));
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean wanted;
  g_autoptr (MwHistoryPage) self = mw_question_take (data, &wanted);
  g_autoptr (GError) error = NULL;
  g_autoptr (MwCase) one = mw_cases_load_finish (MW_CASES (source), result, &error);

  if (!wanted)
    return;

  if (one)
    {
      self->one = g_steal_pointer (&one);
      show_case (self);
    }
  else
    {
      g_autofree char *words = dup_error (error);

      say (self, words);
    }
}

static void
on_activate (MwHistoryPage *self, guint position)
{
  MwRevision *revision = &g_array_index (self->revisions, MwRevision, self->revisions->len - 1 - position);

  say (self, NULL);
  self->position = position;
  mw_cases_load_async (self->cases, self->id, revision->revision, on_loaded, mw_question_ask (self, &self->waiting));
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean wanted;
  g_autoptr (MwHistoryPage) self = mw_question_take (data, &wanted);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) revisions = mw_cases_list_revisions_finish (MW_CASES (source), result, &error);
  g_autoptr (GPtrArray) moments = g_ptr_array_new_with_free_func (g_free);

  if (!wanted)
    return;
  if (!revisions)
    {
      g_autofree char *words = dup_error (error);

      say (self, words);
      return;
    }

  for (guint r = revisions->len; r > 0; r--)
    g_ptr_array_add (moments, mw_case_words_dup_moment (g_array_index (revisions, MwRevision, r - 1).saved));
  g_ptr_array_add (moments, NULL);
  self->revisions = g_steal_pointer (&revisions);
  gtk_string_list_splice (self->moments, 0, 0, (const char *const *) moments->pdata);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const char *moment = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);
  /* Translators: %s is a day and a time */
  g_autofree char *words
    = gtk_list_item_get_position (item) == 0 ? g_strdup_printf (_ ("%s (as it is now)"), moment) : g_strdup (moment);

  gtk_label_set_label (GTK_LABEL (label), words);
  mw_accessible_set_name (gtk_widget_get_parent (label), words);
}

static void
on_bring_back (MwHistoryPage *self)
{
  g_signal_emit (self, signals[BRING_BACK], 0);
}

static void
on_back (MwHistoryPage *self)
{
  if (!self->one)
    {
      mw_history_page_reset (self);
      g_signal_emit (self, signals[CANCELLED], 0);
      return;
    }
  show_list (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  on_back (MW_HISTORY_PAGE (widget));
  return GDK_EVENT_STOP;
}

static gboolean
mw_history_page_grab_focus (GtkWidget *widget)
{
  MwHistoryPage *self = MW_HISTORY_PAGE (widget);
  gboolean list = !self->one && self->revisions;

  return gtk_widget_grab_focus (list ? GTK_WIDGET (self->list_view) : GTK_WIDGET (self->back_button));
}

static void
mw_history_page_dispose (GObject *object)
{
  MwHistoryPage *self = MW_HISTORY_PAGE (object);
  GtkWidget *child;

  mw_question_drop (&self->waiting);
  g_clear_object (&self->cases);
  g_clear_object (&self->moments);
  g_clear_pointer (&self->revisions, g_array_unref);
  g_clear_pointer (&self->one, mw_case_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_history_page_parent_class)->dispose (object);
}

static void
mw_history_page_class_init (MwHistoryPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_history_page_dispose;
  widget_class->grab_focus = mw_history_page_grab_focus;
  widget_class->focus = mw_focus_children;
  signals[BRING_BACK]
    = g_signal_new ("bring-back", MW_TYPE_HISTORY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CANCELLED]
    = g_signal_new ("cancelled", MW_TYPE_HISTORY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MwHistoryPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, MwHistoryPage, text_label);
  gtk_widget_class_bind_template_child (widget_class, MwHistoryPage, message_label);
  gtk_widget_class_bind_template_child (widget_class, MwHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MwHistoryPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, MwHistoryPage, case_scroller);
  gtk_widget_class_bind_template_child (widget_class, MwHistoryPage, case_bin);
  gtk_widget_class_bind_template_child (widget_class, MwHistoryPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, MwHistoryPage, bring_back_button);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_bring_back);
}

static void
mw_history_page_init (MwHistoryPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *model;

  gtk_widget_init_template (GTK_WIDGET (self));
  mw_button_labels_prepare (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  g_object_unref (factory);
  self->moments = gtk_string_list_new (NULL);
  model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->moments)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (model));
  g_object_unref (model);
  show_list (self);
}

void
mw_history_page_start (MwHistoryPage *self, MwCases *cases, guint64 id)
{
  mw_history_page_reset (self);
  self->cases = g_object_ref (cases);
  self->id = id;
  mw_cases_list_revisions_async (cases, id, on_listed, mw_question_ask (self, &self->waiting));
}

MwCase *
mw_history_page_steal_case (MwHistoryPage *self)
{
  MwCase *one = g_steal_pointer (&self->one);

  mw_history_page_reset (self);
  return one;
}

void
mw_history_page_reset (MwHistoryPage *self)
{
  show_list (self);
  g_clear_object (&self->cases);
  g_clear_pointer (&self->revisions, g_array_unref);
  gtk_string_list_splice (self->moments, 0, g_list_model_get_n_items (G_LIST_MODEL (self->moments)), NULL);
}
