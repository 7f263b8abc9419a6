/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case-fixture.h"

/* What is done to a case file while something fails, and what must hold afterwards. */

#define N_FIRST_CASES 3

typedef struct _Run Run;

typedef struct
{
  const char *name;
  void (*prepare) (Run *run); /* (nullable): undisturbed */
  gboolean (*act) (Run *run, GError **error);
  /* Undisturbed again: does once more, in the same store, what did not succeed. */
  void (*settle) (Run *run, gboolean acted);
} Scenario;

/* Lies in memory that a child shares with its parent; the texts are constants. */
struct _Run
{
  const Scenario *scenario;
  Cases cases;
  MwCaseStore *store;
  gboolean may_be_missing; /* as long as its making was not acknowledged */
  gboolean may_be_damaged;
  guint n_min, n_max;
  struct
  {
    const char *sure;  /* acknowledged; NULL: deleted */
    const char *other; /* begun */
  } expected[N_FIRST_CASES];
  const char *passphrases[2];
};

extern const Scenario scenarios[];
extern const guint n_scenarios;

Run *run_new (const Scenario *scenario);
void run_prepare (Run *run);
gboolean run_act (Run *run, GError **error);
/* To be called where run_act() was. */
void run_settle (Run *run, gboolean acted);
/* Instead of run_settle(): the program goes while the fault lasts. */
void run_die (Run *run);
/* Opens the file anew: everything that was acknowledged is there. */
void run_check (Run *run);
void run_free (Run *run);
