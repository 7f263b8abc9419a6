/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-window-paper.h"

#include <glib/gi18n.h>

#include "mw-case-sheet.h"
#include "mw-client-handout.h"
#include "mw-comparison-sheet.h"
#include "mw-file-chooser.h"
#include "mw-intervention-sheet.h"
#include "mw-paper-file.h"
#include "mw-paper-print.h"
#include "mw-paper-words.h"
#include "mw-room-sheet.h"
#include "mw-words.h"

struct _MwWindowPaper
{
  GObject parent_instance;

  GtkApplicationWindow *window;     /* weak */
  MwBrowserPane *browser;           /* weak */
  MwCasesPane *cases;               /* weak */
  MwOrganisationFile *organisation; /* (nullable) */
};

enum
{
  SAID,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwWindowPaper, mw_window_paper, G_TYPE_OBJECT)

typedef enum
{
  MW_KIND_SHEET,
  MW_KIND_HANDOUT,
  MW_KIND_COMPARISON,
  MW_KIND_CASE,
  MW_KIND_ROOM,
} MwKind;
#define MW_N_KINDS 5

static const char *const kinds[MW_N_KINDS] = { "sheet", "handout", "comparison", "case", "room" };

static MwKind
get_kind (GVariant *parameter)
{
  const char *name = g_variant_get_string (parameter, NULL);

  for (guint k = 0; k < MW_N_KINDS; k++)
    if (g_str_equal (kinds[k], name))
      return k;

  g_return_val_if_reached (MW_KIND_SHEET);
}

/* A paper that is being printed or saved. */
typedef struct
{
  MwWindowPaper *self;
  MwPaper *paper;
} Work;

static Work *
work_new (MwWindowPaper *self, MwPaper *paper)
{
  Work *work = g_new (Work, 1);

  work->self = g_object_ref (self);
  work->paper = mw_paper_ref (paper);

  return work;
}

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->self);
  mw_paper_unref (work->paper);
  g_free (work);
}

static void
say (MwWindowPaper *self, const char *words, gboolean of_case, gboolean failed)
{
  if (of_case && self->cases)
    mw_cases_pane_say (self->cases, words);
  else
    g_signal_emit (self, signals[SAID], 0, words, failed);
}

/* In the language that the description is read in. Returns: (transfer full) (nullable) */
static MwPaper *
compose_description (MwWindowPaper *self, MwKind kind)
{
  MwLanguage interface = mw_words_get_language ();
  MwLanguage language = interface;
  MwIntervention *intervention = mw_browser_pane_get_shown (self->browser, &language);
  MwOrganisationItem *offer = NULL;
  MwPaper *paper;

  if (!intervention)
    return NULL;

  if (self->organisation)
    offer = mw_organisation_lookup (mw_organisation_file_get (self->organisation), MW_ITEM_OFFER, intervention->id);
  mw_words_set_language (language);
  paper = kind == MW_KIND_HANDOUT ? mw_client_handout_new (intervention, offer) : mw_intervention_sheet_new (intervention, offer);
  mw_words_set_language (interface);

  return paper;
}

/* The sheet gets what the room may see, and never the case. */
static MwPaper *
compose_room (MwWindowPaper *self, const MwCase *one)
{
  g_autoptr (MwRoomView) view = mw_room_view_new (one, mw_cases_pane_get_number (self->cases), one->room);

  return mw_room_sheet_new (view);
}

/* Returns: (transfer full) (nullable) */
static MwPaper *
compose_comparison (MwWindowPaper *self)
{
  GPtrArray *shown = mw_comparer_get_shown (mw_browser_pane_get_comparer (self->browser));
  MwOrganisation *organisation = self->organisation ? mw_organisation_file_get (self->organisation) : NULL;

  return shown ? mw_comparison_sheet_new ((MwIntervention *const *) shown->pdata, shown->len, organisation) : NULL;
}

/* Returns: (transfer full) (nullable): %NULL when there is nothing of it */
static MwPaper *
compose (MwWindowPaper *self, MwKind kind)
{
  const MwCase *one = mw_cases_pane_peek_case (self->cases);

  if (kind == MW_KIND_CASE)
    return one ? mw_case_sheet_new (one, g_get_real_time () / G_USEC_PER_SEC) : NULL;
  if (kind == MW_KIND_ROOM)
    return one ? compose_room (self, one) : NULL;
  if (kind == MW_KIND_COMPARISON)
    return compose_comparison (self);

  return compose_description (self, kind);
}

static void
say_nothing_there (MwWindowPaper *self)
{
  say (self, _ ("There is nothing to print. Open a description, a comparison or a case first."), FALSE, TRUE);
}

static void
on_printed (gboolean printed, const GError *error, gpointer data)
{
  Work *work = data;
  g_autofree char *words = error ? mw_paper_words_dup_failure (error) : NULL;

  if (error)
    say (work->self, words, work->paper->secret, TRUE);
}

