/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "mw-cases-pane-private.h"

static void
on_history_cancelled (MwCasesPane *self)
{
  mw_cases_pane_on_cancelled (self);
}

static void
on_bring_back (MwCasesPane *self)
{
  MwCase *one = mw_history_page_steal_case (self->history_page);
  guint64 id = self->saver ? mw_case_saver_get_id (self->saver) : 0;

  if (!one || !id)
    return;

  mw_cases_pane_open (self, id, one, MW_CASE_PART_SITUATION);
  mw_case_saver_touch (self->saver);
  mw_case_saver_flush (self->saver);
  gtk_widget_grab_focus (GTK_WIDGET (self->case_page));
}

static void
on_restored (MwCasesPane *self, gboolean with_recovery_key)
{
  mw_cases_pane_go (self, MW_GO_LIST, 0);
  if (with_recovery_key)
    mw_cases_pane_start_passphrase (self, MW_PASSPHRASE_REPLACE);
  mw_cases_pane_say (self, _ ("The backup is in use. The file of before is kept in the folder “backups”."));
}

static void
on_restore (MwCasesPane *self)
{
  mw_cases_pane_restore (self);
}

static void
on_opened (MwCasesPane *self, guint64 id)
{
  mw_cases_pane_go (self, MW_GO_OPEN, id);
}

static void
on_laid_down (MwCasesPane *self)
{
  mw_cases_pane_keep_filters (self);
  g_signal_emit_by_name (self, "laid-down");
}

static void
on_choose_file (MwCasesPane *self)
{
  g_signal_emit_by_name (self, "choose-file");
}

static void
on_save_text (MwCasesPane *self, const char *text)
{
  g_signal_emit_by_name (self, "save-text", text);
}

static void
on_print_text (MwCasesPane *self, const char *text)
{
  g_signal_emit_by_name (self, "print-text", text);
}

static gpointer
add_page (MwCasesPane *self, const char *name, GType type)
{
  GtkWidget *page = g_object_new (type, NULL);

  gtk_stack_add_named (self->stack, page, name);
  return page;
}

static void
make_page (MwCasesPane *self, const char *name)
{
  if (g_str_equal (name, "unlock"))
    {
      self->unlock_page = add_page (self, name, MW_TYPE_UNLOCK_PAGE);
      mw_unlock_page_set_cases (self->unlock_page, self->cases);
      g_signal_connect_swapped (self->unlock_page, "unlocked", G_CALLBACK (mw_cases_pane_on_unlocked), self);
    }
  else if (g_str_equal (name, "passphrase"))
    {
      self->passphrase_page = add_page (self, name, MW_TYPE_PASSPHRASE_PAGE);
      g_signal_connect_swapped (self->passphrase_page, "chosen", G_CALLBACK (mw_cases_pane_on_chosen), self);
      g_signal_connect_swapped (self->passphrase_page, "cancelled", G_CALLBACK (mw_cases_pane_on_passphrase_cancelled), self);
    }
  else if (g_str_equal (name, "recovery"))
    {
      self->recovery_page = add_page (self, name, MW_TYPE_RECOVERY_PAGE);
      g_signal_connect_swapped (self->recovery_page, "done", G_CALLBACK (mw_cases_pane_on_recovery_done), self);
      g_signal_connect_swapped (self->recovery_page, "save", G_CALLBACK (on_save_text), self);
      g_signal_connect_swapped (self->recovery_page, "print", G_CALLBACK (on_print_text), self);
    }
  else if (g_str_equal (name, "trouble"))
    {
      self->trouble_page = add_page (self, name, MW_TYPE_TROUBLE_PAGE);
      mw_trouble_page_set_cases (self->trouble_page, self->cases);
      g_signal_connect_swapped (self->trouble_page, "restore", G_CALLBACK (on_restore), self);
    }
  else if (g_str_equal (name, "list"))
    {
      self->list = add_page (self, name, MW_TYPE_CASE_LIST);
      mw_case_list_set_cases (self->list, self->cases);
      g_signal_connect_swapped (self->list, "opened", G_CALLBACK (on_opened), self);
    }
  else if (g_str_equal (name, "case"))
    {
      self->case_page = add_page (self, name, MW_TYPE_CASE_PAGE);
      g_signal_connect_swapped (self->case_page, "laid-down", G_CALLBACK (on_laid_down), self);
      g_signal_connect_swapped (self->case_page, "considered-changed", G_CALLBACK (mw_cases_pane_emit_changed), self);
    }
  else if (g_str_equal (name, "history"))
    {
      self->history_page = add_page (self, name, MW_TYPE_HISTORY_PAGE);
      g_signal_connect_swapped (self->history_page, "bring-back", G_CALLBACK (on_bring_back), self);
      g_signal_connect_swapped (self->history_page, "cancelled", G_CALLBACK (on_history_cancelled), self);
    }
  else if (g_str_equal (name, "backups"))
    {
      self->backups_page = add_page (self, name, MW_TYPE_BACKUPS_PAGE);
      mw_backups_page_set_cases (self->backups_page, self->cases);
      g_signal_connect_swapped (self->backups_page, "restored", G_CALLBACK (on_restored), self);
      g_signal_connect_swapped (self->backups_page, "cancelled", G_CALLBACK (mw_cases_pane_on_cancelled), self);
      g_signal_connect_swapped (self->backups_page, "choose-file", G_CALLBACK (on_choose_file), self);
    }
  else if (g_str_equal (name, "confirm"))
    {
      self->confirm_page = add_page (self, name, MW_TYPE_CONFIRM_PAGE);
      g_signal_connect_swapped (self->confirm_page, "confirmed", G_CALLBACK (mw_cases_pane_on_confirmed), self);
      g_signal_connect_swapped (self->confirm_page, "cancelled", G_CALLBACK (mw_cases_pane_on_cancelled), self);
    }
}

void
mw_cases_pane_show_page (MwCasesPane *self, const char *name)
{
  if (!gtk_stack_get_child_by_name (self->stack, name))
    make_page (self, name);
  gtk_stack_set_visible_child_name (self->stack, name);
}
