/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-window-own.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-own-page.h"
#include "mw-words.h"

struct _MwWindowOwn
{
  GObject parent_instance;

  GtkApplicationWindow *window; /* unowned */
  MwBrowserPane *browser;       /* unowned */
  AdwToastOverlay *toasts;      /* unowned */
  MwOrganisationFile *file;
  MwOwnDrafts *drafts;
  MwOwnPage *page;             /* (nullable): made when it is first needed */
  MwOrganisationItem *removed; /* (nullable): what was removed last */
};

G_DEFINE_FINAL_TYPE (MwWindowOwn, mw_window_own, G_TYPE_OBJECT)

static void
on_closed (MwWindowOwn *self)
{
  mw_browser_pane_show_page (self->browser, NULL);
}

static void
on_saved (MwWindowOwn *self, const char *id)
{
  mw_browser_pane_show_page (self->browser, NULL);
  mw_browser_pane_open (self->browser, id);
}

static void
on_removed (MwWindowOwn *self, MwOrganisationItem *item)
{
  const char *name = mw_intervention_get_name (item->intervention, mw_words_get_language ());
  g_autofree char *escaped = g_markup_escape_text (name, -1);
  g_autofree char *words = g_strdup_printf (_ ("“%s” is removed"), escaped);
  AdwToast *toast = adw_toast_new (words);

  g_clear_pointer (&self->removed, mw_organisation_item_unref);
  self->removed = mw_organisation_item_ref (item);
  mw_browser_pane_show_page (self->browser, NULL);
  mw_browser_pane_open (self->browser, NULL);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.restore-own");
  /* Who is called away finds it there when she is back. */
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
  mw_accessible_name_buttons (GTK_WIDGET (self->toasts));
}

static MwOwnPage *
ensure_page (MwWindowOwn *self)
{
  if (self->page)
    return self->page;

  self->page = g_object_ref_sink (mw_own_page_new (self->file, self->drafts));
  g_signal_connect_object (self->page, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "removed", G_CALLBACK (on_removed), self, G_CONNECT_SWAPPED);

  return self->page;
}

static void
show_page (MwWindowOwn *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.reveal-browser", NULL);
  mw_browser_pane_show_page (self->browser, GTK_WIDGET (self->page));
}

static void
on_add (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MwWindowOwn *self = data;

  mw_own_page_write (ensure_page (self), NULL);
  show_page (self);
}

static void
on_change (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MwWindowOwn *self = data;

  mw_own_page_write (ensure_page (self), mw_browser_pane_get_open (self->browser));
  show_page (self);
}

static void
on_remove (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MwWindowOwn *self = data;

  mw_own_page_ask_remove (ensure_page (self), mw_browser_pane_get_open (self->browser));
  show_page (self);
}

static void
on_restore (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MwWindowOwn *self = data;
  g_autoptr (MwOrganisationItem) item = g_steal_pointer (&self->removed);

  if (!item || !mw_organisation_file_is_editable (self->file))
    return;

  mw_organisation_file_set_item (self->file, mw_organisation_item_copy (item));
  mw_browser_pane_open (self->browser, item->id);
}

static const GActionEntry actions[] = {
  { "add-own", on_add, NULL, NULL, NULL },
  { "change-own", on_change, NULL, NULL, NULL },
  { "remove-own", on_remove, NULL, NULL, NULL },
  { "restore-own", on_restore, NULL, NULL, NULL },
};

static void
mw_window_own_dispose (GObject *object)
{
  MwWindowOwn *self = MW_WINDOW_OWN (object);

  g_clear_object (&self->page);
  /* The last to hold the drafts waits until they are written. */
  g_clear_object (&self->drafts);
  g_clear_object (&self->file);
  g_clear_pointer (&self->removed, mw_organisation_item_unref);

  G_OBJECT_CLASS (mw_window_own_parent_class)->dispose (object);
}

static void
mw_window_own_class_init (MwWindowOwnClass *class)
{
  G_OBJECT_CLASS (class)->dispose = mw_window_own_dispose;
}

static void
mw_window_own_init (MwWindowOwn *self)
{
}

static void
set_enabled (MwWindowOwn *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->window), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
mw_window_own_update (MwWindowOwn *self)
{
  const char *open = mw_browser_pane_get_open (self->browser);
  MwOrganisationItem *item
    = open ? mw_organisation_lookup (mw_organisation_file_get (self->file), MW_ITEM_OWN, open) : NULL;
  gboolean own = item && item->intervention && !mw_browser_pane_has_page (self->browser);

  set_enabled (self, "change-own", own);
  set_enabled (self, "remove-own", own);
}

MwWindowOwn *
mw_window_own_new (GtkApplicationWindow *window,
                   MwBrowserPane *browser,
                   AdwToastOverlay *toasts,
                   MwOrganisationFile *file,
                   const char *folder)
{
  MwWindowOwn *self = g_object_new (MW_TYPE_WINDOW_OWN, NULL);

  self->window = window;
  self->browser = browser;
  self->toasts = toasts;
  self->file = g_object_ref (file);
  self->drafts = mw_own_drafts_new (folder);
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_object (file, "changed", G_CALLBACK (mw_window_own_update), self, G_CONNECT_SWAPPED);
  mw_window_own_update (self);

  return self;
}
