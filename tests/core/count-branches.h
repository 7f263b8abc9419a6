/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Where coverage is measured, a process that ends by itself counts too. */
#ifdef MW_COVERAGE
extern void __gcov_dump (void);
#endif

static inline void
count_branches (void)
{
#ifdef MW_COVERAGE
  __gcov_dump ();
#endif
}