static void
print (MwWindowPaper *self, MwKind kind)
{
  g_autoptr (MwPaper) paper = compose (self, kind);

  if (paper)
    mw_paper_print (GTK_WINDOW (self->window), paper, on_printed, work_new (self, paper), work_free);
  else
    say_nothing_there (self);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Work *work = data;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *shown = g_filename_display_name (name ? name : "");
  g_autoptr (GError) error = NULL;
  gboolean saved = mw_paper_file_save_finish (result, &error);
  g_autofree char *words = saved ? mw_paper_words_dup_saved (shown, work->paper->secret) : mw_paper_words_dup_failure (error);

  say (work->self, words, work->paper->secret, !saved);
  work_free (work);
}

static void
on_chosen (GFile *file, gpointer data)
{
  Work *work = data;

  if (file)
    mw_paper_file_save_async (file, work->paper, on_saved, work_new (work->self, work->paper));
}

/* The name of a file is read by others: it tells nothing of a case. */
static void
choose_place (MwWindowPaper *self, MwPaper *paper, MwKind kind)
{
  g_autofree char *title = kind == MW_KIND_HANDOUT ? g_strdup_printf (_ ("%s, for the client"), paper->title) : NULL;
  g_autofree char *name = mw_paper_words_dup_file_name (kind == MW_KIND_CASE   ? _ ("Client file")
                                                        : kind == MW_KIND_ROOM ? _ ("Case for a meeting")
                                                        : title                ? title
                                                                               : paper->title);

  mw_file_chooser_choose (GTK_WINDOW (self->window), MW_FILE_CHOOSER_TEXT, _ ("Save as PDF"), _ ("_Save"), name, on_chosen,
                          work_new (self, paper), work_free);
}

static void
save (MwWindowPaper *self, MwKind kind)
{
  g_autoptr (MwPaper) paper = compose (self, kind);

  if (paper)
    choose_place (self, paper, kind);
  else
    say_nothing_there (self);
}

static void
on_unencrypted (MwWindowPaper *self, const char *name)
{
  for (guint k = 0; k < MW_N_KINDS; k++)
    if (g_str_equal (kinds[k], name))
      save (self, k);
}

static void
on_print_paper (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  print (data, get_kind (parameter));
}

static void
on_save_paper (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MwWindowPaper *self = data;
  MwKind kind = get_kind (parameter);

  if (kind >= MW_KIND_CASE && mw_cases_pane_peek_case (self->cases))
    mw_cases_pane_ask_unencrypted (self->cases, kinds[kind]);
  else
    save (self, kind);
}

/* The pane that has the keyboard comes first. */
static void
on_print (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MwWindowPaper *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  gboolean of_case = mw_cases_pane_peek_case (self->cases) != NULL;
  MwLanguage language;

  if (of_case && focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->cases)))
    print (self, MW_KIND_CASE);
  else if (mw_comparer_get_shown (mw_browser_pane_get_comparer (self->browser)))
    print (self, MW_KIND_COMPARISON);
  else if (of_case && !mw_browser_pane_get_shown (self->browser, &language))
    print (self, MW_KIND_CASE);
  else
    print (self, MW_KIND_SHEET);
}

static void
mw_window_paper_dispose (GObject *object)
{
  MwWindowPaper *self = MW_WINDOW_PAPER (object);

  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->browser);
  g_clear_weak_pointer (&self->cases);
  g_clear_object (&self->organisation);

  G_OBJECT_CLASS (mw_window_paper_parent_class)->dispose (object);
}

static void
mw_window_paper_class_init (MwWindowPaperClass *class)
{
  G_OBJECT_CLASS (class)->dispose = mw_window_paper_dispose;
  signals[SAID] = g_signal_new ("said", MW_TYPE_WINDOW_PAPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
mw_window_paper_init (MwWindowPaper *self)
{
}

MwWindowPaper *
mw_window_paper_new (GtkApplicationWindow *window, MwBrowserPane *browser, MwCasesPane *cases)
{
  static const GActionEntry actions[] = {
    { "print", on_print, NULL, NULL, NULL },
    { "print-paper", on_print_paper, "s", NULL, NULL },
    { "save-paper", on_save_paper, "s", NULL, NULL },
  };
  MwWindowPaper *self = g_object_new (MW_TYPE_WINDOW_PAPER, NULL);

  g_set_weak_pointer (&self->window, window);
  g_set_weak_pointer (&self->browser, browser);
  g_set_weak_pointer (&self->cases, cases);
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_object (cases, "unencrypted", G_CALLBACK (on_unencrypted), self, G_CONNECT_SWAPPED);

  return self;
}

void
mw_window_paper_set_organisation (MwWindowPaper *self, MwOrganisationFile *file)
{
  g_set_object (&self->organisation, file);
}
