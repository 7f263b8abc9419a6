/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "mw-cases-pane-private.h"

static void
on_bring_back (MwCasesPane *self)
{
  g_autoptr (MwCase) one = mw_history_page_steal_case (self->history_page);
  guint64 id = self->saver ? mw_case_saver_get_id (self->saver) : 0;

  if (!one || !id)
    return;

  mw_cases_pane_open (self, id, g_steal_pointer (&one), MW_CASE_PART_SITUATION);
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
on_opened (MwCasesPane *self, guint64 id)
{
  self->go_part = MW_CASE_PART_NOTES;
  mw_cases_pane_go (self, MW_GO_OPEN, id);
}

static void
on_step_opened (MwCasesPane *self, guint64 id)
{
  self->go_part = MW_CASE_PART_CHOICE;
  mw_cases_pane_go (self, MW_GO_OPEN, id);
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

static void
make_unlock (MwCasesPane *self, gpointer page)
{
  self->unlock_page = page;
  mw_unlock_page_set_cases (page, self->cases);
  g_signal_connect_swapped (page, "unlocked", G_CALLBACK (mw_cases_pane_on_unlocked), self);
}

static void
make_passphrase (MwCasesPane *self, gpointer page)
{
  self->passphrase_page = page;
  g_signal_connect_swapped (page, "chosen", G_CALLBACK (mw_cases_pane_on_chosen), self);
  g_signal_connect_swapped (page, "cancelled", G_CALLBACK (mw_cases_pane_on_passphrase_cancelled), self);
}

static void
make_recovery (MwCasesPane *self, gpointer page)
{
  self->recovery_page = page;
  g_signal_connect_swapped (page, "done", G_CALLBACK (mw_cases_pane_on_recovery_done), self);
  g_signal_connect_swapped (page, "save", G_CALLBACK (on_save_text), self);
  g_signal_connect_swapped (page, "print", G_CALLBACK (on_print_text), self);
}

static void
make_trouble (MwCasesPane *self, gpointer page)
{
  mw_trouble_page_set_cases (page, self->cases);
  g_signal_connect_swapped (page, "restore", G_CALLBACK (mw_cases_pane_restore), self);
}

static void
make_list (MwCasesPane *self, gpointer page)
{
  self->list = page;
  mw_case_list_set_cases (page, self->cases);
  g_signal_connect_swapped (page, "opened", G_CALLBACK (on_opened), self);
  g_signal_connect_swapped (page, "step-opened", G_CALLBACK (on_step_opened), self);
}

static void
make_case (MwCasesPane *self, gpointer page)
{
  self->case_page = page;
  if (self->facts)
    mw_case_page_set_facts (page, self->facts);
  g_signal_connect_swapped (page, "laid-down", G_CALLBACK (mw_cases_pane_keep_filters), self);
  g_signal_connect_swapped (page, "considered-changed", G_CALLBACK (mw_cases_pane_emit_changed), self);
}

static void
make_history (MwCasesPane *self, gpointer page)
{
  self->history_page = page;
  g_signal_connect_swapped (page, "bring-back", G_CALLBACK (on_bring_back), self);
  g_signal_connect_swapped (page, "cancelled", G_CALLBACK (mw_cases_pane_on_cancelled), self);
}

static void
make_backups (MwCasesPane *self, gpointer page)
{
  self->backups_page = page;
  mw_backups_page_set_cases (page, self->cases);
  g_signal_connect_swapped (page, "restored", G_CALLBACK (on_restored), self);
  g_signal_connect_swapped (page, "cancelled", G_CALLBACK (mw_cases_pane_on_cancelled), self);
  g_signal_connect_swapped (page, "choose-file", G_CALLBACK (on_choose_file), self);
}

static void
make_takeover (MwCasesPane *self, gpointer page)
{
  self->takeover_page = page;
  mw_takeover_page_set_cases (page, self->cases);
  g_signal_connect_swapped (page, "taken", G_CALLBACK (mw_cases_pane_on_taken), self);
  g_signal_connect_swapped (page, "cancelled", G_CALLBACK (mw_cases_pane_on_cancelled), self);
}

static void
make_confirm (MwCasesPane *self, gpointer page)
{
  self->confirm_page = page;
  g_signal_connect_swapped (page, "confirmed", G_CALLBACK (mw_cases_pane_on_confirmed), self);
  g_signal_connect_swapped (page, "cancelled", G_CALLBACK (mw_cases_pane_on_cancelled), self);
}

static const struct
{
  const char *name;
  GType (*get_type) (void);
  void (*make) (MwCasesPane *self, gpointer page);
} pages[] = {
  { "unlock", mw_unlock_page_get_type, make_unlock },
  { "passphrase", mw_passphrase_page_get_type, make_passphrase },
  { "recovery", mw_recovery_page_get_type, make_recovery },
  { "trouble", mw_trouble_page_get_type, make_trouble },
  { "list", mw_case_list_get_type, make_list },
  { "case", mw_case_page_get_type, make_case },
  { "history", mw_history_page_get_type, make_history },
  { "backups", mw_backups_page_get_type, make_backups },
  { "takeover", mw_takeover_page_get_type, make_takeover },
  { "confirm", mw_confirm_page_get_type, make_confirm },
};

void
mw_cases_pane_show_page (MwCasesPane *self, const char *name)
{
  for (guint p = 0; p < G_N_ELEMENTS (pages); p++)
    if (g_str_equal (name, pages[p].name) && !gtk_stack_get_child_by_name (self->stack, name))
      {
        GtkWidget *page = g_object_new (pages[p].get_type (), NULL);

        gtk_stack_add_named (self->stack, page, name);
        pages[p].make (self, page);
      }
  gtk_stack_set_visible_child_name (self->stack, name);
  if (self->takeover_page && !g_str_equal (name, "takeover"))
    mw_takeover_page_reset (self->takeover_page);
}

void
mw_cases_pane_drop_pages (MwCasesPane *self)
{
  static const char *const names[] = { "list", "history", "takeover" };

  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    {
      GtkWidget *page = gtk_stack_get_child_by_name (self->stack, names[n]);

      if (page)
        gtk_stack_remove (self->stack, page);
    }
  self->list = NULL;
  self->history_page = NULL;
  self->takeover_page = NULL;
}
