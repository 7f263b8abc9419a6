/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-catalogue-store.h"

#include <string.h>

#include "mw-catalogue-entry.h"
#include "mw-error.h"
#include "mw-statement.h"

#define APPLICATION_ID 0x4d774361 /* "MwCa" */

/* A change here needs a higher version: a cache of another version is built anew. */
#define VERSION 3

static const char tables[]
  = "CREATE TABLE fingerprint (text TEXT NOT NULL);"
    "CREATE TABLE header (id TEXT NOT NULL, version TEXT NOT NULL, published TEXT NOT NULL, source TEXT NOT NULL);"
    "CREATE TABLE intervention (rowid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, fits INTEGER NOT NULL,"
    "  guidance INTEGER NOT NULL, developer_year TEXT, not_stated INTEGER NOT NULL);"
    "CREATE TABLE number (intervention INTEGER NOT NULL REFERENCES intervention, position INTEGER NOT NULL,"
    "  number_group TEXT NOT NULL, text TEXT NOT NULL UNIQUE, PRIMARY KEY (intervention, position)) WITHOUT ROWID;"
    "CREATE TABLE title (rowid INTEGER PRIMARY KEY, intervention INTEGER NOT NULL REFERENCES intervention,"
    "  kind TEXT NOT NULL, language TEXT NOT NULL, text TEXT NOT NULL);"
    "CREATE TABLE facet (intervention INTEGER NOT NULL REFERENCES intervention, facet TEXT NOT NULL,"
    "  value TEXT NOT NULL, PRIMARY KEY (intervention, facet, value)) WITHOUT ROWID;"
    "CREATE TABLE block (rowid INTEGER PRIMARY KEY, intervention INTEGER NOT NULL REFERENCES intervention,"
    "  field TEXT NOT NULL, language TEXT NOT NULL, kind INTEGER NOT NULL, text TEXT NOT NULL);"
    "CREATE TABLE span (rowid INTEGER PRIMARY KEY, block INTEGER NOT NULL REFERENCES block, kind INTEGER NOT NULL,"
    "  start INTEGER NOT NULL, stop INTEGER NOT NULL, href TEXT);"
    "CREATE TABLE word (rowid INTEGER PRIMARY KEY, text TEXT NOT NULL, shown TEXT, places BLOB NOT NULL);"
    "CREATE TABLE synonym (rowid INTEGER PRIMARY KEY, word_group INTEGER NOT NULL, language TEXT NOT NULL,"
    "  text TEXT NOT NULL);"
    "CREATE INDEX title_of ON title (intervention);"
    "CREATE INDEX block_of ON block (intervention);"
    "CREATE INDEX span_of ON span (block);";

/* Steps through @statement and calls @row for each row. */
typedef void (*RowFunc) (MwStatement *statement, gpointer data);

static gboolean
for_each (MwDatabase *database, const char *sql, gint64 parameter, RowFunc row, gpointer data, GError **error)
{
  g_autoptr (MwStatement) statement = mw_statement_new (database, sql, error);
  MwStep step;

  if (!statement)
    return FALSE;

  if (parameter)
    mw_statement_bind_int64 (statement, 0, parameter);
  while ((step = mw_statement_step (statement, error)) == MW_STEP_ROW)
    row (statement, data);

  return step == MW_STEP_DONE;
}

static gboolean
read_int64 (MwDatabase *database, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (MwStatement) statement = mw_statement_new (database, sql, error);

  if (!statement || mw_statement_step (statement, error) != MW_STEP_ROW)
    return FALSE;

  *value = mw_statement_column_int64 (statement, 0);

  return TRUE;
}

gboolean
mw_catalogue_store_create (MwDatabase *database, GError **error)
{
  static const MwMigration migrations[VERSION] = { [VERSION - 1] = { tables } };

  return mw_database_migrate (database, APPLICATION_ID, migrations, VERSION, error);
}

