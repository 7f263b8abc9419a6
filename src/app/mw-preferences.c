/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-preferences.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-file-chooser.h"

struct _MwPreferences
{
  AdwWindow parent_instance;

  AdwComboRow *language_row;
  GtkSpinButton *minutes_spin;
  GtkSpinButton *years_spin;
  AdwActionRow *folder_row;
  GtkWidget *folder_button;
  GtkWidget *no_folder_button;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (MwPreferences, mw_preferences, ADW_TYPE_WINDOW)

/* In the order of the row's model. */
static const char *const choices[] = { "system", "nl", "en" };

static void
on_language_selected (MwPreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->language_row);

  if (self->settings && selected < G_N_ELEMENTS (choices))
    g_settings_set_string (self->settings, "language", choices[selected]);
}

static void
update_folder (MwPreferences *self)
{
  g_autofree char *folder = g_settings_get_string (self->settings, "organisation-folder");
  g_autofree char *shown = g_filename_display_name (folder);

  adw_action_row_set_subtitle (self->folder_row, *folder ? shown
                                                         : _ ("Your offer lies on this computer only. In a folder that colleagues "
                                                              "share, all see and fill in the same offer."));
  gtk_widget_set_visible (self->no_folder_button, *folder != '\0');
}

static void
on_folder_chosen (GFile *file, gpointer data)
{
  MwPreferences *self = data;
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (path && self->settings)
    g_settings_set_string (self->settings, "organisation-folder", path);
}

static void
on_choose_folder (MwPreferences *self)
{
  mw_file_chooser_choose (GTK_WINDOW (self), MW_FILE_CHOOSER_FOLDER, _ ("Shared Folder for Your Offer"), _ ("_Choose"), NULL,
                          on_folder_chosen, g_object_ref (self), g_object_unref);
}

static void
on_no_folder (MwPreferences *self)
{
  g_settings_reset (self->settings, "organisation-folder");
  gtk_widget_grab_focus (self->folder_button);
}

/* What the window does with the cases is done over the window, without the preferences in between. */
static void
on_case_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MwPreferences *self = data;
  g_autofree char *name = g_strdup (g_action_get_name (G_ACTION (action)));
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  g_object_ref (parent);
  gtk_window_destroy (GTK_WINDOW (self));
  g_action_group_activate_action (G_ACTION_GROUP (parent), name, NULL);
  g_object_unref (parent);
}

/* Each is as sensitive here as it is there. */
static void
follow_case_actions (MwPreferences *self, GtkWindow *parent)
{
  static const char *const names[] = { "change-passphrase", "renew-keys", "back-up", "restore" };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GSimpleAction) own = g_simple_action_new (names[i], NULL);
      GAction *theirs = G_IS_ACTION_MAP (parent) ? g_action_map_lookup_action (G_ACTION_MAP (parent), names[i]) : NULL;

      if (theirs)
        g_object_bind_property (theirs, "enabled", own, "enabled", G_BINDING_SYNC_CREATE);
      else
        g_simple_action_set_enabled (own, FALSE);
      g_signal_connect_object (own, "activate", G_CALLBACK (on_case_action), self, 0);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (own));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "case", G_ACTION_GROUP (group));
}

/* A row that is pressed has no other name than its title. */
static void
name_rows (GtkWidget *widget)
{
  if (ADW_IS_ACTION_ROW (widget) && gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)))
    mw_accessible_set_name (widget, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)));

  for (GtkWidget *c = gtk_widget_get_first_child (widget); c; c = gtk_widget_get_next_sibling (c))
    name_rows (c);
}

static void
mw_preferences_dispose (GObject *object)
{
  g_clear_object (&MW_PREFERENCES (object)->settings);

  G_OBJECT_CLASS (mw_preferences_parent_class)->dispose (object);
}

static void
mw_preferences_class_init (MwPreferencesClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_preferences_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, MwPreferences, language_row);
  gtk_widget_class_bind_template_child (widget_class, MwPreferences, minutes_spin);
  gtk_widget_class_bind_template_child (widget_class, MwPreferences, years_spin);
  gtk_widget_class_bind_template_child (widget_class, MwPreferences, folder_row);
  gtk_widget_class_bind_template_child (widget_class, MwPreferences, folder_button);
  gtk_widget_class_bind_template_child (widget_class, MwPreferences, no_folder_button);
}

static void
mw_preferences_init (MwPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mw_accessible_set_name (GTK_WIDGET (self->minutes_spin), _ ("Lock after, in minutes"));
  mw_accessible_set_name (GTK_WIDGET (self->years_spin), _ ("Propose deletion of closed cases after, in years"));
  name_rows (GTK_WIDGET (self));
  mw_accessible_set_name (self->folder_button, _ ("Choose a shared folder for your offer"));
}

GtkWindow *
mw_preferences_new (GtkWindow *parent, GSettings *settings)
{
  MwPreferences *self = g_object_new (MW_TYPE_PREFERENCES, "transient-for", parent, NULL);
  g_autofree char *language = g_settings_get_string (settings, "language");

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (g_str_equal (choices[i], language))
      adw_combo_row_set_selected (self->language_row, i);
  self->settings = g_object_ref (settings);
  g_signal_connect_swapped (self->language_row, "notify::selected", G_CALLBACK (on_language_selected), self);
  g_settings_bind (settings, "lock-minutes", self->minutes_spin, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "retention-years", self->years_spin, "value", G_SETTINGS_BIND_DEFAULT);
  follow_case_actions (self, parent);
  update_folder (self);
  g_signal_connect_object (settings, "changed::organisation-folder", G_CALLBACK (update_folder), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->folder_button, "clicked", G_CALLBACK (on_choose_folder), self);
  g_signal_connect_swapped (self->no_folder_button, "clicked", G_CALLBACK (on_no_folder), self);

  return GTK_WINDOW (self);
}
