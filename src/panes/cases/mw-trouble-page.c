/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-trouble-page.h"

#include <glib/gi18n.h>

#include "mw-button-labels.h"
#include "mw-case-words.h"
#include "mw-error.h"
#include "mw-focus.h"

struct _MwTroublePage
{
  GtkWidget parent_instance;

  GtkImage *image;
  GtkLabel *title_label;
  GtkLabel *text_label;
  GtkLabel *folder_label;
  GtkButton *again_button;
  GtkButton *restore_button;

  MwCases *cases;
};

enum
{
  RESTORE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwTroublePage, mw_trouble_page, GTK_TYPE_WIDGET)

typedef struct
{
  int code;
  const char *title;
  const char *icon;
  gboolean restore; /* whether a backup would help, and could not replace anything that is good */
} Trouble;

static const Trouble troubles[] = {
  { MW_STORAGE_ERROR_BUSY, N_ ("The Cases Are Open Elsewhere"), "changes-prevent-symbolic", FALSE },
  { MW_STORAGE_ERROR_NEWER, N_ ("A Newer Maatwerk Is Needed"), "software-update-available-symbolic", FALSE },
  { MW_STORAGE_ERROR_OPEN, N_ ("The Cases Are Not in Their Place"), "dialog-question-symbolic", TRUE },
  { MW_STORAGE_ERROR_CORRUPT, N_ ("The Cases Are Damaged"), "dialog-warning-symbolic", TRUE },
  { MW_STORAGE_ERROR_IO, N_ ("The Cases Cannot Be Read"), "dialog-warning-symbolic", TRUE },
};

static const Trouble *
get_trouble (const GError *error)
{
  static const Trouble other = { -1, N_ ("The Cases Cannot Be Opened"), "dialog-warning-symbolic", FALSE };

  for (guint t = 0; t < G_N_ELEMENTS (troubles); t++)
    if (g_error_matches (error, MW_STORAGE_ERROR, troubles[t].code))
      return &troubles[t];

  return &other;
}

static void
set_suggested (GtkButton *button, gboolean suggested)
{
  if (suggested)
    gtk_widget_add_css_class (GTK_WIDGET (button), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (button), "suggested-action");
}

static void
show_trouble (MwTroublePage *self, const GError *error)
{
  const Trouble *trouble = get_trouble (error);
  g_autofree char *words = mw_case_words_dup_trouble (self->cases);
  g_autofree char *folder = g_filename_display_name (mw_cases_get_folder (self->cases));
  g_autofree char *place = g_strdup_printf (_ ("Folder: %s"), folder);

  gtk_image_set_from_icon_name (self->image, trouble->icon);
  gtk_label_set_label (self->title_label, _ (trouble->title));
  gtk_label_set_label (self->text_label, words);
  gtk_label_set_label (self->folder_label, place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (trouble->title), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->restore_button), trouble->restore);
  set_suggested (self->restore_button, trouble->restore);
  set_suggested (self->again_button, !trouble->restore);
}

/* While it is looked again, the words stay. */
static void
update (MwTroublePage *self)
{
  MwCasesState state = mw_cases_get_state (self->cases);

  if (state == MW_CASES_TROUBLE)
    show_trouble (self, mw_cases_get_trouble (self->cases));
  gtk_widget_set_sensitive (GTK_WIDGET (self->again_button), state == MW_CASES_TROUBLE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->restore_button), state == MW_CASES_TROUBLE);
}

static void
on_again (MwTroublePage *self)
{
  mw_cases_check (self->cases);
}

static void
on_restore (MwTroublePage *self)
{
  g_signal_emit (self, signals[RESTORE], 0);
}

static gboolean
mw_trouble_page_grab_focus (GtkWidget *widget)
{
  MwTroublePage *self = MW_TROUBLE_PAGE (widget);
  gboolean restore = gtk_widget_get_visible (GTK_WIDGET (self->restore_button));

  return gtk_widget_grab_focus (GTK_WIDGET (restore ? self->restore_button : self->again_button));
}

static void
mw_trouble_page_dispose (GObject *object)
{
  MwTroublePage *self = MW_TROUBLE_PAGE (object);
  GtkWidget *child;

  if (self->cases)
    g_signal_handlers_disconnect_by_data (self->cases, self);
  g_clear_object (&self->cases);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_trouble_page_parent_class)->dispose (object);
}

static void
mw_trouble_page_class_init (MwTroublePageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_trouble_page_dispose;
  widget_class->grab_focus = mw_trouble_page_grab_focus;
  widget_class->focus = mw_focus_children;
  signals[RESTORE]
    = g_signal_new ("restore", MW_TYPE_TROUBLE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-trouble-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MwTroublePage, image);
  gtk_widget_class_bind_template_child (widget_class, MwTroublePage, title_label);
  gtk_widget_class_bind_template_child (widget_class, MwTroublePage, text_label);
  gtk_widget_class_bind_template_child (widget_class, MwTroublePage, folder_label);
  gtk_widget_class_bind_template_child (widget_class, MwTroublePage, again_button);
  gtk_widget_class_bind_template_child (widget_class, MwTroublePage, restore_button);
  gtk_widget_class_bind_template_callback (widget_class, on_again);
  gtk_widget_class_bind_template_callback (widget_class, on_restore);
}

static void
mw_trouble_page_init (MwTroublePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mw_button_labels_prepare (GTK_WIDGET (self));
}

void
mw_trouble_page_set_cases (MwTroublePage *self, MwCases *cases)
{
  g_return_if_fail (!self->cases);

  self->cases = g_object_ref (cases);
  g_signal_connect_swapped (cases, "changed", G_CALLBACK (update), self);
  update (self);
}
