/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-cases-pane-private.h"

MwCaseSaver *
mw_cases_pane_get_saver (MwCasesPane *self)
{
  return self->covered ? NULL : self->saver;
}

/* The pages write back what they hold only when the user changes it: until then what they show is no more than shown. What she has
 * unfolded and how far she has scrolled stays: she may be reading. */
void
mw_cases_pane_update_decision (MwCasesPane *self)
{
  if (self->saver && self->case_page && !self->covered)
    mw_case_page_update_decision (self->case_page);
}

void
mw_cases_pane_update_notes (MwCasesPane *self)
{
  if (self->saver && self->case_page && !self->covered)
    mw_case_page_update_notes (self->case_page);
}
