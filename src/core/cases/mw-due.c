/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-due.h"

MwDue *
mw_due_new (MwDueKind kind, guint32 day, const char *text)
{
  MwDue *self = g_new0 (MwDue, 1);

  self->kind = kind;
  self->day = day;
  self->text = g_strdup (text ? text : "");
  return self;
}

void
mw_due_free (MwDue *self)
{
  if (!self)
    return;

  g_free (self->text);
  g_free (self);
}

int
mw_due_compare (gconstpointer a, gconstpointer b)
{
  const MwDue *one = *(MwDue *const *) a;
  const MwDue *other = *(MwDue *const *) b;

  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;
  return (int) one->kind - (int) other->kind;
}
