/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "mw-case-words.h"
#include "mw-cases-handover.h"
#include "mw-cases-pane-private.h"
#include "mw-handover-words.h"

static gboolean
is_shown (MwCasesPane *self, const char *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), page) == 0;
}

static gboolean
is_handing_over (MwCasesPane *self)
{
  return is_shown (self, "passphrase") && mw_passphrase_page_get_reason (self->passphrase_page) == MW_PASSPHRASE_HANDOVER;
}

void
mw_cases_pane_start_leaving (MwCasesPane *self, MwCasesTarget target)
{
  mw_cases_pane_say (self, NULL); /* what was said of another file */
  if (target == MW_CASES_TARGET_HANDOVER)
    mw_cases_pane_start_passphrase (self, MW_PASSPHRASE_HANDOVER);
  else
    mw_cases_pane_ask (self, MW_ASK_EXPORT);
}

void
mw_cases_pane_choose_target (MwCasesPane *self, MwCasesTarget target)
{
  g_autofree char *name
    = mw_handover_words_dup_file_name (target == MW_CASES_TARGET_HANDOVER ? MW_HANDOVER_SUFFIX : ".xml");

  g_signal_emit_by_name (self, "choose-target", target, name);
}

/* Back to the case, with what was done above it. */
static void
go_back (MwCasesPane *self, const char *words)
{
  mw_cases_pane_on_cancelled (self);
  mw_cases_pane_say (self, words);
}

static void
on_handed_over (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MwCasesPane) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = mw_cases_hand_over_finish (result, &error);
  g_autofree char *words = done ? NULL : mw_handover_words_dup_write_error (error);

  if (!self->cases)
    return;

  if (done && is_handing_over (self))
    go_back (self, _ ("The case is in the file, sealed. Give the file to your colleague, and tell the passphrase in another way. The case "
                      "stays here too: close it when your colleague goes on with it alone."));
  else if (is_handing_over (self))
    mw_passphrase_page_set_state (self->passphrase_page, words, FALSE);
}

static void
hand_over (MwCasesPane *self, const char *path)
{
  MwSecret *passphrase = mw_passphrase_page_get_passphrase (self->passphrase_page);

  if (!passphrase)
    {
      mw_passphrase_page_set_state (self->passphrase_page, _ ("The computer’s memory is full. Nothing was changed."), FALSE);
      return;
    }

  mw_passphrase_page_set_state (self->passphrase_page, _ ("One moment…"), TRUE);
  mw_cases_hand_over_async (self->cases, mw_cases_pane_get_case (self), path, passphrase, on_handed_over, g_object_ref (self));
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MwCasesPane) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = mw_cases_export_xml_finish (result, &error);
  g_autofree char *words = done ? NULL : mw_handover_words_dup_write_error (error);

  if (!self->cases || !is_shown (self, "confirm"))
    return;

  if (done)
    go_back (self, _ ("The complete file of this case is saved. It is not encrypted: keep it in a safe place, and delete it once it has served."));
  else
    mw_confirm_page_set_state (self->confirm_page, words, FALSE);
}

/* Meanwhile the cases may have been locked, or another page asked for. */
void
mw_cases_pane_save_to (MwCasesPane *self, MwCasesTarget target, const char *path)
{
  if (!self->saver || self->covered)
    return;

  if (target == MW_CASES_TARGET_HANDOVER && is_handing_over (self))
    hand_over (self, path);
  else if (target == MW_CASES_TARGET_XML && is_shown (self, "confirm") && self->ask == MW_ASK_EXPORT)
    {
      mw_confirm_page_set_state (self->confirm_page, _ ("One moment…"), TRUE);
      mw_cases_export_xml_async (mw_cases_pane_get_case (self), path, on_exported, g_object_ref (self));
    }
}

/* @words: why the file that has arrived is left alone */
static void
refuse (MwCasesPane *self, const char *words)
{
  g_clear_pointer (&self->arrived, g_bytes_unref);
  mw_cases_pane_say (self, words);
}

static void
take_into_open (MwCasesPane *self)
{
  if (self->covered)
    return;
  if (mw_cases_is_read_only (self->cases))
    refuse (self, _ ("Nothing can be added to your cases now. Your colleague’s file is left as it is; open it again once they can be "
                     "written."));
  else if (self->saver && mw_case_saver_get_state (self->saver) == MW_SAVE_FAILED)
    refuse (self, _ ("The open case has to be saved first. Your colleague’s file is left as it is; open it again after that."));
  else if (is_shown (self, "recovery") || (is_shown (self, "passphrase") && !is_handing_over (self)))
    self->after_opening = MW_GO_TAKEOVER; /* that is finished first */
  else
    mw_cases_pane_go (self, MW_GO_TAKEOVER, 0);
}

void
mw_cases_pane_go_on_arrived (MwCasesPane *self)
{
  if (!self->arrived || !self->cases)
    return;

  switch (mw_cases_get_state (self->cases))
    {
    case MW_CASES_OPEN:
      take_into_open (self);
      break;
    case MW_CASES_NONE:
      if (self->after_opening == MW_GO_TAKEOVER)
        break;
      self->after_opening = MW_GO_TAKEOVER;
      mw_cases_pane_start_passphrase (self, MW_PASSPHRASE_FIRST);
      mw_cases_pane_say (self, _ ("First you choose a passphrase for your own cases. After that, your colleague’s file is opened with its own."));
      break;
    case MW_CASES_LOCKED:
      self->after_opening = MW_GO_TAKEOVER;
      mw_cases_pane_say (self, _ ("Unlock your own cases first, with your own passphrase. After that, your colleague’s file is opened with its "
                                  "own."));
      gtk_widget_grab_focus (GTK_WIDGET (self->unlock_page));
      break;
    case MW_CASES_TROUBLE:
      refuse (self, _ ("Your own cases cannot be opened now; that comes first. Your colleague’s file is left as it is; open it again after "
                       "that."));
      break;
    case MW_CASES_CHECKING:
    default:
      break; /* this is called again once it is known */
    }
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MwCasesPane) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file = mw_cases_read_handover_finish (result, &error);
  g_autofree char *words = file ? NULL : mw_handover_words_dup_error (error);

  if (!self->cases)
    return;
  if (!file)
    {
      mw_cases_pane_say (self, words);
      return;
    }

  g_clear_pointer (&self->arrived, g_bytes_unref);
  self->arrived = g_steal_pointer (&file);
  mw_cases_pane_go_on_arrived (self);
}

void
mw_cases_pane_receive (MwCasesPane *self, const char *path)
{
  g_free (self->arriving);
  self->arriving = g_strdup (path);
  mw_cases_pane_read_arriving (self);
}

void
mw_cases_pane_read_arriving (MwCasesPane *self)
{
  g_autofree char *path = self->cases ? g_steal_pointer (&self->arriving) : NULL;

  if (path)
    mw_cases_read_handover_async (path, on_read, g_object_ref (self));
}

void
mw_cases_pane_on_taken (MwCasesPane *self, guint64 id, gboolean added)
{
  mw_cases_pane_go (self, MW_GO_OPEN, id);
  mw_cases_pane_say (self, added ? _ ("The case is now among yours. The file has served: you can delete it.") : NULL);
}
