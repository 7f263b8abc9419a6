/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-saved-filters-box.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-chip-box.h"
#include "mw-filter-sentence.h"
#include "mw-fold.h"
#include "mw-saved-name-form.h"

/* More than this are folded at first, so that the filters themselves stay in sight. */
#define MAX_UNFOLDED 5

struct _MwSavedFiltersBox
{
  GtkWidget parent_instance;

  MwFold *fold;
  GtkBox *rows_box;
  MwSavedNameForm *name_form;
  GtkWidget *save_button;
  GtkWidget *undo_box;
  GtkLabel *undo_label;
  GtkWidget *undo_button;

  MwSavedFilters *saved;
  char **current; /* what is chosen now */
  char *removed_name; /* (nullable): what can be undone */
  char **removed_filters;
};

G_DEFINE_FINAL_TYPE (MwSavedFiltersBox, mw_saved_filters_box, GTK_TYPE_WIDGET)

/* Two lists of words in the order of mw_query_dup_filters(), which stored ones need not have. */
static gboolean
is_current (MwSavedFiltersBox *self, const char *const *filters)
{
  g_autoptr (MwQuery) query = mw_query_new ();
  g_auto (GStrv) known = NULL;

  mw_query_set_filters (query, filters);
  known = mw_query_dup_filters (query);

  return self->current && g_strv_equal ((const char *const *) known, (const char *const *) self->current);
}

static GtkWidget *
new_choose_button (const char *name, const char *const *filters, gboolean current)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *icon = gtk_image_new_from_icon_name ("object-select-symbolic");
  g_autoptr (MwQuery) query = mw_query_new ();
  /* Translators: the name of a saved filter that is what is chosen now */
  g_autofree char *words = current ? g_strdup_printf (_ ("%s, in use"), name) : g_strdup (name);
  g_autofree char *sentence = NULL;

  mw_query_set_filters (query, filters);
  sentence = mw_filter_sentence_dup (query);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_visible (icon, current);
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), icon);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, sentence);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "browser.choose");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), g_variant_new_strv (filters, -1));
  mw_accessible_set_name (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);

  return button;
}

static void
append_item (GMenu *menu, const char *label, const char *action, const char *name)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, g_variant_new_string (name));
  g_menu_append_item (menu, item);
}

static GtkWidget *
new_menu_button (const char *name)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *words = g_strdup_printf (_ ("Rename or remove: %s"), name);

  append_item (menu, _ ("_Rename…"), "saved.rename", name);
  append_item (menu, _ ("R_emove"), "saved.remove", name);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);

  return button;
}

static void
append_row (MwSavedFiltersBox *self, guint position)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  const char *name = mw_saved_filters_get_name (self->saved, position);
  const char *const *filters = mw_saved_filters_get_filters (self->saved, position);

  gtk_box_append (GTK_BOX (row), new_choose_button (name, filters, is_current (self, filters)));
  gtk_box_append (GTK_BOX (row), new_menu_button (name));
  gtk_box_append (self->rows_box, row);
}

static GtkWidget *
get_row (MwSavedFiltersBox *self, guint position)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows_box));

  while (row && position-- > 0)
    row = gtk_widget_get_next_sibling (row);

  return row;
}

static void
show_heading (MwSavedFiltersBox *self)
{
  guint n_saved = mw_saved_filters_get_n (self->saved);
  g_autofree char *text
    = n_saved > 0 ? g_strdup_printf (_ ("Saved filters (%u)"), n_saved) : g_strdup (_ ("Saved filters"));

  mw_fold_set_heading (self->fold, text, NULL);
}

/* Rows are made anew: there are few of them. The keyboard stays on the row that it was on. */
static void
fill (MwSavedFiltersBox *self)
{
  GtkWidget *had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->rows_box));
  guint n_saved = mw_saved_filters_get_n (self->saved);
  gboolean can_save = self->current && *self->current;
  guint position = 0;

  for (GtkWidget *row = get_row (self, 0); had_focus && row != had_focus; row = gtk_widget_get_next_sibling (row))
    position++;
  while (get_row (self, 0))
    gtk_box_remove (self->rows_box, get_row (self, 0));
  for (guint i = 0; i < n_saved; i++)
    append_row (self, i);
  if (had_focus && n_saved > 0)
    gtk_widget_child_focus (get_row (self, MIN (position, n_saved - 1)), GTK_DIR_TAB_FORWARD);

  show_heading (self);
  gtk_widget_set_visible (self->save_button, can_save && !gtk_widget_get_visible (GTK_WIDGET (self->name_form)));
  gtk_widget_set_visible (GTK_WIDGET (self), n_saved > 0 || can_save || self->removed_name);
}

static void
forget_removed (MwSavedFiltersBox *self)
{
  g_clear_pointer (&self->removed_name, g_free);
  g_clear_pointer (&self->removed_filters, g_strfreev);
  gtk_widget_set_visible (self->undo_box, FALSE);
}

static void
on_save (MwSavedFiltersBox *self)
{
  if (!self->current || !*self->current)
    return;

  forget_removed (self);
  mw_fold_set_expanded (self->fold, TRUE);
  mw_saved_name_form_start (self->name_form, self->saved, (const char *const *) self->current);
  fill (self);
}

