/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-cases-private.h"

/* What is due in all cases. The manifest knows nothing of it: it is gathered while the records are indexed, and kept up with
 * every save. */

void
mw_cases_agenda_take (MwCases *self, MwCaseHeading *heading)
{
  if (heading->dues->len > 0)
    g_hash_table_replace (self->due, &heading->id, g_object_ref (heading)); /* the key is the heading's too */
  else
    g_hash_table_remove (self->due, &heading->id);
}

void
mw_cases_agenda_index (MwCasesJob *job, guint64 id, const MwCase *one)
{
  g_autoptr (MwCaseHeading) heading = mw_case_heading_new_for_case (id, one);

  if (heading->dues->len == 0)
    return;

  if (!job->headings)
    job->headings = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (job->headings, g_steal_pointer (&heading));
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const MwAgendaEntry *one = *(MwAgendaEntry *const *) a;
  const MwAgendaEntry *other = *(MwAgendaEntry *const *) b;
  int order = mw_due_compare (&one->due, &other->due);

  if (order == 0)
    order = g_utf8_collate (one->heading->label, other->heading->label);
  return order != 0 ? order : (one->heading->id > other->heading->id) - (one->heading->id < other->heading->id);
}

static void
entry_free (gpointer data)
{
  MwAgendaEntry *entry = data;

  g_object_unref (entry->heading);
  g_free (entry);
}

GPtrArray *
mw_cases_list_agenda (MwCases *self, guint32 last)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->due);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      MwCaseHeading *heading = value;

      for (guint i = 0; i < heading->dues->len; i++)
        {
          MwDue *due = g_ptr_array_index (heading->dues, i);
          MwAgendaEntry *entry;

          if (due->day > last)
            break;
          entry = g_new0 (MwAgendaEntry, 1);
          entry->heading = g_object_ref (heading);
          entry->due = due;
          g_ptr_array_add (entries, entry);
        }
    }
  g_ptr_array_sort (entries, compare_entries);
  return entries;
}
