/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "mw-choice-page-private.h"
#include "mw-prose.h"
#include "mw-typology-texts.h"
#include "mw-words.h"

/* What the publication warns of, above the steps. */

/* Those for which the publication warns what can be expected. */
#define LIMITED_PROFILES \
  (MW_PROFILE_SET_OF (MW_PROFILE_COMPENSEERDERS) | MW_PROFILE_SET_OF (MW_PROFILE_BUITENSTAANDERS) \
   | MW_PROFILE_SET_OF (MW_PROFILE_OVERLEVERS))

/* Each sentence once: a row says for both of its profiles what one of them may say too. */
static void
add_new (GPtrArray *texts, GPtrArray *some)
{
  for (guint i = 0; i < some->len; i++)
    if (!g_ptr_array_find_with_equal_func (texts, g_ptr_array_index (some, i), g_str_equal, NULL))
      g_ptr_array_add (texts, g_ptr_array_index (some, i));
}

static void
append_limits (MwChoicePage *self, MwProfile profile)
{
  MwLanguage language = mw_words_get_language ();
  MwPersistence row = mw_profile_get_persistence (profile);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autofree char *name = mw_words_dup_profile (profile);
  /* Translators: %s is the name of a profile */
  g_autofree char *words = g_strdup_printf (_ ("%s: what the publication warns of"), name);
  GtkWidget *fold = g_object_new (MW_TYPE_FOLD, NULL);

  add_new (texts, mw_typology_texts_get_profile (profile, MW_TYPOLOGY_LIMIT, language));
  add_new (texts, mw_typology_texts_get_row (row, MW_TYPOLOGY_LIMIT, language));
  mw_fold_set_heading (MW_FOLD (fold), words, NULL);
  g_object_set (fold, "child", mw_prose_new_list (texts), NULL);
  gtk_box_append (self->limits_box, fold);
}

void
mw_choice_page_show_limits (MwChoicePage *self)
{
  MwProfileSet profiles = self->one ? mw_case_get_profiles (self->one) : 0;
  MwProfileSet limited = profiles == MW_PROFILE_SET_ALL ? 0 : profiles & LIMITED_PROFILES;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->limits_box))))
    gtk_box_remove (self->limits_box, child);
  for (guint p = 0; p < MW_N_PROFILES; p++)
    if (limited & MW_PROFILE_SET_OF (p))
      append_limits (self, p);
  gtk_widget_set_visible (GTK_WIDGET (self->limits_box), limited != 0);
}