gboolean
mw_catalogue_store_check (MwDatabase *database, GError **error)
{
  gint64 id, version;

  if (!read_int64 (database, "PRAGMA application_id", &id, error)
      || !read_int64 (database, "PRAGMA user_version", &version, error))
    return FALSE;

  if (id == APPLICATION_ID && version == VERSION)
    return TRUE;

  if (id == APPLICATION_ID && version > VERSION)
    g_set_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_NEWER, "Version %d of the catalogue's tables", (int) version);
  else if (id == APPLICATION_ID)
    g_set_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_OLDER, "Version %d of the catalogue's tables", (int) version);
  else
    g_set_error (error, MW_STORAGE_ERROR, MW_STORAGE_ERROR_CORRUPT, "No tables of a catalogue");

  return FALSE;
}

static void
read_fingerprint (MwStatement *row, gpointer data)
{
  char **fingerprint = data;

  g_free (*fingerprint);
  *fingerprint = g_strdup (mw_statement_column_text (row, 0));
}

char *
mw_catalogue_store_dup_fingerprint (MwDatabase *database, GError **error)
{
  g_autofree char *fingerprint = NULL;

  if (!for_each (database, "SELECT text FROM fingerprint", 0, read_fingerprint, &fingerprint, error))
    return NULL;

  return g_steal_pointer (&fingerprint);
}

gboolean
mw_catalogue_store_set_fingerprint (MwDatabase *database, const char *fingerprint, GError **error)
{
  g_autoptr (MwStatement) insert = mw_statement_new (database, "INSERT INTO fingerprint VALUES (?)", error);

  if (!insert)
    return FALSE;

  mw_statement_bind_text (insert, 0, fingerprint);

  return mw_statement_run (insert, error);
}

static void
read_header (MwStatement *row, gpointer data)
{
  MwCatalogueHeader **header = data;

  g_clear_pointer (header, mw_catalogue_header_free);
  *header = mw_catalogue_header_new (mw_statement_column_text (row, 0), mw_statement_column_text (row, 1),
                                     mw_statement_column_text (row, 2), mw_statement_column_text (row, 3));
}

MwCatalogueHeader *
mw_catalogue_store_dup_header (MwDatabase *database, GError **error)
{
  g_autoptr (MwCatalogueHeader) header = NULL;

  if (!for_each (database, "SELECT id, version, published, source FROM header", 0, read_header, &header, error))
    return NULL;

  return g_steal_pointer (&header);
}

gboolean
mw_catalogue_store_set_header (MwDatabase *database, const MwCatalogueHeader *header, GError **error)
{
  g_autoptr (MwStatement) insert = mw_statement_new (database, "INSERT INTO header VALUES (?, ?, ?, ?)", error);

  if (!insert)
    return FALSE;

  mw_statement_bind_text (insert, 0, header->id);
  mw_statement_bind_text (insert, 1, header->version);
  mw_statement_bind_text (insert, 2, header->published);
  mw_statement_bind_text (insert, 3, header->source);

  return mw_statement_run (insert, error);
}

static void
read_number (MwStatement *row, gpointer data)
{
  MwIntervention *intervention = data;
  guint group;

  if (intervention->n_numbers == G_N_ELEMENTS (intervention->numbers)
      || !mw_facet_value_from_id (MW_FACET_GROUP, mw_statement_column_text (row, 0), &group))
    return;

  intervention->numbers[intervention->n_numbers].group = group;
  intervention->numbers[intervention->n_numbers].text = g_strdup (mw_statement_column_text (row, 1));
  intervention->n_numbers++;
}

static void
set_title (char **titles, const char *language_id, const char *text)
{
  MwLanguage language;

  if (mw_language_from_id (language_id, &language) && !titles[language])
    titles[language] = g_strdup (text);
}

static void
read_title (MwStatement *row, gpointer data)
{
  MwIntervention *intervention = data;
  const char *kind = mw_statement_column_text (row, 0);
  const char *text = mw_statement_column_text (row, 2);

  if (g_strcmp0 (kind, "alias") == 0)
    g_ptr_array_add (intervention->aliases, g_strdup (text));
  else
    set_title (g_strcmp0 (kind, "name") == 0 ? intervention->name : intervention->summary,
               mw_statement_column_text (row, 1), text);
}

