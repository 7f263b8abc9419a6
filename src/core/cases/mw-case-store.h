/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-case-manifest.h"
#include "mw-database.h"
#include "mw-key-slot.h"

G_BEGIN_DECLS

/* The sealed file of all cases. Belongs to the thread that opened it. Errors are in MW_CASE_ERROR and MW_STORAGE_ERROR.
 *
 * The format, version 1
 * =====================
 * A SQLite database with application_id 0x4d774373 ("MwCs") and user_version 1:
 *
 *   header   (id = 1, database, key, check_sum)  database: 16 random bytes; key: the number of the data key, from 1
 *   slot     (kind, operations, memory, salt, wrapped)  the data key, wrapped twice: see mw-key-slot.h
 *   record   (id, case_id, revision, key, sealed)  one for each revision of a case
 *   manifest (part, generation, sealed)  the root is part 0; part n (1 to 128) has the cases with case_id mod 128 = n - 1
 *
 * check_sum is BLAKE2b-256 of "MWH1" ‖ database ‖ key (4 bytes) ‖ for each slot, the passphrase's first: kind (1) ‖ operations (8) ‖
 * memory (8) ‖ salt ‖ wrapped. It tells a damaged slot from a wrong passphrase; the root authenticates it.
 *
 * Everything sealed is as in mw-seal.h, and holds a serialised GVariant, little-endian:
 *
 *   record  a{sv}  version u (1), label s, age y, status y, closed u, domains as, wishes s, next-action s, next-day u,
 *                  notes a(yus) (kind, day, text), assessments a(xyyyyys) (time, persistence, orientation, competences, strategy,
 *                  certainty, reason), considered a(sssx) (id, number, name, time),
 *                  referred a(sxs) (id of what is considered, time, to whom), filters as, created x, touched x,
 *                  and, each only when there is something in it, the choice: question s, known s, client-words s, decision s,
 *                  agreed-by s, agreed-day u, unavailable s, told-day u, instead s, actions a(ssuu) (text, who, day, day on which
 *                  it was done), evaluation-day u, evaluated-day u, evaluation s, weighed a(syuasys) (id of what is considered,
 *                  verdict, its day, appraisal from the client, expertise and research, helped, reason), scores a(uynny) (day,
 *                  items, emotional, social, missing; -1: not known), room u (the set of 1 << field that a meeting may see),
 *                  and handover s (which one it was taken over from: the id of mw-case-handover.h, in hexadecimal).
 *                  Enumerations are numbered as in mw-case.h, mw-choice.h and mw-typology.h; a day is a GDate's Julian day, 0 for none;
 *                  a time is in seconds since 1970, UTC. A profile's number in a set is its bit.
 *   part    a(t(syyyxuu)a(uxxay))  for each case its id, its heading (label, age, status, profiles, touched, next day, closed day),
 *                  and its revisions (revision, id of the record, time, tag)
 *   root    (ttaya(tay))  generation, the id of the next case, check_sum, and for each of the 128 parts its generation and tag;
 *                  generation 0 is a part that was never written
 *
 * A tag is the last 16 bytes of what was sealed. Every change is one transaction that renews the part and the root, whose
 * generation grows by one: what is missing, swapped, doubled or older than the root says is found out.
 *
 * What it protects against: anyone who reads or changes the file, its backups or the disk they lie on without the passphrase
 * or the recovery key; a power cut or a killed program; a damaged disk, as far as an intact backup is left.
 * What it does not: someone at an unlocked Maatwerk; a program that reads this one's memory, the screen or the keyboard while it
 * is unlocked; memory that the system swaps out or writes to disk when it hibernates (keys excepted); a guessed passphrase. The number of
 * cases and revisions, the class of their size and the order in which they were written can be seen. A copy of the whole
 * file from earlier can be put in its place unnoticed, and opens with the passphrase of then. */

typedef struct _MwCaseStore MwCaseStore;

/* For tests and for the day there is a second version. Members that are zero are as usual. */
typedef struct
{
  MwKdf kdf;
  const MwMigration *migrations;
  guint n_migrations;
  const char *backups; /* (nullable): the folder for a copy made before a migration */
} MwCaseStoreOptions;

/**
 * mw_case_store_create:
 * @path: must not exist; it comes into being whole, or not at all
 * @recovery_key: (out) (transfer full): to be shown once
 *
 * Returns: (transfer full) (nullable): the file, open and unlocked
 */
MwCaseStore *mw_case_store_create (const char *path, const MwSecret *passphrase, const MwCaseStoreOptions *options,
                                   char **recovery_key, GError **error);

