/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-offer-import-window.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-catalogue-problem.h"
#include "mw-offer-changes-page.h"
#include "mw-organisation-exchange.h"
#include "mw-organisation-merge.h"
#include "mw-problems-page.h"

struct _MwOfferImportWindow
{
  AdwWindow parent_instance;

  GtkStack *stack;
  MwProblemsPage *problems_page;
  MwOfferChangesPage *changes_page;
  AdwStatusPage *message_page;
  GtkWidget *close_button;

  MwOrganisationFile *own; /* (nullable): once it is closed */
  MwOrganisation *other;   /* (nullable): until it was read */
  char *name;              /* of the file */
  GCancellable *reading;
  GPtrArray *problems; /* of MwProblem */
};

enum
{
  IMPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwOfferImportWindow, mw_offer_import_window, ADW_TYPE_WINDOW)

static void
show_page (MwOfferImportWindow *self, const char *name, GtkWidget *focus)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) == 0)
    return;

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_grab_focus (focus);
}

static void
show_message (MwOfferImportWindow *self, const char *title, const char *text)
{
  adw_status_page_set_title (self->message_page, title);
  adw_status_page_set_description (self->message_page, text);
  show_page (self, "message", self->close_button);
}

static void
show_changes (MwOfferImportWindow *self)
{
  g_autoptr (GPtrArray) changes = mw_organisation_compare (mw_organisation_file_get (self->own), self->other);
  /* Translators: %s is the name of a file */
  g_autofree char *title = g_strdup_printf (_ ("The offer in “%s”"), self->name);

  if (changes->len == 0)
    {
      show_message (self, _ ("Nothing to Take Over"), _ ("Everything in this file is in your offer already."));
      return;
    }

  mw_offer_changes_page_show (self->changes_page, title, changes);
  show_page (self, "changes", GTK_WIDGET (self->changes_page));
}

/* The offer may be read later than the file, and change while it is looked at. */
static void
update (MwOfferImportWindow *self)
{
  if (!self->other)
    return;

  if (mw_organisation_file_is_editable (self->own))
    show_changes (self);
  else if (mw_organisation_file_get_state (self->own) == MW_ORGANISATION_INVALID)
    show_message (self, _ ("Nothing Can Be Taken Over Now"),
                  _ ("The file with your own offer has mistakes, and is left alone until it is mended. Then import the other one "
                     "again."));
}

/* The list stays as it is while nothing but the state is another one. */
static void
on_state_changed (MwOfferImportWindow *self)
{
  if (!mw_organisation_file_is_editable (self->own)
      || g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "busy") == 0)
    update (self);
}

/* What is at work does not keep a window that was closed. */
static GWeakRef *
point_at (MwOfferImportWindow *self)
{
  GWeakRef *pointer = g_new (GWeakRef, 1);

  g_weak_ref_init (pointer, self);
  return pointer;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  GWeakRef *pointer = data;
  g_autoptr (MwOfferImportWindow) self = g_weak_ref_get (pointer);
  g_autoptr (GError) error = NULL;
  g_autoptr (MwOrganisation) other = mw_organisation_read_finish (result, &error);

  g_weak_ref_clear (pointer);
  g_free (pointer);
  if (!self || !self->own || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->other = g_steal_pointer (&other);
  if (self->other)
    update (self);
  else if (self->problems->len > 0)
    {
      mw_problems_page_show (self->problems_page,
                             ngettext ("Your offer stays as it was. This is wrong with the file; who made it can mend it:",
                                       "Your offer stays as it was. These mistakes are in the file; who made it can mend them:",
                                       self->problems->len),
                             self->problems);
      show_page (self, "problems", GTK_WIDGET (self->problems_page));
    }
  else
    show_message (self, _ ("This File Cannot Be Used"),
                  _ ("The file could not be read. Your offer stays as it was. Ask for the file again."));
}

static void
on_accept (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MwOfferImportWindow *self = MW_OFFER_IMPORT_WINDOW (widget);
  g_autoptr (GPtrArray) items = NULL;

  if (!self->other || !mw_organisation_file_is_editable (self->own))
    return;

  items = mw_offer_changes_page_dup_chosen (self->changes_page);
  if (items->len == 0)
    return;

  g_signal_handlers_disconnect_by_data (self->own, self);
  mw_organisation_file_import (self->own, items);
  g_signal_emit (self, signals[IMPORTED], 0, items->len);
  gtk_window_close (GTK_WINDOW (self));
}

/* From what is looked at to the list; from there out of the window. */
static gboolean
on_escape (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  MwOfferImportWindow *self = MW_OFFER_IMPORT_WINDOW (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "changes") != 0
      || !mw_offer_changes_page_go_back (self->changes_page))
    gtk_window_close (GTK_WINDOW (self));

  return TRUE;
}

static void
mw_offer_import_window_dispose (GObject *object)
{
  MwOfferImportWindow *self = MW_OFFER_IMPORT_WINDOW (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->own)
    g_signal_handlers_disconnect_by_data (self->own, self);
  g_clear_object (&self->own);
  g_clear_pointer (&self->other, mw_organisation_unref);

  G_OBJECT_CLASS (mw_offer_import_window_parent_class)->dispose (object);
}

static void
mw_offer_import_window_finalize (GObject *object)
{
  g_ptr_array_unref (MW_OFFER_IMPORT_WINDOW (object)->problems);
  g_free (MW_OFFER_IMPORT_WINDOW (object)->name);

  G_OBJECT_CLASS (mw_offer_import_window_parent_class)->finalize (object);
}

static void
mw_offer_import_window_class_init (MwOfferImportWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_offer_import_window_dispose;
  G_OBJECT_CLASS (class)->finalize = mw_offer_import_window_finalize;
  signals[IMPORTED] = g_signal_new ("imported", MW_TYPE_OFFER_IMPORT_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                    1, G_TYPE_UINT);
  g_type_ensure (MW_TYPE_OFFER_CHANGES_PAGE);
  g_type_ensure (MW_TYPE_PROBLEMS_PAGE);
  gtk_widget_class_install_action (widget_class, "offer.accept", NULL, on_accept);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-offer-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MwOfferImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MwOfferImportWindow, problems_page);
  gtk_widget_class_bind_template_child (widget_class, MwOfferImportWindow, changes_page);
  gtk_widget_class_bind_template_child (widget_class, MwOfferImportWindow, message_page);
  gtk_widget_class_bind_template_child (widget_class, MwOfferImportWindow, close_button);
}

static void
mw_offer_import_window_init (MwOfferImportWindow *self)
{
  self->reading = g_cancellable_new ();
  self->problems = mw_problem_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  mw_accessible_name_buttons (GTK_WIDGET (self));
}

GtkWindow *
mw_offer_import_window_new (GtkWindow *parent, MwOrganisationFile *own, GFile *file)
{
  MwOfferImportWindow *self = g_object_new (MW_TYPE_OFFER_IMPORT_WINDOW, "transient-for", parent, NULL);
  g_autofree char *base = g_file_get_basename (file);

  self->own = g_object_ref (own);
  self->name = base ? g_filename_display_name (base) : g_strdup ("");
  g_signal_connect_object (own, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (own, "state-changed", G_CALLBACK (on_state_changed), self, G_CONNECT_SWAPPED);
  mw_organisation_read_async (file, self->problems, self->reading, on_read, point_at (self));

  return GTK_WINDOW (self);
}