static void
set_facet (guint32 *facets, const char *facet_id, const char *value_id)
{
  MwFacet facet;
  guint value;

  if (mw_facet_from_id (facet_id, &facet) && mw_facet_value_from_id (facet, value_id, &value))
    facets[facet] |= 1u << value;
}

static void
read_facet (MwStatement *row, gpointer data)
{
  MwIntervention *intervention = data;

  set_facet (intervention->facets, mw_statement_column_text (row, 0), mw_statement_column_text (row, 1));
}

typedef struct
{
  MwIntervention *intervention;
  MwBlock *block;
  gint64 rowid;
} BlockReader;

/* A damaged cache must not lead to reading beyond a text. */
static void
read_span (MwStatement *row, MwBlock *block)
{
  gint64 start = mw_statement_column_int64 (row, 6);
  gint64 stop = mw_statement_column_int64 (row, 7);

  if (block->text && start >= 0 && start < stop && (gsize) stop <= strlen (block->text))
    mw_block_add_span (block, mw_statement_column_int64 (row, 5), (guint) start, (guint) stop,
                       mw_statement_column_text (row, 8));
}

/* One row for each span of a block, or one without a span. */
static void
read_block (MwStatement *row, gpointer data)
{
  BlockReader *reader = data;
  const char *field_id = mw_statement_column_text (row, 1);
  MwLanguage language = MW_LANGUAGE_NL;
  MwField field;

  if (mw_statement_column_int64 (row, 0) != reader->rowid)
    {
      reader->rowid = mw_statement_column_int64 (row, 0);
      reader->block = mw_block_new (mw_statement_column_int64 (row, 3));
      reader->block->text = g_strdup (mw_statement_column_text (row, 4));
      mw_language_from_id (mw_statement_column_text (row, 2), &language);
      g_ptr_array_add (mw_field_from_id (field_id, &field) ? reader->intervention->fields[field][language]
                                                           : reader->intervention->remarks[language],
                       reader->block);
    }
  read_span (row, reader->block);
}

static gboolean
load_parts (MwDatabase *database, gint64 rowid, MwIntervention *intervention, GError **error)
{
  BlockReader reader = { intervention, NULL, 0 };

  return for_each (database,
                   "SELECT number_group, text FROM number WHERE intervention = ? ORDER BY position", rowid,
                   read_number, intervention, error)
         && for_each (database, "SELECT kind, language, text FROM title WHERE intervention = ? ORDER BY rowid", rowid,
                      read_title, intervention, error)
         && for_each (database, "SELECT facet, value FROM facet WHERE intervention = ?", rowid, read_facet,
                      intervention, error)
         && for_each (database,
                      "SELECT b.rowid, b.field, b.language, b.kind, b.text, s.kind, s.start, s.stop, s.href "
                      "FROM block b LEFT JOIN span s ON s.block = b.rowid WHERE b.intervention = ? "
                      "ORDER BY b.rowid, s.rowid",
                      rowid, read_block, &reader, error);
}

MwIntervention *
mw_catalogue_store_load (MwDatabase *database, const char *id, GError **error)
{
  g_autoptr (MwIntervention) intervention = mw_intervention_new ();
  g_autoptr (MwStatement) select = NULL;
  MwStep step;

  select = mw_statement_new (
    database, "SELECT rowid, fits, guidance, developer_year, not_stated FROM intervention WHERE id = ?", error);
  if (!select)
    return NULL;

  mw_statement_bind_text (select, 0, id);
  step = mw_statement_step (select, error);
  if (step == MW_STEP_DONE)
    g_set_error (error, MW_CATALOGUE_ERROR, MW_CATALOGUE_ERROR_NOT_FOUND, "No intervention %s", id);
  if (step != MW_STEP_ROW)
    return NULL;

  intervention->id = g_strdup (id);
  intervention->fits = (MwProfileSet) mw_statement_column_int64 (select, 1);
  intervention->guidance = (MwProfileSet) mw_statement_column_int64 (select, 2);
  intervention->developer_year = g_strdup (mw_statement_column_text (select, 3));
  intervention->not_stated = (guint16) mw_statement_column_int64 (select, 4);
  if (!load_parts (database, mw_statement_column_int64 (select, 0), intervention, error))
    return NULL;

  return g_steal_pointer (&intervention);
}