/**
 * mw_case_store_open:
 * @read_only: never write, not even what a killed program left half done
 *
 * Opens and migrates, after a checked copy was made. Errors: MW_STORAGE_ERROR_BUSY: another program has it;
 * MW_STORAGE_ERROR_NEWER; MW_STORAGE_ERROR_CORRUPT: damaged as a whole.
 *
 * Returns: (transfer full) (nullable): the file, still locked
 */
MwCaseStore *mw_case_store_open (const char *path, gboolean read_only, const MwCaseStoreOptions *options,
                                 GError **error);
void mw_case_store_free (MwCaseStore *self);

/* Takes half a second. A damaged manifest is no error: what can be read of the records is found without it, and nothing
 * can be changed; see mw_case_store_is_damaged(). Errors: MW_CASE_ERROR_WRONG_KEY, MW_CASE_ERROR_MISTYPED. */
gboolean mw_case_store_unlock (MwCaseStore *self, const MwSecret *passphrase, GError **error);
gboolean mw_case_store_unlock_with_recovery_key (MwCaseStore *self, const char *text, GError **error);
/* With the key of a store that is unlocked: for its backups. */
gboolean mw_case_store_unlock_like (MwCaseStore *self, MwCaseStore *other, GError **error);

/* Whether both are the same file, or a copy of it of any age. */
gboolean mw_case_store_is_copy_of (MwCaseStore *self, MwCaseStore *other);

/* After unlocking: whether the manifest or the key slots are not what they should be. */
gboolean mw_case_store_is_damaged (MwCaseStore *self);
gboolean mw_case_store_is_read_only (MwCaseStore *self);
guint mw_case_store_get_n_cases (MwCaseStore *self);

/* Whether the file had been deleted or replaced since the last call, and was put back; the other one lies beside it. */
gboolean mw_case_store_was_rescued (MwCaseStore *self);

/* Returns: (transfer full) (element-type MwCaseHeading): every case, by id */
GPtrArray *mw_case_store_list (MwCaseStore *self);

/* @revision: 0 for the newest. Errors: MW_CASE_ERROR_NOT_FOUND, MW_CASE_ERROR_DAMAGED. Returns: (transfer full) (nullable) */
GBytes *mw_case_store_read (MwCaseStore *self, guint64 id, guint32 revision, GError **error);

/* What was listed is there to go back to: the next save takes no revision's place.
 * Returns: (transfer full) (nullable) (element-type MwRevision): ascending */
GArray *mw_case_store_list_revisions (MwCaseStore *self, guint64 id, GError **error);

/**
 * mw_case_store_save:
 * @heading: whose id is 0 for a new case, and is set then
 * @record: as mw_case_encode() makes it
 *
 * When this returns, the record is on the disk. It becomes a revision of its own, but takes the place of the one before when
 * that was begun less than ten minutes ago since the file was opened: a revision is a sitting, not a keystroke.
 * After a failure the file is as it was; the next call tries everything anew, opens the file again, and puts it back
 * when it was deleted or replaced.
 */
gboolean mw_case_store_save (MwCaseStore *self, MwCaseHeading *heading, GBytes *record, GError **error);

/* Removes the case with all revisions; SQLite overwrites them. */
gboolean mw_case_store_delete (MwCaseStore *self, guint64 id, GError **error);

/* Records in the file that the manifest does not know: left behind or put there by others. */
gboolean mw_case_store_count_strays (MwCaseStore *self, guint *n_strays, GError **error);

/* Reads everything. @n_damaged: (out): revisions that do not open, and strays */
gboolean mw_case_store_verify (MwCaseStore *self, guint *n_damaged, GError **error);

/* Accepts what is left of a damaged file: a new one, of what can be read, takes its place. The damaged one is kept in the folder
 * "backups" beside it. */
gboolean mw_case_store_repair (MwCaseStore *self, GError **error);

/* @current: (nullable): checked first; %NULL after unlocking with the recovery key */
gboolean mw_case_store_set_passphrase (MwCaseStore *self, const MwSecret *current, const MwSecret *passphrase,
                                       GError **error);
/* Returns: (transfer full) (nullable): another recovery key; the one before opens nothing any more */
char *mw_case_store_renew_recovery_key (MwCaseStore *self, GError **error);
/* Seals everything anew under another data key, in one transaction. Returns: (transfer full) (nullable): another recovery key */
char *mw_case_store_rotate (MwCaseStore *self, const MwSecret *passphrase, GError **error);

/* Copies the file to @path, which must not exist, and checks the copy to its last record. */
gboolean mw_case_store_back_up (MwCaseStore *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwCaseStore, mw_case_store_free)

G_END_DECLS
