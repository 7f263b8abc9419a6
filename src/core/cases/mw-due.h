/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MW_DUE_NEXT_ACTION,
  MW_DUE_ACTION,
  MW_DUE_EVALUATION,
} MwDueKind;

/* Something of a case that is open and has a day. */
typedef struct
{
  MwDueKind kind;
  guint32 day; /* a GDate's Julian day */
  char *text;  /* what is to be done, as it was written; "" of an evaluation */
} MwDue;

/* @text: (nullable): copied. Returns: (transfer full) */
MwDue *mw_due_new (MwDueKind kind, guint32 day, const char *text);
void mw_due_free (MwDue *self);

/* A GCompareFunc of a GPtrArray of MwDue: the earliest first. */
int mw_due_compare (gconstpointer a, gconstpointer b);

G_END_DECLS
