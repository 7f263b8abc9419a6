/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-application-private.h"

#include <glib/gi18n.h>

#include "mw-check-catalogue.h"
#include "mw-language-switch.h"
#include "mw-problem-words.h"
#include "mw-settings.h"
#include "mw-window-cases.h"
#include "mw-window-catalogue.h"

/* A shared folder that does not answer does not keep the program from ending: the data folder has a copy. */
#define LAST_SAVE_SECONDS 3

G_DEFINE_FINAL_TYPE (MwApplication, mw_application, ADW_TYPE_APPLICATION)

/* Words change with the language, so they are made when they are shown. */
static void
show_loaded (MwApplication *self)
{
  GPtrArray *problems = mw_catalogue_get_problems (self->catalogue);
  g_autofree char *notice = NULL;
  g_autofree char *failure = NULL;

  if (!self->loaded || !self->window)
    return;

  if (self->failed)
    failure = mw_problem_words_dup_failure (problems);
  else
    notice = mw_problem_words_dup_notice (mw_catalogue_get_notice (self->catalogue), problems);
  mw_window_set_loaded (self->window, notice, failure);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MwApplication) self = data;
  g_autoptr (GError) error = NULL;

  self->failed = !mw_catalogue_load_finish (MW_CATALOGUE (source), result, &error);
  self->loaded = TRUE;
  show_loaded (self);
}

/* What was to be said of the one before is out of date. */
static void
on_catalogue_changed (MwApplication *self)
{
  self->failed = FALSE;
  show_loaded (self);
}

static void
load_catalogue (MwApplication *self)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "maatwerk", NULL);
  g_autofree char *database = g_build_filename (folder, "catalogue-given.db", NULL);
  g_autoptr (GFile) shipped = g_file_new_for_path (MW_PKGDATADIR "/catalogue.xml");

  self->catalogue = self->given ? mw_catalogue_new (self->given, database) : mw_catalogue_new_installed (shipped, folder);
  g_signal_connect_object (self->catalogue, "changed", G_CALLBACK (on_catalogue_changed), self, G_CONNECT_SWAPPED);
  mw_catalogue_load_async (self->catalogue, NULL, on_loaded, g_object_ref (self));
}

static void
on_organisation_changed (MwApplication *self)
{
  mw_catalogue_set_organisation (self->catalogue, mw_organisation_file_get (self->organisation));
}

/* Returns: (transfer full) (nullable) */
static char *
dup_shared_folder (MwApplication *self)
{
  g_autofree char *shared = g_settings_get_string (self->settings, "organisation-folder");

  return *shared ? g_steal_pointer (&shared) : NULL;
}

static void
on_shared_folder_changed (MwApplication *self)
{
  g_autofree char *shared = dup_shared_folder (self);

  mw_organisation_file_set_shared (self->organisation, shared);
}

static void
make_organisation (MwApplication *self)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "maatwerk", NULL);
  g_autofree char *shared = dup_shared_folder (self);

  self->organisation = mw_organisation_file_new (folder, shared);
  g_signal_connect_object (self->organisation, "changed", G_CALLBACK (on_organisation_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::organisation-folder", G_CALLBACK (on_shared_folder_changed), self,
                           G_CONNECT_SWAPPED);
}

/* A case that a colleague handed over; or another catalogue, to look at what it changes. */
static void
open_file (MwApplication *self, GFile *file)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (self->window);

  if (!mw_window_cases_receive (window, file))
    mw_window_catalogue_import (window, file);
}

/* What came meanwhile was not to be seen on the wall. */
static void
on_meeting (MwApplication *self, gboolean in_front)
{
  g_autoptr (GFile) waiting = NULL;

  mw_lock_watch_set_held (self->watch, in_front);
  if (!in_front && self->window && !mw_window_get_wall (self->window))
    waiting = g_steal_pointer (&self->waiting);
  if (waiting)
    open_file (self, waiting);
}

static void
forget_window (gpointer data, GObject *window)
{
  MwApplication *self = data;

  if ((GObject *) self->window == window)
    self->window = NULL;
}

