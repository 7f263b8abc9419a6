/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-room-sheet.h"

#include <glib/gi18n.h>

#include "mw-case-words.h"
#include "mw-meeting-words.h"
#include "mw-paper-words.h"
#include "mw-typology-texts.h"
#include "mw-words.h"

/* Stands before the profiles that the case may have. */
#define MARK "● "

/* The four rows by two columns, with the place of the case. */
static void
add_matrix (MwPaper *paper, MwProfileSet candidates)
{
  for (guint r = 0; r < MW_N_PROFILES / 2; r++)
    {
      MwPaperBlock *block = mw_paper_add_row (paper, MW_PAPER_TABLE_ROW, 3);

      mw_paper_block_add (block, 0, mw_typology_texts_peek_row (MW_PERSISTENCE_IMPENDING + r, MW_TYPOLOGY_NAME, paper->language));
      for (guint c = 0; c < 2; c++)
        {
          MwProfile profile = 2 * r + c;
          g_autofree char *name = mw_words_dup_profile (profile);
          g_autofree char *marked = g_strconcat (MARK, name, NULL);

          if (candidates & MW_PROFILE_SET_OF (profile))
            mw_paper_block_add_styled (block, c + 1, marked, MW_PAPER_BOLD);
          else
            mw_paper_block_add (block, c + 1, name);
        }
    }
}

static void
add_typology (MwPaper *paper, const MwRoomView *view)
{
  MwAssessment assessment;
  g_autofree char *profiles = NULL;
  g_autofree char *certainty = NULL;
  g_autofree char *text = NULL;

  mw_paper_add (paper, MW_PAPER_HEADING, _ ("Place in the typology"));
  if (!view->assessed)
    {
      mw_paper_add (paper, MW_PAPER_PARAGRAPH, _ ("Not clear yet"));
      add_matrix (paper, 0);
      return;
    }

  mw_assessment_evaluate (&view->answers, &assessment);
  profiles = mw_case_words_dup_profiles (&view->answers);
  certainty = mw_words_dup_lower (mw_case_words_get_certainty (view->certainty));
  text = g_strdup_printf ("%s · %s", profiles, certainty);
  mw_paper_add (paper, MW_PAPER_PARAGRAPH, text);
  add_matrix (paper, assessment.candidates == MW_PROFILE_SET_ALL ? 0 : assessment.candidates);
}

static void
add_options (MwPaper *paper, const MwRoomView *view)
{
  if (view->options->len == 0)
    return;

  mw_paper_add (paper, MW_PAPER_HEADING, _ ("Options"));
  for (guint i = 0; i < view->options->len; i++)
    {
      const MwRoomOption *option = g_ptr_array_index (view->options, i);
      g_autofree char *name = mw_meeting_words_dup_option (option);
      g_autofree char *text = g_strdup_printf ("%s: %s", name, mw_meeting_words_get_verdict (option->verdict));

      mw_paper_add (paper, MW_PAPER_ITEM, text);
    }
}

static void
add_field (MwPaper *paper, const MwRoomView *view, MwRoomField field)
{
  g_autofree char *text = mw_meeting_words_dup_field (view, field);

  mw_paper_add_said (paper, mw_meeting_words_get_field (field), text);
}

/* What the room sees of the fields from @first up to @end. */
static void
add_fields (MwPaper *paper, const MwRoomView *view, guint first, guint end)
{
  for (guint f = first; f < end; f++)
    add_field (paper, view, f);
}

MwPaper *
mw_room_sheet_new (const MwRoomView *view)
{
  g_autofree char *name = mw_meeting_words_dup_case (view);
  g_autofree char *today = mw_paper_words_dup_today ();
  MwPaper *paper = mw_paper_new (name);

  paper->secret = TRUE;
  g_free (paper->footer);
  paper->footer = g_strdup_printf ("%s  ·  %s  ·  %s", name, today, _ ("Hand in after the meeting"));
  mw_paper_add (paper, MW_PAPER_TITLE, name);
  add_fields (paper, view, MW_ROOM_LABEL + 1, MW_ROOM_TYPING_REASON);
  add_typology (paper, view);
  add_field (paper, view, MW_ROOM_TYPING_REASON);
  add_options (paper, view);
  add_fields (paper, view, MW_ROOM_TYPING_REASON + 1, MW_N_ROOM_FIELDS);
  mw_paper_add (paper, MW_PAPER_HEADING, _ ("Decision and actions"));
  mw_paper_add (paper, MW_PAPER_LINE, _ ("We decide:"));
  mw_paper_add (paper, MW_PAPER_LINE, _ ("Who does what, and when:"));
  mw_paper_add (paper, MW_PAPER_LINE, _ ("We look back on:"));

  return paper;
}
