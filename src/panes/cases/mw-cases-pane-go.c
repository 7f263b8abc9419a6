/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "mw-case-words.h"
#include "mw-cases-pane-private.h"
#include "mw-clipboard.h"

MwCase *
mw_cases_pane_get_case (MwCasesPane *self)
{
  return self->saver ? mw_case_saver_get_case (self->saver) : NULL;
}

char *
mw_cases_pane_dup_wishes (MwCasesPane *self, MwProfileSet *profiles)
{
  MwCase *one = self->covered ? NULL : mw_cases_pane_get_case (self);

  *profiles = one ? mw_case_get_profiles (one) : 0;

  return one ? g_strdup (one->wishes) : NULL;
}

/* What the browser filters goes with the case. */
void
mw_cases_pane_keep_filters (MwCasesPane *self)
{
  MwCase *one = mw_cases_pane_get_case (self);

  if (!one)
    return;

  g_strfreev (one->filters);
  one->filters = g_strdupv (self->filters);
}

/* Returns: whether the case is another one by that */
static gboolean
add_to_case (MwCase *one, const MwConsidered *waiting)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gboolean added = mw_case_add_considered (one, waiting->id, waiting->number, waiting->name, now);

  return (waiting->referred_to && mw_case_refer (one, waiting->id, waiting->referred_to, now)) || added;
}

void
mw_cases_pane_add_waiting (MwCasesPane *self)
{
  MwConsidered *waiting = g_steal_pointer (&self->waiting);

  if (waiting && add_to_case (mw_cases_pane_get_case (self), waiting))
    {
      mw_cases_pane_keep_filters (self);
      mw_case_saver_touch (self->saver);
      mw_case_page_update_choice (self->case_page);
    }
  if (waiting)
    mw_cases_pane_say (self, NULL);
  mw_cases_pane_free_waiting (waiting);
}

/* Leaves the open case, which must be saved. */
void
mw_cases_pane_drop_case (MwCasesPane *self)
{
  if (!self->saver)
    return;

  g_signal_handlers_disconnect_by_data (self->saver, self);
  if (self->case_page)
    mw_case_page_set_saver (self->case_page, NULL);
  g_clear_object (&self->saver);
  if (self->cases) /* else the pane goes, and its window too */
    mw_cases_pane_emit_changed (self);
}

/* Gives up going anywhere: what could not be saved stays on the screen. */
static void
stay (MwCasesPane *self)
{
  MwGo go = self->go;

  if (go == MW_GO_LOCK)
    {
      /* Nothing of it may be seen; the saver goes on trying. */
      self->covered = TRUE;
      mw_case_page_set_saver (self->case_page, NULL);
      mw_cases_pane_show_page (self, "unlock");
      mw_cases_pane_drop_pages (self);
      mw_cases_pane_emit_changed (self);
      mw_cases_pane_say (self, _ ("The cases are locked. The last words could not be saved yet; they are kept behind this screen, and "
                                  "saving is tried again every few seconds. Do not switch off the computer."));
      return;
    }
  self->go = MW_GO_NOWHERE;
  if (go == MW_GO_CLOSE)
    {
      mw_cases_pane_ask (self, MW_ASK_CLOSE_UNSAVED);
      g_signal_emit_by_name (self, "stayed");
    }
  else if (go == MW_GO_DELETE)
    mw_cases_pane_delete_case (self);
}

static void arrive (MwCasesPane *self);

static void
on_saver_changed (MwCasesPane *self)
{
  if (mw_case_saver_get_state (self->saver) == MW_SAVE_SAVED)
    g_signal_emit_by_name (self, "written");
  if (self->go == MW_GO_NOWHERE || self->covered)
    {
      if (self->covered && mw_case_saver_is_clean (self->saver))
        arrive (self);
      return;
    }
  if (mw_case_saver_is_clean (self->saver))
    arrive (self);
  else if (mw_case_saver_get_state (self->saver) == MW_SAVE_FAILED)
    stay (self);
  else
    mw_case_saver_flush (self->saver); /* written while the last save was under way */
}