static void
list_id (MwStatement *row, gpointer data)
{
  g_ptr_array_add (data, g_strdup (mw_statement_column_text (row, 0)));
}

GPtrArray *
mw_catalogue_store_list_ids (MwDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  if (!for_each (database, "SELECT id FROM intervention ORDER BY rowid", 0, list_id, ids, error))
    return NULL;

  return g_steal_pointer (&ids);
}

/* While entries are listed: by rowid, since the rows of the parts come in that order. */
typedef struct
{
  GPtrArray *entries;
  GHashTable *by_rowid;
} Listing;

static MwCatalogueEntry *
find_entry (Listing *listing, MwStatement *row)
{
  return g_hash_table_lookup (listing->by_rowid, GUINT_TO_POINTER ((guint) mw_statement_column_int64 (row, 0)));
}

static void
list_entry (MwStatement *row, gpointer data)
{
  Listing *listing = data;
  MwCatalogueEntry *entry = mw_catalogue_entry_new ();

  entry->rowid = (guint) mw_statement_column_int64 (row, 0);
  entry->id = g_strdup (mw_statement_column_text (row, 1));
  entry->fits = (MwProfileSet) mw_statement_column_int64 (row, 2);
  entry->guidance = (MwProfileSet) mw_statement_column_int64 (row, 3);
  entry->facets[MW_FACET_OFFER] = 1u << MW_OFFER_UNKNOWN;
  g_ptr_array_add (listing->entries, entry);
  g_hash_table_insert (listing->by_rowid, GUINT_TO_POINTER (entry->rowid), entry);
}

static void
list_number (MwStatement *row, gpointer data)
{
  MwCatalogueEntry *entry = find_entry (data, row);
  const char *number = mw_statement_column_text (row, 1);

  if (!entry)
    return;
  if (entry->numbers)
    {
      g_autofree char *first = g_steal_pointer (&entry->numbers);

      entry->numbers = g_strconcat (first, " / ", number, NULL);
      return;
    }

  entry->numbers = g_strdup (number);
  entry->order = mw_number_get_order (number);
}

static void
list_title (MwStatement *row, gpointer data)
{
  MwCatalogueEntry *entry = find_entry (data, row);
  gboolean name = g_strcmp0 (mw_statement_column_text (row, 1), "name") == 0;

  if (entry)
    set_title (name ? entry->name : entry->summary, mw_statement_column_text (row, 2),
               mw_statement_column_text (row, 3));
}

static void
list_facet (MwStatement *row, gpointer data)
{
  MwCatalogueEntry *entry = find_entry (data, row);

  if (entry)
    set_facet (entry->facets, mw_statement_column_text (row, 1), mw_statement_column_text (row, 2));
}

GPtrArray *
mw_catalogue_store_list (MwDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) by_rowid = g_hash_table_new (NULL, NULL);
  Listing listing = { entries, by_rowid };

  if (!for_each (database, "SELECT rowid, id, fits, guidance FROM intervention", 0, list_entry, &listing, error)
      || !for_each (database, "SELECT intervention, text FROM number ORDER BY intervention, position", 0, list_number,
                    &listing, error)
      || !for_each (database, "SELECT intervention, kind, language, text FROM title WHERE kind <> 'alias'", 0,
                    list_title, &listing, error)
      || !for_each (database, "SELECT intervention, facet, value FROM facet", 0, list_facet, &listing, error))
    return NULL;

  mw_catalogue_entry_order (entries);

  return g_steal_pointer (&entries);
}
