/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The process itself: what the system may write down of it, and its replacement by a fresh one. Main thread only. */

/* Nothing of this process or its children goes into a core dump. Not PR_SET_DUMPABLE: that takes the process's folder
 * in /proc from its owner, and the desktop's portals, which look into it, refuse the program. */
void mw_process_forbid_dumps (void);

/* Keeps the environment as it is for mw_process_restart(). Must run before anything changes it. */
void mw_process_remember_environment (void);

/* Replaces the process by a new one of the same program, with the arguments @argv and the environment that was
 * remembered; all memory goes, all open files are closed. Returns only on failure: an errno. */
int mw_process_restart (char *argv[]);

G_END_DECLS