/* To the list, or where was asked for while it was deleted. */
static void
on_saver_deleted (MwCasesPane *self)
{
  MwGo go = self->go == MW_GO_NOWHERE || self->go == MW_GO_HISTORY ? MW_GO_LIST : self->go;

  self->covered = FALSE;
  mw_cases_pane_drop_case (self);
  mw_cases_pane_go (self, go, self->go_id);
}

/* @saver: (transfer full) */
static void
take_saver (MwCasesPane *self, MwCaseSaver *saver)
{
  self->saver = saver;
  g_signal_connect_swapped (saver, "changed", G_CALLBACK (on_saver_changed), self);
  g_signal_connect_swapped (saver, "deleted", G_CALLBACK (on_saver_deleted), self);
}

void
mw_cases_pane_open (MwCasesPane *self, guint64 id, MwCase *one, MwCasePart part)
{
  mw_cases_pane_drop_case (self);
  take_saver (self, mw_case_saver_new (self->cases, id, one));
  mw_cases_pane_show_page (self, "case");
  mw_case_page_set_editable (self->case_page, !mw_cases_is_read_only (self->cases));
  mw_case_page_set_answers (self->case_page, &self->answers);
  mw_case_page_mark (self->case_page, self->list ? mw_case_list_get_search (self->list) : NULL);
  mw_case_page_set_part (self->case_page, part);
  mw_case_page_set_saver (self->case_page, self->saver);
  mw_cases_pane_add_waiting (self);
  mw_cases_pane_emit_changed (self);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MwCasesPane) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MwCase) one = mw_cases_load_finish (MW_CASES (source), result, &error);
  g_autofree char *words = NULL;

  if (!self->cases)
    return;
  if (!one)
    {
      words = mw_case_words_dup_load_error (error);
      mw_cases_pane_say (self, words);
      return;
    }

  mw_cases_pane_open (self, self->go_id, g_steal_pointer (&one), self->go_part);
  gtk_widget_grab_focus (GTK_WIDGET (self->case_page));
}

