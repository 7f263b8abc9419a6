/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "mw-accessible.h"
#include "mw-case-words.h"
#include "mw-cases-pane-private.h"
#include "mw-chip-box.h"
#include "mw-text-area.h"

enum
{
  CHANGED,
  WRITTEN,
  SHOW_AGAIN,
  SHOW_INTERVENTION,
  SAVE_TEXT,
  PRINT_TEXT,
  RECOVERY_KEPT,
  SYNC_WARNED,
  CHOOSE_FILE,
  UNENCRYPTED,
  CHOOSE_TARGET,
  LEFT,
  STAYED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwCasesPane, mw_cases_pane, GTK_TYPE_WIDGET)

void
mw_cases_pane_free_waiting (MwConsidered *considered)
{
  if (!considered)
    return;

  g_free (considered->id);
  g_free (considered->number);
  g_free (considered->name);
  g_free (considered->referred_to);
  g_free (considered);
}

void
mw_cases_pane_emit_recovery_kept (MwCasesPane *self, gboolean kept)
{
  self->recovery_kept = kept;
  g_signal_emit (self, signals[RECOVERY_KEPT], 0, kept);
  mw_cases_pane_update_notice (self);
}

void
mw_cases_pane_emit_changed (MwCasesPane *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "cases.new-note", self->saver && !self->covered);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "cases.show-again", self->saver && !self->covered);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The pages that the state of the file asks for; what goes on within it moves by itself. */
static void
on_cases_changed (MwCasesPane *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->stack);

  switch (mw_cases_get_state (self->cases))
    {
    case MW_CASES_CHECKING:
      mw_cases_pane_show_page (self, "checking");
      break;
    case MW_CASES_NONE:
      if (!g_str_equal (page, "passphrase"))
        mw_cases_pane_show_page (self, "start");
      break;
    case MW_CASES_LOCKED:
      mw_cases_pane_show_page (self, "unlock");
      break;
    case MW_CASES_TROUBLE:
      if (!g_str_equal (page, "backups"))
        mw_cases_pane_show_page (self, "trouble");
      break;
    case MW_CASES_OPEN:
    default:
      break;
    }
  mw_cases_pane_update_notice (self);
  if (mw_cases_get_state (self->cases) != MW_CASES_OPEN) /* what opens them goes on by itself */
    mw_cases_pane_go_on_arrived (self);
}

static void
on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MwCasesPane *self = MW_CASES_PANE (widget);

  if (g_str_equal (name, "cases.list"))
    mw_cases_pane_go (self, MW_GO_LIST, 0);
  else if (g_str_equal (name, "cases.new"))
    mw_cases_pane_new_case (self);
  else if (g_str_equal (name, "cases.new-note"))
    mw_cases_pane_new_note (self);
  else if (g_str_equal (name, "cases.history") && self->saver && mw_case_saver_get_id (self->saver))
    mw_cases_pane_go (self, MW_GO_HISTORY, 0);
  else if (g_str_equal (name, "cases.close-case") && self->saver)
    mw_case_page_close_case (self->case_page);
  else if (g_str_equal (name, "cases.delete") && self->saver)
    mw_cases_pane_ask (self, MW_ASK_DELETE);
  else if (g_str_equal (name, "cases.hand-over") && self->saver)
    mw_cases_pane_start_leaving (self, MW_CASES_TARGET_HANDOVER);
  else if (g_str_equal (name, "cases.export-xml") && self->saver)
    mw_cases_pane_start_leaving (self, MW_CASES_TARGET_XML);
  else if (g_str_equal (name, "cases.show-intervention"))
    g_signal_emit (self, signals[SHOW_INTERVENTION], 0, g_variant_get_string (parameter, NULL));
}

static void
on_show_again (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MwCasesPane *self = MW_CASES_PANE (widget);
  MwCase *one = mw_cases_pane_get_case (self);
  MwAnswers none = { 0 };

  if (one)
    g_signal_emit (self, signals[SHOW_AGAIN], 0,
                   one->assessments->len > 0
                     ? &((MwCaseAssessment *) g_ptr_array_index (one->assessments, one->assessments->len - 1))->answers
                     : &none,
                   one->filters);
}

static void
mw_cases_pane_dispose (GObject *object)
{
  MwCasesPane *self = MW_CASES_PANE (object);
  GtkWidget *child;

  if (self->cases)
    g_signal_handlers_disconnect_by_data (self->cases, self);
  g_clear_object (&self->cases);
  g_clear_object (&self->facts);
  mw_cases_pane_drop_case (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_cases_pane_parent_class)->dispose (object);
}

