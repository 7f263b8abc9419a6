/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-preferences.h"

#include <glib/gi18n.h>

struct _MwPreferences
{
  AdwWindow parent_instance;

  AdwComboRow *language_row;

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
}

static void
mw_preferences_init (MwPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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

  return GTK_WINDOW (self);
}
