/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-renewal-window.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-catalogue-problem.h"
#include "mw-change-words.h"
#include "mw-changes-page.h"
#include "mw-day-words.h"
#include "mw-problems-page.h"

#define INTERVAL 100 /* ms */

struct _MwRenewalWindow
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkLabel *busy_label;
  GtkProgressBar *progress_bar;
  GtkWidget *stop_button;
  MwProblemsPage *problems_page;
  MwChangesPage *changes_page;
  AdwStatusPage *message_page;
  GtkWidget *undo_button;
  GtkWidget *close_button;

  MwCatalogue *catalogue; /* (nullable): once it is closed */
  GCancellable *checking;
  GPtrArray *problems;
  MwCatalogueProposal *proposal; /* (nullable) */
  guint timer_id;
};

G_DEFINE_FINAL_TYPE (MwRenewalWindow, mw_renewal_window, ADW_TYPE_WINDOW)

static gboolean
on_tick (gpointer data)
{
  MwRenewalWindow *self = data;

  gtk_progress_bar_set_fraction (self->progress_bar, mw_catalogue_get_progress (self->catalogue));

  return G_SOURCE_CONTINUE;
}

/* @stoppable: whether closing stops it */
static void
show_busy (MwRenewalWindow *self, const char *text, gboolean stoppable)
{
  gtk_label_set_label (self->busy_label, text);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_widget_set_visible (self->stop_button, stoppable);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  if (!self->timer_id)
    self->timer_id = g_timeout_add (INTERVAL, on_tick, self);
}

static void
show_page (MwRenewalWindow *self, const char *name, GtkWidget *focus)
{
  g_clear_handle_id (&self->timer_id, g_source_remove);
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_grab_focus (focus);
}

/* @can_undo: whether the button that undoes is there */
static void
show_message (MwRenewalWindow *self, const char *title, const char *text, gboolean can_undo)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_title (self->message_page, title);
  adw_status_page_set_description (self->message_page, escaped);
  gtk_widget_set_visible (self->undo_button, can_undo);
  show_page (self, "message", self->close_button);
}

static void
show_failure (MwRenewalWindow *self, const GError *error)
{
  g_autofree char *words = mw_change_words_dup_failure (error);

  g_info ("Another catalogue: %s", error->message);
  show_message (self, _ ("Nothing Was Replaced"), words, FALSE);
}

static void
show_problems (MwRenewalWindow *self)
{
  mw_problems_page_show (self->problems_page,
                         ngettext ("The catalogue that you have stays as it was. This is wrong with the file; its maker can mend it:",
                                   "The catalogue that you have stays as it was. These mistakes are in the file; its maker can "
                                   "mend them:",
                                   self->problems->len),
                         self->problems);
  show_page (self, "problems", GTK_WIDGET (self->problems_page));
}

static void
show_proposal (MwRenewalWindow *self)
{
  if (self->proposal->is_present)
    {
      show_message (self, _ ("The Same Catalogue"), _ ("This is the catalogue that you have already. There is nothing to replace."),
                    FALSE);
      return;
    }

  mw_changes_page_show (self->changes_page, self->proposal);
  show_page (self, "changes", GTK_WIDGET (self->changes_page));
}

/* What is at work does not keep a window that was closed: GTK would hold a dangling pointer to the one below it. */
static GWeakRef *
point_at (MwRenewalWindow *self)
{
  GWeakRef *pointer = g_new (GWeakRef, 1);

  g_weak_ref_init (pointer, self);
  return pointer;
}

/* Returns: (transfer full) (nullable) */
static MwRenewalWindow *
take_window (GWeakRef *pointer)
{
  MwRenewalWindow *self = g_weak_ref_get (pointer);

  g_weak_ref_clear (pointer);
  g_free (pointer);
  return self;
}

static void
on_proposed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MwRenewalWindow) self = take_window (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MwCatalogueProposal) proposal = mw_catalogue_propose_finish (MW_CATALOGUE (source), result, &error);

  if (!self || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->proposal = g_steal_pointer (&proposal);
  if (self->proposal)
    show_proposal (self);
  else if (self->problems->len > 0)
    show_problems (self);
  else
    show_failure (self, error);
}