void
mw_cases_pane_arrive_at_list (MwCasesPane *self)
{
  mw_cases_pane_drop_case (self);
  mw_cases_pane_show_page (self, "list");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
start_takeover (MwCasesPane *self)
{
  g_autoptr (GBytes) file = g_steal_pointer (&self->arrived);

  if (!file)
    {
      mw_cases_pane_arrive_at_list (self);
      return;
    }
  mw_cases_pane_drop_case (self);
  mw_cases_pane_say (self, NULL);
  mw_cases_pane_show_page (self, "takeover");
  mw_takeover_page_start (self->takeover_page, file);
}

/* Everything is saved. */
static void
arrive (MwCasesPane *self)
{
  MwGo go = self->go;

  self->go = MW_GO_NOWHERE;
  switch (go)
    {
    case MW_GO_LIST:
      mw_cases_pane_arrive_at_list (self);
      break;
    case MW_GO_NEW:
      mw_cases_pane_open (self, 0, mw_case_new (), MW_CASE_PART_SITUATION);
      gtk_widget_grab_focus (GTK_WIDGET (self->case_page));
      break;
    case MW_GO_OPEN:
      mw_cases_load_async (self->cases, self->go_id, 0, on_loaded, g_object_ref (self));
      break;
    case MW_GO_HISTORY:
      mw_cases_pane_show_page (self, "history");
      mw_history_page_start (self->history_page, self->cases, mw_case_saver_get_id (self->saver));
      break;
    case MW_GO_PASSPHRASE:
      mw_cases_pane_drop_case (self);
      mw_cases_pane_start_passphrase (self, MW_PASSPHRASE_CHANGE);
      break;
    case MW_GO_RENEW:
      mw_cases_pane_drop_case (self);
      mw_cases_pane_ask (self, MW_ASK_RENEW);
      break;
    case MW_GO_BACKUPS:
      mw_cases_pane_drop_case (self);
      mw_cases_pane_show_page (self, "backups");
      mw_backups_page_start (self->backups_page);
      break;
    case MW_GO_TAKEOVER:
      start_takeover (self);
      break;
    case MW_GO_DELETE:
      mw_cases_pane_delete_case (self);
      break;
    case MW_GO_LOCK:
    case MW_GO_CLOSE:
      mw_clipboard_forget (gtk_widget_get_display (GTK_WIDGET (self)));
      g_signal_emit_by_name (self, "left", go == MW_GO_LOCK ? MW_LEAVE_LOCK : MW_LEAVE_CLOSE);
      break;
    case MW_GO_NOWHERE:
    default:
      break;
    }
}

void
mw_cases_pane_go (MwCasesPane *self, MwGo where, guint64 id)
{
  self->go = where;
  self->go_id = id;
  if (!self->saver || mw_case_saver_is_clean (self->saver))
    arrive (self);
  else if (mw_case_saver_get_state (self->saver) == MW_SAVE_FAILED)
    stay (self);
  else
    mw_case_saver_flush (self->saver);
}

/* What needs the cases to be open waits until they are. */
static void
go_when_open (MwCasesPane *self, MwGo where)
{
  switch (mw_cases_get_state (self->cases))
    {
    case MW_CASES_OPEN:
      if (!self->covered)
        mw_cases_pane_go (self, where, 0);
      break;
    case MW_CASES_NONE:
      self->after_opening = where == MW_GO_NEW ? where : MW_GO_LIST;
      mw_cases_pane_start_passphrase (self, MW_PASSPHRASE_FIRST);
      break;
    case MW_CASES_LOCKED:
      self->after_opening = where;
      gtk_widget_grab_focus (GTK_WIDGET (self->unlock_page));
      break;
    case MW_CASES_CHECKING:
    case MW_CASES_TROUBLE:
    default:
      break;
    }
}

void
mw_cases_pane_new_case (MwCasesPane *self)
{
  if (self->cases)
    go_when_open (self, MW_GO_NEW);
}

void
mw_cases_pane_new_note (MwCasesPane *self)
{
  if (self->saver && !self->covered)
    mw_case_page_add_note (self->case_page);
}

void
mw_cases_pane_focus_search (MwCasesPane *self)
{
  if (self->cases && mw_cases_get_state (self->cases) != MW_CASES_NONE)
    go_when_open (self, MW_GO_LIST);
}

void
mw_cases_pane_change_passphrase (MwCasesPane *self)
{
  go_when_open (self, MW_GO_PASSPHRASE);
}

void
mw_cases_pane_renew_keys (MwCasesPane *self)
{
  go_when_open (self, MW_GO_RENEW);
}

void
mw_cases_pane_take_over (MwCasesPane *self, MwCasesPane *like)
{
  g_autoptr (MwCaseSaver) saver = like->saver ? g_object_ref (like->saver) : NULL;
  MwCasePart part = like->case_page ? mw_case_page_get_part (like->case_page) : MW_CASE_PART_SITUATION;

  self->waiting = g_steal_pointer (&like->waiting);
  if (mw_cases_get_state (self->cases) != MW_CASES_OPEN)
    return;

  mw_cases_pane_show_page (self, "list");
  if (like->list)
    mw_case_list_set_search (self->list, mw_case_list_get_search (like->list));
  if (!saver)
    return;

  mw_cases_pane_drop_case (like);
  take_saver (self, g_steal_pointer (&saver));
  mw_cases_pane_show_page (self, "case");
  mw_case_page_set_answers (self->case_page, &self->answers);
  mw_case_page_set_part (self->case_page, part);
  mw_case_page_set_saver (self->case_page, self->saver);
  mw_cases_pane_emit_changed (self);
}
