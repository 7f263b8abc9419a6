/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MW_TYPE_PROBLEMS_PAGE (mw_problems_page_get_type ())
G_DECLARE_FINAL_TYPE (MwProblemsPage, mw_problems_page, MW, PROBLEMS_PAGE, GtkWidget)

/* What is wrong with a file that was to be taken in, line by line. Its button activates window.close. */

/* @intro: what is safe, and who can mend the file; @problems: (element-type MwProblem) */
void mw_problems_page_show (MwProblemsPage *self, const char *intro, GPtrArray *problems);

G_END_DECLS
