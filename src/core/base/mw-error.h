/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MwStorageError:
 * @MW_STORAGE_ERROR_OPEN: the file cannot be opened or created
 * @MW_STORAGE_ERROR_CORRUPT: the file is damaged or is no database of this program
 * @MW_STORAGE_ERROR_NEWER: a newer version of the program wrote the file
 * @MW_STORAGE_ERROR_FULL: the disk is full
 * @MW_STORAGE_ERROR_READ_ONLY: the file or its folder may not be written
 * @MW_STORAGE_ERROR_BUSY: another program holds the file
 * @MW_STORAGE_ERROR_IO: reading or writing failed
 * @MW_STORAGE_ERROR_NO_MEMORY: memory ran out
 * @MW_STORAGE_ERROR_CONSTRAINT: a rule of the schema was broken
 * @MW_STORAGE_ERROR_MOVED: the file was deleted or replaced under the open connection
 * @MW_STORAGE_ERROR_SQL: any other failure; a mistake in the program
 * @MW_STORAGE_ERROR_OLDER: an older version of the program wrote the file, which is made anew instead of migrated
 *
 * Messages are for logs; the interface words the code.
 */
typedef enum
{
  MW_STORAGE_ERROR_OPEN,
  MW_STORAGE_ERROR_CORRUPT,
  MW_STORAGE_ERROR_NEWER,
  MW_STORAGE_ERROR_FULL,
  MW_STORAGE_ERROR_READ_ONLY,
  MW_STORAGE_ERROR_BUSY,
  MW_STORAGE_ERROR_IO,
  MW_STORAGE_ERROR_NO_MEMORY,
  MW_STORAGE_ERROR_CONSTRAINT,
  MW_STORAGE_ERROR_MOVED,
  MW_STORAGE_ERROR_SQL,
  MW_STORAGE_ERROR_OLDER,
} MwStorageError;

#define MW_STORAGE_ERROR (mw_storage_error_quark ())
GQuark mw_storage_error_quark (void);

/**
 * MwCatalogueError:
 * @MW_CATALOGUE_ERROR_UNREADABLE: the file is missing or may not be read
 * @MW_CATALOGUE_ERROR_INVALID: the file is no valid catalogue; the problems are told apart by the reader
 * @MW_CATALOGUE_ERROR_NOT_FOUND: the catalogue has no such intervention
 *
 * Messages are for logs; the interface words the code.
 */
typedef enum
{
  MW_CATALOGUE_ERROR_UNREADABLE,
  MW_CATALOGUE_ERROR_INVALID,
  MW_CATALOGUE_ERROR_NOT_FOUND,
} MwCatalogueError;

#define MW_CATALOGUE_ERROR (mw_catalogue_error_quark ())
GQuark mw_catalogue_error_quark (void);

/**
 * MwCaseError:
 * @MW_CASE_ERROR_LOCKED: no passphrase was given yet
 * @MW_CASE_ERROR_WRONG_KEY: the passphrase or the recovery key does not open the file
 * @MW_CASE_ERROR_MISTYPED: what was typed cannot be a recovery key: letters are missing or mistaken
 * @MW_CASE_ERROR_DAMAGED: a record is missing, was changed from outside, or does not belong where it stands
 * @MW_CASE_ERROR_NEWER: a newer version of the program wrote the record
 * @MW_CASE_ERROR_NOT_FOUND: there is no such case or revision
 * @MW_CASE_ERROR_READ_ONLY: nothing can be changed: the file is damaged or may not be written
 * @MW_CASE_ERROR_TOO_LARGE: the record is larger than any case may be
 *
 * Messages are for logs and hold nothing of a case; the interface words the code.
 */
typedef enum
{
  MW_CASE_ERROR_LOCKED,
  MW_CASE_ERROR_WRONG_KEY,
  MW_CASE_ERROR_MISTYPED,
  MW_CASE_ERROR_DAMAGED,
  MW_CASE_ERROR_NEWER,
  MW_CASE_ERROR_NOT_FOUND,
  MW_CASE_ERROR_READ_ONLY,
  MW_CASE_ERROR_TOO_LARGE,
} MwCaseError;

#define MW_CASE_ERROR (mw_case_error_quark ())
GQuark mw_case_error_quark (void);

G_END_DECLS
