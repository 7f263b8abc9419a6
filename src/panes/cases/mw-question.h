/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a page has asked for and waits for, until it shows something else. Main thread only. */

/**
 * mw_question_ask:
 * @page: kept until the answer is there
 * @waiting: (inout): the page's member for what it waits for; the question before it is dropped
 *
 * Returns: (transfer full): the user data of the callback, which must call mw_question_take()
 */
gpointer mw_question_ask (gpointer page, GCancellable **waiting);

/* Nothing is waited for any more. */
void mw_question_drop (GCancellable **waiting);

/* @data: (transfer full); @wanted: (out): whether the answer is still waited for. Returns: (transfer full): the page */
gpointer mw_question_take (gpointer data, gboolean *wanted);

G_END_DECLS
