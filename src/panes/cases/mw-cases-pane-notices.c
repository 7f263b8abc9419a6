/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-case-words.h"
#include "mw-cases-pane-private.h"

/* The last day on which a case may have been closed to be proposed for deletion. */
static guint32
get_retention_day (MwCasesPane *self)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, mw_case_words_get_today ());
  g_date_subtract_years (&day, self->retention_years);
  return g_date_get_julian (&day);
}

static guint
count_past_retention (MwCasesPane *self)
{
  GListModel *list = mw_cases_get_list (self->cases);
  guint32 until = get_retention_day (self);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (MwCaseHeading) heading = g_list_model_get_item (list, i);

      n += heading->closed_day > 0 && heading->closed_day <= until ? 1 : 0;
    }
  return n;
}

static const char *
get_sync_service (MwCasesPane *self)
{
  const char *folder = mw_cases_get_folder (self->cases);

  return g_strcmp0 (self->warned_folder, folder) == 0 ? NULL : mw_cases_get_sync_service (self->cases);
}

static char *
dup_words (MwCasesPane *self, MwNotice notice)
{
  guint n;

  switch (notice)
    {
    case MW_NOTICE_MESSAGE:
      return g_strdup (self->message);
    case MW_NOTICE_DAMAGED:
      return mw_case_words_dup_damage (self->cases);
    case MW_NOTICE_RESCUED:
      return self->rescued ? g_strdup (_ ("The file with your cases had been deleted or replaced by another program. It was put back and is "
                                          "complete. What lay in its place is kept in the folder “backups”."))
                           : NULL;
    case MW_NOTICE_RECOVERY_KEY:
      return self->recovery_kept || g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "recovery") == 0
               ? NULL
                                 : g_strdup (_ ("You have not said yet that you have kept a recovery key. Without it, a forgotten passphrase "
                                                "means that the cases are lost. Make another one and print or save it."));
    case MW_NOTICE_READ_ONLY:
      return mw_cases_is_read_only (self->cases) && !mw_cases_is_damaged (self->cases)
               ? g_strdup (_ ("The file with your cases may only be read. You can look at everything, but nothing can be written. Ask your system "
                              "administrator for access."))
               : NULL;
    case MW_NOTICE_BACKUP:
      return mw_cases_get_backup_error (self->cases) ? mw_case_words_dup_backup_error (mw_cases_get_backup_error (self->cases))
                                                     : NULL;
    case MW_NOTICE_SYNC:
      return get_sync_service (self)
               ? g_strdup_printf (_ ("Your cases lie in a folder that %s copies elsewhere. The copies are sealed, but such a service may put an older file "
                                     "in the place of a newer one. Ask your system administrator to keep the folder out of it: %s"),
                                  get_sync_service (self), mw_cases_get_folder (self->cases))
               : NULL;
    case MW_NOTICE_RETENTION:
      n = count_past_retention (self);
      return n > 0 ? g_strdup_printf (ngettext ("%u case was closed more than %u years ago. Does it still have to be kept?",
                                                "%u cases were closed more than %u years ago. Do they still have to be kept?", n),
                                      n, self->retention_years)
                   : NULL;
    case MW_NOTICE_NONE:
    case MW_N_NOTICES:
    default:
      return NULL;
    }
}

static const char *
get_first_button (MwNotice notice)
{
  switch (notice)
    {
    case MW_NOTICE_DAMAGED:
      return _ ("_Restore a Backup");
    case MW_NOTICE_RECOVERY_KEY:
      return _ ("_Make a Recovery Key");
    case MW_NOTICE_RETENTION:
      return _ ("_Show Them");
    default:
      return NULL;
    }
}

static void
set_button (GtkWidget *button, const char *label)
{
  gtk_widget_set_visible (button, label != NULL);
  if (label)
    gtk_button_set_label (GTK_BUTTON (button), label);
}

void
mw_cases_pane_update_notice (MwCasesPane *self)
{
  gboolean open = self->cases && mw_cases_get_state (self->cases) == MW_CASES_OPEN && !self->covered;
  g_autofree char *words = NULL;

  if (self->cases && mw_cases_was_rescued (self->cases))
    self->rescued = TRUE;
  self->notice = MW_NOTICE_NONE;
  for (guint n = MW_NOTICE_MESSAGE; n < MW_N_NOTICES && !words; n++)
    if (!self->dismissed[n] && (open || n == MW_NOTICE_MESSAGE))
      {
        words = dup_words (self, n);
        self->notice = words ? n : MW_NOTICE_NONE;
      }
  gtk_label_set_label (self->notice_label, words ? words : "");
  set_button (self->first_button, get_first_button (self->notice));
  set_button (self->second_button, self->notice == MW_NOTICE_DAMAGED ? _ ("_Go On Without It") : NULL);
  mw_accessible_name_buttons (self->notice_box);
  gtk_widget_set_visible (self->notice_box, words != NULL);
}

void
mw_cases_pane_say (MwCasesPane *self, const char *message)
{
  g_free (self->message);
  self->message = g_strdup (message);
  self->dismissed[MW_NOTICE_MESSAGE] = FALSE;
  mw_cases_pane_update_notice (self);
}

void
mw_cases_pane_on_notice_first (MwCasesPane *self)
{
  switch (self->notice)
    {
    case MW_NOTICE_DAMAGED:
      mw_cases_pane_restore (self);
      break;
    case MW_NOTICE_RECOVERY_KEY:
      mw_cases_pane_renew_keys (self);
      break;
    case MW_NOTICE_RETENTION:
      mw_cases_pane_go (self, MW_GO_LIST, 0);
      mw_case_list_set_closed_until (self->list, get_retention_day (self));
      mw_cases_pane_on_notice_close (self);
      break;
    default:
      break;
    }
}

void
mw_cases_pane_on_notice_second (MwCasesPane *self)
{
  mw_cases_pane_ask (self, MW_ASK_REPAIR);
}

void
mw_cases_pane_on_notice_close (MwCasesPane *self)
{
  if (self->notice == MW_NOTICE_SYNC)
    {
      g_free (self->warned_folder);
      self->warned_folder = g_strdup (mw_cases_get_folder (self->cases));
      g_signal_emit_by_name (self, "sync-warned", self->warned_folder);
    }
  self->dismissed[self->notice] = TRUE;
  mw_cases_pane_update_notice (self);
}