static void
open_window (MwApplication *self, MwWindow *like)
{
  self->window = mw_window_new (GTK_APPLICATION (self), self->catalogue, self->cases, self->settings, like);
  mw_window_set_organisation (self->window, self->organisation);
  g_signal_connect_object (self->window, "locked", G_CALLBACK (mw_application_on_locked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window, "meeting", G_CALLBACK (on_meeting), self, G_CONNECT_SWAPPED);
  g_object_weak_ref (G_OBJECT (self->window), forget_window, self);
  show_loaded (self);
  gtk_window_present (GTK_WINDOW (self->window));
}

/* GTK reads its words when a window is made: another language takes another window, which looks the same. */
static gboolean
on_switch (gpointer data)
{
  MwApplication *self = data;
  g_autofree char *choice = g_settings_get_string (self->settings, "language");
  MwWindow *before = self->window;

  self->switch_id = 0;
  mw_language_switch_set (choice);
  if (before)
    {
      open_window (self, before);
      gtk_window_close (GTK_WINDOW (before));
    }

  return G_SOURCE_REMOVE;
}

/* Not at once: the preferences, where it is chosen, go with the window. */
static void
on_language_changed (MwApplication *self)
{
  if (!self->switch_id)
    self->switch_id = g_idle_add (on_switch, self);
}

/* Whatever is typed or pointed at in the program counts, in whichever of its windows. */
static void
mw_application_window_added (GtkApplication *application, GtkWindow *window)
{
  GTK_APPLICATION_CLASS (mw_application_parent_class)->window_added (application, window);
  mw_lock_watch_add_window (MW_APPLICATION (application)->watch, window);
}

static void
mw_application_startup (GApplication *application)
{
  MwApplication *self = MW_APPLICATION (application);

  /* Before GTK starts up, so that the worker reads while GTK does. */
  load_catalogue (self);
  G_APPLICATION_CLASS (mw_application_parent_class)->startup (application);

  self->settings = mw_settings_new ();
  g_signal_connect_object (self->settings, "changed::language", G_CALLBACK (on_language_changed), self,
                           G_CONNECT_SWAPPED);
  make_organisation (self);
  mw_application_make_cases (self);
  mw_application_add_actions (self);
  mw_window_install_shortcuts (GTK_APPLICATION (self));
  gtk_window_set_default_icon_name (MW_APPLICATION_ID);
}

static void
on_cases_closed (GObject *source, GAsyncResult *result, gpointer data)
{
  mw_cases_close_finish (MW_CASES (source), result, NULL);
  *(gboolean *) data = TRUE;
}

static gboolean
on_too_late (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
save_organisation (MwApplication *self)
{
  gboolean late = FALSE;
  guint timer = g_timeout_add_seconds (LAST_SAVE_SECONDS, on_too_late, &late);

  while (!late && !mw_organisation_file_is_clean (self->organisation))
    g_main_context_iteration (NULL, TRUE);
  if (!late)
    g_source_remove (timer);
}

/* What was handed over is done first, such as a save or a backup. */
static void
mw_application_shutdown (GApplication *application)
{
  MwApplication *self = MW_APPLICATION (application);
  gboolean closed = self->cases == NULL;

  if (self->organisation)
    save_organisation (self);
  if (self->cases)
    mw_cases_close_async (self->cases, on_cases_closed, &closed);
  while (!closed)
    g_main_context_iteration (NULL, TRUE);

  G_APPLICATION_CLASS (mw_application_parent_class)->shutdown (application);
}

static void
mw_application_activate (GApplication *application)
{
  MwApplication *self = MW_APPLICATION (application);

  GtkWindow *wall = self->window ? mw_window_get_wall (self->window) : NULL;

  if (self->window)
    gtk_window_present (wall ? wall : GTK_WINDOW (self->window));
  else
    open_window (self, NULL);
}

static void
mw_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  MwApplication *self = MW_APPLICATION (application);

  g_application_activate (application);
  if (mw_window_get_wall (self->window))
    g_set_object (&self->waiting, files[0]);
  else
    open_file (self, files[0]);
}

static int
mw_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  MwApplication *self = MW_APPLICATION (application);
  const char *path;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Maatwerk %s\n", MW_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (options, "check-catalogue", "^&ay", &path))
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

      return mw_check_catalogue (file);
    }
  if (g_variant_dict_lookup (options, "catalogue", "^&ay", &path))
    {
      g_clear_object (&self->given);
      self->given = g_file_new_for_commandline_arg (path);
    }
  if (!gtk_init_check ())
    {
      g_printerr ("%s\n", _ ("Maatwerk needs a display to open its window; log in to a desktop and start it there."));
      return 1;
    }

  return -1;
}

static void
mw_application_dispose (GObject *object)
{
  MwApplication *self = MW_APPLICATION (object);

  g_clear_handle_id (&self->switch_id, g_source_remove);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->watch);
  g_clear_object (&self->cases);
  g_clear_object (&self->organisation);
  g_clear_object (&self->settings);
  g_clear_object (&self->given);
  g_clear_object (&self->waiting);
  if (self->bus)
    g_dbus_connection_flush_sync (self->bus, NULL, NULL);
  g_clear_object (&self->bus);

  G_OBJECT_CLASS (mw_application_parent_class)->dispose (object);
}

static void
mw_application_class_init (MwApplicationClass *class)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_application_dispose;
  GTK_APPLICATION_CLASS (class)->window_added = mw_application_window_added;
  application_class->startup = mw_application_startup;
  application_class->activate = mw_application_activate;
  application_class->open = mw_application_open;
  application_class->shutdown = mw_application_shutdown;
  application_class->handle_local_options = mw_application_handle_local_options;
}

static void
mw_application_init (MwApplication *self)
{
  static const GOptionEntry options[] = {
    { "check-catalogue", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Check a catalogue and say what is wrong with it"),
      N_ ("FILE") },
    { "catalogue", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Work with this catalogue instead of the installed one"),
      N_ ("FILE") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version"), NULL },
    { NULL },
  };
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

MwApplication *
mw_application_new (void)
{
  return g_object_new (MW_TYPE_APPLICATION, "application-id", MW_APPLICATION_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/maatwerk/Maatwerk", NULL);
}

void
mw_application_restart (MwApplication *self)
{
  GList *window;
  GDBusConnection *bus = g_application_get_dbus_connection (G_APPLICATION (self));

  if (self->restart)
    return;

  self->restart = TRUE;
  self->bus = bus ? g_object_ref (bus) : NULL;
  while ((window = gtk_application_get_windows (GTK_APPLICATION (self))))
    gtk_window_destroy (window->data);
  g_application_quit (G_APPLICATION (self));
}

gboolean
mw_application_wants_restart (MwApplication *self)
{
  return self->restart;
}

char **
mw_application_dup_restart_words (MwApplication *self, const char *program)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  g_strv_builder_add (words, program);
  if (self->given)
    {
      g_autofree char *file = g_file_is_native (self->given) ? g_file_get_path (self->given) : g_file_get_uri (self->given);

      g_strv_builder_add_many (words, "--catalogue", file, NULL);
    }

  return g_strv_builder_end (words);
}
