/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Text for the wall, cut into pages that fit: nothing is to be scrolled, and nothing is left out. A page is laid out when it is asked
 * for, so that a very long text costs no more than what is seen of it. Main thread only. */

/* A heading with the text under it. */
typedef struct
{
  char *heading; /* (nullable) */
  char *text;    /* on a page it ends in "…" where it goes on on the next, which begins with one */
} MwMeetingBlock;

/* Returns: (transfer full) (element-type MwMeetingBlock): an empty array */
GPtrArray *mw_meeting_blocks_new (void);
/* Copies both; an empty @text adds nothing. @heading: (nullable) */
void mw_meeting_blocks_add (GPtrArray *blocks, const char *heading, const char *text);

typedef struct _MwMeetingFlow MwMeetingFlow;

/* @blocks: (transfer full); @context: of the widget that shows it; @text_size: in pixels. Returns: (transfer full) */
MwMeetingFlow *mw_meeting_flow_new (GPtrArray *blocks, PangoContext *context, int text_size, int width, int height);
void mw_meeting_flow_free (MwMeetingFlow *self);

/* Returns: (transfer none) (nullable) (element-type MwMeetingBlock): what stands on page @number, counted from 0; %NULL after the
 * last */
GPtrArray *mw_meeting_flow_get_page (MwMeetingFlow *self, guint number);

/* Returns: (transfer floating): the blocks of a page below one another */
GtkWidget *mw_meeting_flow_new_widget (GPtrArray *blocks, int text_size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwMeetingFlow, mw_meeting_flow_free)

G_END_DECLS