static void
mw_cases_pane_finalize (GObject *object)
{
  MwCasesPane *self = MW_CASES_PANE (object);

  g_strfreev (self->filters);
  mw_cases_pane_free_waiting (self->waiting);
  g_clear_pointer (&self->arrived, g_bytes_unref);
  g_free (self->arriving);
  g_free (self->message);
  g_free (self->warned_folder);

  G_OBJECT_CLASS (mw_cases_pane_parent_class)->finalize (object);
}

static void
add_signal (guint number, const char *name, GType type)
{
  signals[number] = type == G_TYPE_NONE
                      ? g_signal_new (name, MW_TYPE_CASES_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0)
                      : g_signal_new (name, MW_TYPE_CASES_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, type);
}

static void
add_signals (void)
{
  add_signal (CHANGED, "changed", G_TYPE_NONE);
  add_signal (WRITTEN, "written", G_TYPE_NONE);
  add_signal (SHOW_INTERVENTION, "show-intervention", G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  add_signal (SAVE_TEXT, "save-text", G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  add_signal (PRINT_TEXT, "print-text", G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  add_signal (RECOVERY_KEPT, "recovery-kept", G_TYPE_BOOLEAN);
  add_signal (SYNC_WARNED, "sync-warned", G_TYPE_STRING);
  add_signal (CHOOSE_FILE, "choose-file", G_TYPE_NONE);
  add_signal (UNENCRYPTED, "unencrypted", G_TYPE_STRING);
  add_signal (LEFT, "left", G_TYPE_INT);
  add_signal (STAYED, "stayed", G_TYPE_NONE);
  signals[CHOOSE_TARGET] = g_signal_new ("choose-target", MW_TYPE_CASES_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                         G_TYPE_INT, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[SHOW_AGAIN] = g_signal_new ("show-again", MW_TYPE_CASES_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                      G_TYPE_POINTER, G_TYPE_STRV | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
mw_cases_pane_class_init (MwCasesPaneClass *class)
{
  static const char *const actions[]
    = { "cases.list",       "cases.new",       "cases.new-note",   "cases.history",
        "cases.close-case", "cases.hand-over", "cases.export-xml", "cases.delete" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_cases_pane_dispose;
  G_OBJECT_CLASS (class)->finalize = mw_cases_pane_finalize;
  add_signals ();
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  g_type_ensure (MW_TYPE_CHIP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/maatwerk/Maatwerk/ui/mw-cases-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, MwCasesPane, stack);
  gtk_widget_class_bind_template_child (widget_class, MwCasesPane, notice_box);
  gtk_widget_class_bind_template_child (widget_class, MwCasesPane, notice_label);
  gtk_widget_class_bind_template_child (widget_class, MwCasesPane, first_button);
  gtk_widget_class_bind_template_child (widget_class, MwCasesPane, second_button);
  gtk_widget_class_bind_template_child (widget_class, MwCasesPane, close_button);
  gtk_widget_class_bind_template_callback (widget_class, mw_cases_pane_on_notice_first);
  gtk_widget_class_bind_template_callback (widget_class, mw_cases_pane_on_notice_second);
  gtk_widget_class_bind_template_callback (widget_class, mw_cases_pane_on_notice_close);
  for (guint a = 0; a < G_N_ELEMENTS (actions); a++)
    gtk_widget_class_install_action (widget_class, actions[a], NULL, on_action);
  gtk_widget_class_install_action (widget_class, "cases.show-intervention", "s", on_action);
  gtk_widget_class_install_action (widget_class, "cases.show-again", NULL, on_show_again);
}

static void
mw_cases_pane_init (MwCasesPane *self)
{
  self->recovery_kept = TRUE;
  self->retention_years = 15;
  self->filters = g_new0 (char *, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
  mw_accessible_name_buttons (GTK_WIDGET (self));
}

void
mw_cases_pane_set_cases (MwCasesPane *self, MwCases *cases, const char *warned_folder, gboolean recovery_kept)
{
  g_return_if_fail (!self->cases);

  self->cases = g_object_ref (cases);
  self->warned_folder = g_strdup (warned_folder);
  self->recovery_kept = recovery_kept;
  g_signal_connect_swapped (cases, "changed", G_CALLBACK (on_cases_changed), self);
  on_cases_changed (self);
  mw_cases_pane_read_arriving (self);
}

void
mw_cases_pane_set_catalogue (MwCasesPane *self, MwCatalogue *catalogue)
{
  g_return_if_fail (!self->facts);

  self->facts = mw_option_facts_new (catalogue);
  if (self->case_page)
    mw_case_page_set_facts (self->case_page, self->facts);
}

void
mw_cases_pane_set_retention (MwCasesPane *self, guint years)
{
  self->retention_years = years;
  mw_cases_pane_update_notice (self);
}

void
mw_cases_pane_set_answers (MwCasesPane *self, const MwAnswers *answers)
{
  self->answers = *answers;
  if (self->case_page)
    mw_case_page_set_answers (self->case_page, answers);
}

void
mw_cases_pane_set_filters (MwCasesPane *self, const char *const *filters)
{
  g_strfreev (self->filters);
  self->filters = g_strdupv ((char **) filters);
}

gboolean
mw_cases_pane_is_open (MwCasesPane *self)
{
  return self->cases && mw_cases_get_state (self->cases) == MW_CASES_OPEN && !self->covered;
}

const MwCase *
mw_cases_pane_peek_case (MwCasesPane *self)
{
  return self->covered ? NULL : mw_cases_pane_get_case (self);
}

guint64
mw_cases_pane_get_number (MwCasesPane *self)
{
  return self->saver && !self->covered ? mw_case_saver_get_id (self->saver) : 0;
}

char **
mw_cases_pane_dup_considered (MwCasesPane *self)
{
  MwCase *one = self->covered ? NULL : mw_cases_pane_get_case (self);
  GStrvBuilder *ids = g_strv_builder_new ();
  char **all = NULL;

  for (guint i = 0; one && i < one->considered->len; i++)
    g_strv_builder_add (ids, ((MwConsidered *) g_ptr_array_index (one->considered, i))->id);
  if (one)
    all = g_strv_builder_end (ids);
  g_strv_builder_unref (ids);
  return all;
}

void
mw_cases_pane_consider (MwCasesPane *self, const char *id, const char *number, const char *name)
{
  mw_cases_pane_refer (self, id, number, name, NULL);
}

void
mw_cases_pane_refer (MwCasesPane *self, const char *id, const char *number, const char *name, const char *whom)
{
  mw_cases_pane_free_waiting (self->waiting);
  self->waiting = g_new0 (MwConsidered, 1);
  self->waiting->id = g_strdup (id);
  self->waiting->number = g_strdup (number);
  self->waiting->name = g_strdup (name);
  self->waiting->referred_to = g_strdup (whom);
  if (self->saver && !self->covered && !mw_cases_is_read_only (self->cases))
    {
      mw_cases_pane_add_waiting (self);
      mw_case_page_show_options (self->case_page, whom ? id : NULL);
      mw_cases_pane_emit_changed (self);
    }
  else
    {
      g_autofree char *words
        = g_strdup_printf (_ ("“%s” will be put on the list of the case that you open or begin next."), name);

      mw_cases_pane_say (self, words);
    }
}

static void
on_backed_up (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MwCasesPane) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = mw_cases_back_up_finish (MW_CASES (source), result, &error);
  g_autofree char *words = path ? g_strdup_printf (_ ("A backup was made and checked: %s. It opens with your passphrase."), path)
                                : mw_case_words_dup_backup_error (error);

  if (self->cases)
    mw_cases_pane_say (self, words);
}

void
mw_cases_pane_back_up_to (MwCasesPane *self, const char *folder)
{
  mw_cases_pane_say (self, _ ("Making a backup…"));
  mw_cases_back_up_async (self->cases, folder, on_backed_up, g_object_ref (self));
}

void
mw_cases_pane_restore (MwCasesPane *self)
{
  if (!self->covered)
    mw_cases_pane_go (self, MW_GO_BACKUPS, 0);
}

void
mw_cases_pane_set_backup (MwCasesPane *self, const char *path)
{
  if (self->backups_page)
    mw_backups_page_set_path (self->backups_page, path);
}

void
mw_cases_pane_say_kept (MwCasesPane *self, const char *message)
{
  if (self->recovery_page)
    mw_recovery_page_say (self->recovery_page, message);
}

void
mw_cases_pane_leave (MwCasesPane *self, MwLeaveReason reason)
{
  if (self->covered && reason == MW_LEAVE_LOCK)
    return;

  mw_cases_pane_go (self, reason == MW_LEAVE_LOCK ? MW_GO_LOCK : MW_GO_CLOSE, 0);
}
