/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mw-case-words.h"
#include "mw-cases-pane-private.h"

void
mw_cases_pane_start_passphrase (MwCasesPane *self, MwPassphraseReason reason)
{
  mw_cases_pane_show_page (self, "passphrase");
  mw_passphrase_page_start (self->passphrase_page, reason);
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase_page));
}

static void
go_on (MwCasesPane *self)
{
  MwGo go = self->after_opening;

  self->after_opening = MW_GO_NOWHERE;
  mw_cases_pane_go (self, go == MW_GO_NOWHERE ? MW_GO_LIST : go, 0);
}

static void
show_recovery_key (MwCasesPane *self, char *key)
{
  mw_cases_pane_show_page (self, "recovery");
  mw_cases_pane_emit_recovery_kept (self, FALSE);
  mw_recovery_page_show (self->recovery_page, key);
  gtk_widget_grab_focus (GTK_WIDGET (self->recovery_page));
  memset (key, 0, strlen (key));
  g_free (key);
}

static void
say_failure (MwCasesPane *self, const GError *error)
{
  g_autofree char *words = mw_case_words_dup_unlock_error (error);

  mw_passphrase_page_set_state (self->passphrase_page, words, FALSE);
}

static void
on_created (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MwCasesPane) self = data;
  g_autoptr (GError) error = NULL;
  char *key = mw_cases_create_finish (MW_CASES (source), result, &error);

  if (!self->cases) /* the pane is gone */
    g_free (key);
  else if (key)
    show_recovery_key (self, key);
  else
    say_failure (self, error);
}

static void
on_sealed_anew (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MwCasesPane) self = data;
  g_autoptr (GError) error = NULL;
  char *key = mw_cases_renew_keys_finish (MW_CASES (source), result, &error);

  if (!self->cases)
    g_free (key);
  else if (key)
    show_recovery_key (self, key);
  else
    say_failure (self, error);
}

static void
on_replaced (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MwCasesPane) self = data;
  g_autoptr (GError) error = NULL;
  gboolean changed = mw_cases_set_passphrase_finish (MW_CASES (source), result, &error);
  MwSecret *passphrase;

  if (!self->cases)
    return;
  if (!changed)
    {
      say_failure (self, error);
      return;
    }

  passphrase = mw_passphrase_page_wants_anew (self->passphrase_page)
                 ? mw_passphrase_page_get_passphrase (self->passphrase_page)
                 : NULL;
  if (passphrase)
    mw_cases_renew_keys_async (self->cases, passphrase, on_sealed_anew, g_object_ref (self));
  else
    go_on (self);
  mw_cases_pane_say (self, _ ("The new passphrase is in use from now on."));
}

void
mw_cases_pane_on_chosen (MwCasesPane *self)
{
  MwPassphraseReason reason = mw_passphrase_page_get_reason (self->passphrase_page);
  MwSecret *passphrase, *present;

  if (reason == MW_PASSPHRASE_HANDOVER)
    {
      mw_cases_pane_choose_target (self, MW_CASES_TARGET_HANDOVER);
      return;
    }

  passphrase = mw_passphrase_page_get_passphrase (self->passphrase_page);
  present = mw_passphrase_page_get_present (self->passphrase_page);
  if (!passphrase || (reason == MW_PASSPHRASE_CHANGE && !present))
    {
      mw_secret_free (passphrase);
      mw_secret_free (present);
      mw_passphrase_page_set_state (self->passphrase_page, _ ("The computer’s memory is full. Nothing was changed."), FALSE);
      return;
    }
  mw_passphrase_page_set_state (self->passphrase_page, _ ("One moment…"), TRUE);
  if (reason == MW_PASSPHRASE_FIRST)
    mw_cases_create_async (self->cases, passphrase, on_created, g_object_ref (self));
  else
    mw_cases_set_passphrase_async (self->cases, present, passphrase, on_replaced, g_object_ref (self));
}

void
mw_cases_pane_on_passphrase_cancelled (MwCasesPane *self)
{
  MwPassphraseReason reason = mw_passphrase_page_get_reason (self->passphrase_page);

  if (reason == MW_PASSPHRASE_HANDOVER)
    mw_cases_pane_on_cancelled (self);
  else if (reason == MW_PASSPHRASE_FIRST)
    {
      if (self->arrived)
        mw_cases_pane_say (self, NULL);
      g_clear_pointer (&self->arrived, g_bytes_unref);
      self->after_opening = MW_GO_NOWHERE;
      mw_cases_pane_show_page (self, "start");
    }
  else
    go_on (self);
}

void
mw_cases_pane_on_unlocked (MwCasesPane *self, gboolean with_recovery_key)
{
  /* First what could not be saved. A new passphrase could not be either; that is asked for another time. */
  if (self->covered)
    {
      self->covered = FALSE;
      self->go = MW_GO_NOWHERE;
      mw_cases_pane_show_page (self, "case");
      mw_case_page_set_saver (self->case_page, self->saver);
      mw_cases_pane_emit_changed (self);
      mw_cases_pane_update_notice (self);
      mw_cases_pane_go_on_arrived (self);
      return;
    }
  if (with_recovery_key)
    {
      mw_cases_pane_start_passphrase (self, MW_PASSPHRASE_REPLACE);
      return;
    }
  go_on (self);
}

void
mw_cases_pane_on_recovery_done (MwCasesPane *self)
{
  mw_cases_pane_emit_recovery_kept (self, TRUE);
  go_on (self);
}

static void
on_renewed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MwCasesPane) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  char *key = mw_cases_renew_keys_finish (MW_CASES (source), result, &error);

  if (!self->cases)
    g_free (key);
  else if (key)
    show_recovery_key (self, key);
  else
    {
      words = mw_case_words_dup_unlock_error (error);
      mw_confirm_page_set_state (self->confirm_page, words, FALSE);
    }
}

void
mw_cases_pane_make_keys (MwCasesPane *self)
{
  mw_confirm_page_set_state (self->confirm_page, _ ("One moment…"), TRUE);
  mw_cases_renew_keys_async (self->cases, NULL, on_renewed, g_object_ref (self));
}