static void
on_renewed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MwRenewalWindow) self = take_window (data);
  MwCatalogue *catalogue = MW_CATALOGUE (source);
  g_autoptr (GError) error = NULL;
  gboolean renewed = mw_catalogue_renew_finish (catalogue, result, &error);
  const MwCatalogueHeader *previous = mw_catalogue_get_previous (catalogue);
  g_autofree char *now = NULL;
  g_autofree char *before = NULL;
  g_autofree char *text = NULL;

  if (!self)
    return;
  if (!renewed || !mw_catalogue_get_header (catalogue))
    {
      show_failure (self, error);
      return;
    }

  now = mw_day_words_dup_version (mw_catalogue_get_header (catalogue));
  before = previous ? mw_day_words_dup_version (previous) : NULL;
  text = before ? g_strdup_printf (_ ("You now have %1$s. The one before, %2$s, is kept: “Back to the Previous Catalogue” in the "
                                      "main menu brings it back, also later."),
                                   now, before)
                : g_strdup_printf (_ ("You now have %s."), now);
  show_message (self, _ ("The Catalogue Has Been Replaced"), text, previous != NULL);
}

static void
on_accept (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MwRenewalWindow *self = MW_RENEWAL_WINDOW (widget);

  if (!self->proposal)
    return;

  show_busy (self, _ ("The catalogue is being replaced…"), FALSE);
  mw_catalogue_accept_async (self->catalogue, self->proposal, on_renewed, point_at (self));
  g_clear_pointer (&self->proposal, mw_catalogue_proposal_unref);
}

static void
on_undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MwRenewalWindow *self = MW_RENEWAL_WINDOW (widget);

  show_busy (self, _ ("The previous catalogue is being brought back…"), FALSE);
  mw_catalogue_undo_async (self->catalogue, on_renewed, point_at (self));
}

/* From an intervention to the list; from there out of the window. */
static gboolean
on_escape (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  MwRenewalWindow *self = MW_RENEWAL_WINDOW (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "changes") != 0
      || !mw_changes_page_go_back (self->changes_page))
    gtk_window_close (GTK_WINDOW (self));

  return TRUE;
}

static void
mw_renewal_window_dispose (GObject *object)
{
  MwRenewalWindow *self = MW_RENEWAL_WINDOW (object);

  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->proposal, mw_catalogue_proposal_unref);

  G_OBJECT_CLASS (mw_renewal_window_parent_class)->dispose (object);
}

static void
mw_renewal_window_finalize (GObject *object)
{
  g_ptr_array_unref (MW_RENEWAL_WINDOW (object)->problems);

  G_OBJECT_CLASS (mw_renewal_window_parent_class)->finalize (object);
}

static void
mw_renewal_window_class_init (MwRenewalWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_renewal_window_dispose;
  G_OBJECT_CLASS (class)->finalize = mw_renewal_window_finalize;
  g_type_ensure (MW_TYPE_CHANGES_PAGE);
  g_type_ensure (MW_TYPE_PROBLEMS_PAGE);
  gtk_widget_class_install_action (widget_class, "renewal.accept", NULL, on_accept);
  gtk_widget_class_install_action (widget_class, "renewal.undo", NULL, on_undo);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-renewal-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MwRenewalWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MwRenewalWindow, busy_label);
  gtk_widget_class_bind_template_child (widget_class, MwRenewalWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, MwRenewalWindow, stop_button);
  gtk_widget_class_bind_template_child (widget_class, MwRenewalWindow, problems_page);
  gtk_widget_class_bind_template_child (widget_class, MwRenewalWindow, changes_page);
  gtk_widget_class_bind_template_child (widget_class, MwRenewalWindow, message_page);
  gtk_widget_class_bind_template_child (widget_class, MwRenewalWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, MwRenewalWindow, close_button);
}

static void
mw_renewal_window_init (MwRenewalWindow *self)
{
  self->checking = g_cancellable_new ();
  self->problems = mw_problem_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  mw_accessible_name_buttons (GTK_WIDGET (self));
}

static MwRenewalWindow *
new_window (GtkWindow *parent, MwCatalogue *catalogue)
{
  MwRenewalWindow *self = g_object_new (MW_TYPE_RENEWAL_WINDOW, "transient-for", parent, NULL);

  self->catalogue = g_object_ref (catalogue);

  return self;
}

GtkWindow *
mw_renewal_window_new (GtkWindow *parent, MwCatalogue *catalogue, GFile *file)
{
  MwRenewalWindow *self = new_window (parent, catalogue);

  show_busy (self, _ ("The catalogue is being checked…"), TRUE);
  mw_catalogue_propose_async (catalogue, file, self->problems, self->checking, on_proposed, point_at (self));

  return GTK_WINDOW (self);
}

GtkWindow *
mw_renewal_window_new_for_undo (GtkWindow *parent, MwCatalogue *catalogue)
{
  MwRenewalWindow *self = new_window (parent, catalogue);

  on_undo (GTK_WIDGET (self), NULL, NULL);

  return GTK_WINDOW (self);
}
