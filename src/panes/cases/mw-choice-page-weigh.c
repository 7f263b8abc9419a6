/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-case-words.h"
#include "mw-choice-page-private.h"
#include "mw-words.h"

/* Step 3: each option weighed with the three sources of knowledge. An option unfolds. */

static void
show_heading (GtkWidget *fold)
{
  MwConsidered *option = g_object_get_data (G_OBJECT (fold), "option");
  g_autofree char *name = mw_choice_words_dup_option (option);
  g_autofree char *verdict = mw_words_dup_lower (mw_choice_words_get_verdict (option->verdict));

  mw_fold_set_heading (MW_FOLD (fold), name, verdict);
}

static const char *
get_verdict (guint verdict)
{
  return mw_choice_words_get_verdict (verdict);
}

static void
show_referral (GtkWidget *fold)
{
  MwConsidered *option = g_object_get_data (G_OBJECT (fold), "option");

  gtk_widget_set_visible (g_object_get_data (G_OBJECT (fold), "referral"), option->verdict == MW_VERDICT_REFERRED);
}

static void
set_verdict (MwChoicePage *self, gpointer data, guint verdict)
{
  GtkWidget *fold = data;
  MwConsidered *option = g_object_get_data (G_OBJECT (fold), "option");

  if (!mw_considered_set_verdict (option, verdict, g_get_real_time () / G_USEC_PER_SEC, mw_case_words_get_today ()))
    return;

  show_heading (fold);
  show_referral (fold);
  mw_choice_page_remake (self, MW_STEP_EVALUATE);
  mw_choice_page_touch (self);
}

/* To whom, of an option for which the client is referred. */
static GtkWidget *
new_referral (MwChoicePage *self, MwConsidered *option)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_ ("→ To be referred to"));
  g_autofree char *name = g_strdup_printf (_ ("To whom to refer for %s"), option->name);
  GtkWidget *entry = mw_choice_page_new_entry (self, _ ("not known yet"), name, &option->referred_to);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  return box;
}

static GtkWidget *
new_verdict (MwChoicePage *self, GtkWidget *fold, MwConsidered *option)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (_ ("Verdict"));
  GtkWidget *referral = new_referral (self, option);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  g_object_set_data (G_OBJECT (fold), "referral", referral);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), mw_choice_page_new_chips (self, option->name, MW_N_VERDICTS, get_verdict, option->verdict, set_verdict, fold));
  gtk_box_append (GTK_BOX (box), referral);
  show_referral (fold);
  return box;
}

static void
make_content (MwChoicePage *self, GtkWidget *fold, GtkBox *content)
{
  MwConsidered *option = g_object_get_data (G_OBJECT (fold), "option");
  g_autofree char *facts = mw_choice_words_dup_facts (option, self->facts, mw_case_get_profiles (self->one));
  g_autofree char *reason = g_strdup_printf ("%s: %s", option->name, _ ("Why"));
  GtkWidget *label = mw_choice_page_new_hint (facts);

  for (guint k = 0; k < MW_N_KNOWLEDGES; k++)
    {
      const char *heading = mw_choice_words_get_knowledge (k);
      g_autofree char *name = g_strdup_printf ("%s: %s", option->name, heading);

      gtk_box_append (content, mw_choice_page_new_area (self, heading, name, &option->appraisals[k]));
    }
  gtk_box_append (content, label);
  gtk_box_append (content, new_verdict (self, fold, option));
  gtk_box_append (content, mw_choice_page_new_area (self, _ ("Why"), reason, &option->reason));
  g_object_set_data (G_OBJECT (fold), "facts", label);
}

/* What is in it is made when it is first unfolded: there may be dozens. */
static void
on_toggled (GtkWidget *fold, MwChoicePage *self)
{
  GtkWidget *content = g_object_get_data (G_OBJECT (fold), "content");

  if (mw_fold_get_expanded (MW_FOLD (fold)) && !gtk_widget_get_first_child (content))
    make_content (self, fold, GTK_BOX (content));
}

GtkWidget *
mw_choice_page_new_weighing (MwChoicePage *self, MwConsidered *option)
{
  GtkWidget *fold = g_object_new (MW_TYPE_FOLD, NULL);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gboolean is_wanted = self->one->considered->len == 1 || g_strcmp0 (option->id, self->wanted) == 0;

  gtk_widget_set_margin_start (content, 12);
  gtk_widget_set_margin_bottom (content, 12);
  g_object_set_data (G_OBJECT (fold), "option", option);
  g_object_set_data (G_OBJECT (fold), "content", content);
  g_object_set (fold, "child", content, NULL);
  show_heading (fold);
  mw_fold_set_expanded (MW_FOLD (fold), is_wanted);
  if (is_wanted)
    on_toggled (fold, self);
  g_signal_connect (fold, "toggled", G_CALLBACK (on_toggled), self);
  return fold;
}

void
mw_choice_page_make_weigh (MwChoicePage *self, GtkBox *box)
{
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->rows[MW_STEP_WEIGH] = GTK_BOX (rows);
  gtk_box_append (box, mw_choice_page_new_hint (self->one->considered->len > 0
                                                  ? _ ("Open an option to write what speaks for and against it.")
                                                  : _ ("There are no options yet: add them at “What is known”.")));
  gtk_box_append (box, rows);
  mw_choice_page_fill_rows (self);
}
