/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "mw-case-words.h"
#include "mw-cases-pane-private.h"

/* What is deleted; meanwhile the pane may have gone elsewhere, and have another case open. */
typedef struct
{
  MwCasesPane *pane;
  MwCaseSaver *saver;
} Deletion;

static void
deletion_free (Deletion *self)
{
  g_object_unref (self->pane);
  g_object_unref (self->saver);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deletion, deletion_free)

static void
say_not_deleted (MwCasesPane *self, const GError *error)
{
  g_autofree char *words = mw_case_words_dup_delete_error (error);

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "confirm"))
    mw_confirm_page_set_state (self->confirm_page, words, FALSE);
  else
    mw_cases_pane_say (self, words);
}

static void
on_deleted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Deletion) deletion = data;
  MwCasesPane *self = deletion->pane;
  g_autoptr (GError) error = NULL;
  gboolean deleted = mw_cases_delete_finish (MW_CASES (source), result, &error);

  if (deleted)
    mw_case_saver_set_deleted (deletion->saver);
  if (!self->cases)
    return;
  if (!deleted)
    {
      say_not_deleted (self, error);
      return;
    }

  mw_cases_pane_say (self, _ ("The case is deleted, with everything that was written in it and from the backups in the data folder."));
}

void
mw_cases_pane_delete_case (MwCasesPane *self)
{
  guint64 id = mw_case_saver_get_id (self->saver);
  Deletion *deletion;

  if (id == 0 && !mw_case_saver_is_saving (self->saver))
    {
      mw_case_saver_stop (self->saver);
      mw_cases_pane_arrive_at_list (self);
      return;
    }
  mw_confirm_page_set_state (self->confirm_page, _ ("One moment…"), TRUE);
  if (id == 0)
    {
      self->go = MW_GO_DELETE; /* once it is known as which it is saved */
      return;
    }
  deletion = g_new (Deletion, 1);
  deletion->pane = g_object_ref (self);
  deletion->saver = g_object_ref (self->saver);
  mw_cases_delete_async (self->cases, id, on_deleted, deletion);
}

static void
on_repaired (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MwCasesPane) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  gboolean repaired = mw_cases_repair_finish (MW_CASES (source), result, &error);

  if (!self->cases)
    return;
  if (!repaired)
    {
      words = mw_case_words_dup_unlock_error (error);
      mw_confirm_page_set_state (self->confirm_page, words, FALSE);
      return;
    }

  mw_cases_pane_arrive_at_list (self);
  mw_cases_pane_say (self, _ ("The file holds what could be read. The damaged one is kept in the folder “backups”."));
}

void
mw_cases_pane_on_confirmed (MwCasesPane *self)
{
  switch (self->ask)
    {
    case MW_ASK_DELETE:
      mw_cases_pane_delete_case (self);
      break;
    case MW_ASK_RENEW:
      mw_cases_pane_make_keys (self);
      break;
    case MW_ASK_REPAIR:
      mw_confirm_page_set_state (self->confirm_page, _ ("One moment…"), TRUE);
      mw_cases_repair_async (self->cases, on_repaired, g_object_ref (self));
      break;
    case MW_ASK_EXPORT:
      mw_cases_pane_choose_target (self, MW_CASES_TARGET_XML);
      break;
    case MW_ASK_CLOSE_UNSAVED:
      mw_case_saver_stop (self->saver);
      g_signal_emit_by_name (self, "left", MW_LEAVE_CLOSE);
      break;
    case MW_ASK_UNENCRYPTED:
      mw_cases_pane_on_cancelled (self); /* back to the case */
      g_signal_emit_by_name (self, "unencrypted", self->ask_what);
      break;
    case MW_ASK_NOTHING:
    default:
      break;
    }
}

void
mw_cases_pane_on_cancelled (MwCasesPane *self)
{
  if (self->covered)
    {
      self->go = MW_GO_LOCK; /* as before, once everything is saved */
      mw_cases_pane_show_page (self, "unlock");
      gtk_widget_grab_focus (GTK_WIDGET (self->unlock_page));
    }
  else if (self->saver)
    {
      mw_cases_pane_show_page (self, "case");
      gtk_widget_grab_focus (GTK_WIDGET (self->case_page));
    }
  else if (mw_cases_get_state (self->cases) == MW_CASES_OPEN)
    mw_cases_pane_go (self, MW_GO_LIST, 0);
  else
    mw_cases_pane_show_page (self, mw_cases_get_state (self->cases) == MW_CASES_TROUBLE ? "trouble" : "unlock");
}

void
mw_cases_pane_ask (MwCasesPane *self, MwAsk what)
{
  self->ask = what;
  mw_cases_pane_show_page (self, "confirm");
  if (what == MW_ASK_DELETE)
    mw_confirm_page_ask (self->confirm_page, _ ("Delete This Case for Good?"),
                         _ ("Everything that was written in it is removed, earlier versions too, also from the backups in the data folder. This "
                            "cannot be undone. To keep the case but be done with it, close it instead: set its status to “Closed”."),
                         _ ("_Delete for Good"), TRUE);
  else if (what == MW_ASK_RENEW)
    mw_confirm_page_ask (self->confirm_page, _ ("Make Another Recovery Key?"),
                         _ ("The recovery key that you have will open nothing any more, except backups that were made until now. The new one is shown "
                            "once, to print or to save."),
                         _ ("_Make a Recovery Key"), FALSE);
  else if (what == MW_ASK_REPAIR)
    mw_confirm_page_ask (self->confirm_page, _ ("Go On Without What Is Damaged?"),
                         _ ("What can be read stays; what is damaged is left out from now on. The file as it is now is kept in the folder “backups”, so "
                            "that nothing is lost that somebody might still mend."),
                         _ ("_Go On Without It"), FALSE);
  else if (what == MW_ASK_UNENCRYPTED)
    mw_confirm_page_ask (self->confirm_page, _ ("Save It Without Encryption?"),
                         _ ("In Maatwerk this case is sealed. The file that you are about to make is not: whoever gets hold of it can read it. Save it "
                            "where only those can come who may read it, and delete it when it is no longer needed."),
                         _ ("_Save Unencrypted…"), FALSE);
  else if (what == MW_ASK_EXPORT)
    mw_confirm_page_ask (self->confirm_page, _ ("Save the Whole File Unencrypted?"),
                         _ ("The file will hold everything that is recorded in this case, and it is not encrypted: whoever gets it can read it. Save it "
                            "for a client who asks to see it or for another program, in a safe place, and delete it once it has served. For a "
                            "colleague, hand over the case instead: that file is sealed."),
                         _ ("_Save Unencrypted"), TRUE);
  else if (what == MW_ASK_CLOSE_UNSAVED)
    mw_confirm_page_ask (self->confirm_page, _ ("Close Without Saving?"),
                         _ ("The last words in this case could not be saved. Stay, make room or copy them elsewhere; or close and lose them. What was "
                            "saved before is safe."),
                         _ ("_Close and Lose Them"), TRUE);
}

void
mw_cases_pane_ask_unencrypted (MwCasesPane *self, const char *what)
{
  if (!mw_cases_pane_peek_case (self))
    return;

  self->ask_what = g_intern_string (what);
  mw_cases_pane_ask (self, MW_ASK_UNENCRYPTED);
}
