/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-search-notice.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-words.h"

/* Of synonyms; more say nothing more. */
#define MAX_NAMED 6

struct _MwSearchNotice
{
  GtkWidget parent_instance;

  GtkWidget *correction_box;
  GtkLabel *correction_label;
  GtkWidget *correction_button;
  GtkLabel *button_label;
  GtkLabel *also_label;
};

G_DEFINE_FINAL_TYPE (MwSearchNotice, mw_search_notice, GTK_TYPE_WIDGET)

static void
mw_search_notice_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_search_notice_parent_class)->dispose (object);
}

static void
mw_search_notice_class_init (MwSearchNoticeClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_search_notice_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-search-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, MwSearchNotice, correction_box);
  gtk_widget_class_bind_template_child (widget_class, MwSearchNotice, correction_label);
  gtk_widget_class_bind_template_child (widget_class, MwSearchNotice, correction_button);
  gtk_widget_class_bind_template_child (widget_class, MwSearchNotice, button_label);
  gtk_widget_class_bind_template_child (widget_class, MwSearchNotice, also_label);
}

static void
mw_search_notice_init (MwSearchNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_correction (MwSearchNotice *self, const char *typed, const char *corrected)
{
  g_autofree char *text = NULL;
  g_autofree char *question = NULL;

  gtk_widget_set_visible (self->correction_box, corrected != NULL);
  if (!corrected)
    return;

  /* Translators: what was typed, and what it was corrected to */
  text = g_strdup_printf (_ ("Nothing was found for “%1$s”. Below is what “%2$s” gives."), typed, corrected);
  question = g_strdup_printf (_ ("Did you mean “%s”?"), corrected);
  gtk_label_set_label (self->correction_label, text);
  gtk_label_set_label (self->button_label, question);
  mw_accessible_set_name (self->correction_button, question);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->correction_button), "s", corrected);
}

/* The words of @language, or all when there are none. Returns: (transfer full) */
static char *
dup_also (GPtrArray *also, MwLanguage language)
{
  GString *words = g_string_new (NULL);
  guint n_ours = 0, n_named = 0;

  for (guint i = 0; i < also->len; i++)
    n_ours += ((MwSynonym *) g_ptr_array_index (also, i))->language == language;
  for (guint i = 0; i < also->len && n_named < MAX_NAMED; i++)
    {
      const MwSynonym *synonym = g_ptr_array_index (also, i);

      if (n_ours > 0 && synonym->language != language)
        continue;
      g_string_append_printf (words, "%s%s", n_named++ > 0 ? ", " : "", synonym->text);
    }

  return g_string_free (words, FALSE);
}

static void
show_also (MwSearchNotice *self, GPtrArray *also)
{
  g_autofree char *words = dup_also (also, mw_words_get_language ());
  /* Translators: words that mean the same as what was typed */
  g_autofree char *text = g_strdup_printf (_ ("Also searched for: %s"), words);

  gtk_label_set_label (self->also_label, text);
}

void
mw_search_notice_show (MwSearchNotice *self, const char *typed, const MwQueryResult *result)
{
  const MwFound *found = result->found;

  gtk_widget_set_visible (GTK_WIDGET (self), found && (found->corrected || found->also->len > 0));
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  show_correction (self, typed ? typed : "", found->corrected);
  gtk_widget_set_visible (GTK_WIDGET (self->also_label), !found->corrected && found->also->len > 0);
  show_also (self, found->also);
}