static void
on_rename (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MwSavedFiltersBox *self = MW_SAVED_FILTERS_BOX (widget);

  forget_removed (self);
  mw_saved_name_form_start_rename (self->name_form, self->saved, g_variant_get_string (parameter, NULL));
  fill (self);
}

static void
on_remove (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MwSavedFiltersBox *self = MW_SAVED_FILTERS_BOX (widget);
  g_autofree char *text = NULL;
  guint position;

  if (!mw_saved_filters_find (self->saved, g_variant_get_string (parameter, NULL), &position))
    return;

  forget_removed (self);
  self->removed_name = g_strdup (mw_saved_filters_get_name (self->saved, position));
  self->removed_filters = g_strdupv ((char **) mw_saved_filters_get_filters (self->saved, position));
  /* Translators: the name of a saved filter */
  text = g_strdup_printf (_ ("“%s” has been removed."), self->removed_name);
  gtk_label_set_label (self->undo_label, text);
  gtk_widget_set_visible (self->undo_box, TRUE);
  mw_saved_filters_remove (self->saved, position);
  gtk_widget_grab_focus (self->undo_button);
}

static void
focus_name (MwSavedFiltersBox *self, const char *name)
{
  guint position;

  if (mw_saved_filters_find (self->saved, name, &position))
    gtk_widget_child_focus (get_row (self, position), GTK_DIR_TAB_FORWARD);
}

static void
on_undo (MwSavedFiltersBox *self)
{
  g_autofree char *name = g_steal_pointer (&self->removed_name);

  if (!name)
    return;

  mw_saved_filters_save (self->saved, name, (const char *const *) self->removed_filters);
  forget_removed (self);
  focus_name (self, name);
}

static void
on_ended (MwSavedFiltersBox *self, const char *name)
{
  fill (self);
  if (name)
    focus_name (self, name);
  else
    gtk_widget_grab_focus (gtk_widget_get_visible (self->save_button) ? self->save_button : GTK_WIDGET (self->fold));
}

static void
mw_saved_filters_box_dispose (GObject *object)
{
  MwSavedFiltersBox *self = MW_SAVED_FILTERS_BOX (object);
  GtkWidget *child;

  if (self->saved)
    g_signal_handlers_disconnect_by_data (self->saved, self);
  g_clear_object (&self->saved);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_saved_filters_box_parent_class)->dispose (object);
}

static void
mw_saved_filters_box_finalize (GObject *object)
{
  MwSavedFiltersBox *self = MW_SAVED_FILTERS_BOX (object);

  g_strfreev (self->current);
  g_free (self->removed_name);
  g_strfreev (self->removed_filters);

  G_OBJECT_CLASS (mw_saved_filters_box_parent_class)->finalize (object);
}

static void
mw_saved_filters_box_class_init (MwSavedFiltersBoxClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_saved_filters_box_dispose;
  G_OBJECT_CLASS (class)->finalize = mw_saved_filters_box_finalize;

  g_type_ensure (MW_TYPE_CHIP_BOX);
  g_type_ensure (MW_TYPE_FOLD);
  g_type_ensure (MW_TYPE_SAVED_NAME_FORM);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/maatwerk/Maatwerk/ui/mw-saved-filters-box.ui");
  gtk_widget_class_bind_template_child (widget_class, MwSavedFiltersBox, fold);
  gtk_widget_class_bind_template_child (widget_class, MwSavedFiltersBox, rows_box);
  gtk_widget_class_bind_template_child (widget_class, MwSavedFiltersBox, name_form);
  gtk_widget_class_bind_template_child (widget_class, MwSavedFiltersBox, save_button);
  gtk_widget_class_bind_template_child (widget_class, MwSavedFiltersBox, undo_box);
  gtk_widget_class_bind_template_child (widget_class, MwSavedFiltersBox, undo_label);
  gtk_widget_class_bind_template_child (widget_class, MwSavedFiltersBox, undo_button);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_undo);
  gtk_widget_class_bind_template_callback (widget_class, on_ended);
  gtk_widget_class_install_action (widget_class, "saved.rename", "s", on_rename);
  gtk_widget_class_install_action (widget_class, "saved.remove", "s", on_remove);
}

static void
mw_saved_filters_box_init (MwSavedFiltersBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mw_accessible_name_buttons (GTK_WIDGET (self));
}

void
mw_saved_filters_box_set_saved (MwSavedFiltersBox *self, MwSavedFilters *saved)
{
  guint n_saved = mw_saved_filters_get_n (saved);

  self->saved = g_object_ref (saved);
  g_signal_connect_swapped (saved, "notify::value", G_CALLBACK (fill), self);
  mw_fold_set_expanded (self->fold, n_saved <= MAX_UNFOLDED);
  fill (self);
}

void
mw_saved_filters_box_show (MwSavedFiltersBox *self, const MwQuery *query)
{
  g_auto (GStrv) current = mw_query_dup_filters (query);

  if (self->current && g_strv_equal ((const char *const *) current, (const char *const *) self->current))
    return;

  g_strfreev (self->current);
  self->current = g_steal_pointer (&current);
  fill (self);
}
