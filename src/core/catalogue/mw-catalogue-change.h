/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-intervention.h"

G_BEGIN_DECLS

/* What another catalogue makes of one intervention. Pure values: built by one thread, then never changed; after that
 * readable on any thread. */

typedef enum
{
  MW_CHANGE_ADDED,
  MW_CHANGE_CHANGED,
  MW_CHANGE_REMOVED,
} MwChangeKind;
#define MW_N_CHANGE_KINDS 3

/**
 * MwPart:
 * @MW_PART_NUMBERS: the texts are numbers such as "1.5 / 2.2"
 * @MW_PART_NAME, @MW_PART_SUMMARY, @MW_PART_REMARKS: texts of a language
 * @MW_PART_ALIASES: the texts hold one name on each line
 * @MW_PART_FITS: the sets hold profiles, and the guidance sets those that need the right guidance
 * @MW_PART_FIELD: texts of a language, of the field @which
 * @MW_PART_YEAR: of development
 * @MW_PART_FACET: the sets hold values of the facet @which
 */
typedef enum
{
  MW_PART_NUMBERS,
  MW_PART_NAME,
  MW_PART_ALIASES,
  MW_PART_SUMMARY,
  MW_PART_FITS,
  MW_PART_REMARKS,
  MW_PART_FIELD,
  MW_PART_YEAR,
  MW_PART_FACET,
} MwPart;

/* A part of an intervention before and after. */
typedef struct
{
  MwPart part;
  guint which;
  MwLanguage language;

  /* Of a text. A list has one item on each line, with a bullet. Where nothing but a link differs, its address is told. */
  char *before; /* (nullable): there was none */
  char *after;  /* (nullable): there is none any more */
  gboolean not_stated_before; /* the source does not state the field */
  gboolean not_stated_after;

  /* Of a set. */
  guint32 set_before;
  guint32 set_after;
  MwProfileSet guidance_before;
  MwProfileSet guidance_after;
} MwPartChange;

#define MW_TYPE_CATALOGUE_CHANGE (mw_catalogue_change_get_type ())
G_DECLARE_FINAL_TYPE (MwCatalogueChange, mw_catalogue_change, MW, CATALOGUE_CHANGE, GObject)

struct _MwCatalogueChange
{
  GObject parent_instance;

  MwChangeKind kind;
  char *id;
  char *numbers;              /* such as "1.5 / 2.2"; the new ones */
  char *name[MW_N_LANGUAGES]; /* (nullable) but in Dutch; the new one */
  char *summary[MW_N_LANGUAGES]; /* (nullable) but in Dutch; the new one */
  GPtrArray *parts; /* of MwPartChange, in the order of a description; empty unless changed */
};

/**
 * mw_catalogue_change_new:
 * @before: (nullable): as it is
 * @after: (nullable): as it will be; has the id of @before
 *
 * Returns: (transfer full) (nullable): %NULL when both are the same
 */
MwCatalogueChange *mw_catalogue_change_new (MwIntervention *before, MwIntervention *after);

/* Returns: (transfer none): the Dutch text where the other language has none */
const char *mw_catalogue_change_get_name (MwCatalogueChange *self, MwLanguage language);
const char *mw_catalogue_change_get_summary (MwCatalogueChange *self, MwLanguage language);

G_END_DECLS
