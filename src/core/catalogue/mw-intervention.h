/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "mw-catalogue-header.h"
#include "mw-facet.h"

G_BEGIN_DECLS

/* One intervention of a catalogue with all its texts. Built by one thread, then never changed: after that it may be
 * read on any thread. */

typedef enum
{
  MW_LANGUAGE_NL, /* obligatory in a catalogue */
  MW_LANGUAGE_EN,
} MwLanguage;
#define MW_N_LANGUAGES 2

/* The thirteen fields of the publication's fixed format, in its order. */
typedef enum
{
  MW_FIELD_AUDIENCE,
  MW_FIELD_GOAL,
  MW_FIELD_METHOD,
  MW_FIELD_SUITABILITY,
  MW_FIELD_PERFORMED_BY,
  MW_FIELD_DURATION,
  MW_FIELD_INTENSITY,
  MW_FIELD_MATERIALS,
  MW_FIELD_TRAINING,
  MW_FIELD_COSTS,
  MW_FIELD_EFFECTS,
  MW_FIELD_DEVELOPER,
  MW_FIELD_MORE_INFORMATION,
} MwField;
#define MW_N_FIELDS 13

/* Returns: (transfer none): the field's element in the XML, such as "performed-by" */
const char *mw_field_get_id (MwField field);
gboolean mw_field_from_id (const char *id, MwField *field);

/* Returns: (transfer none): "nl" or "en" */
const char *mw_language_get_id (MwLanguage language);
gboolean mw_language_from_id (const char *id, MwLanguage *language);

typedef enum
{
  MW_SPAN_REFERENCE,
  MW_SPAN_LINK,
  MW_SPAN_ORGANISATION,
} MwSpanKind;

/* A part of a block's text that is more than text; @start and @stop count bytes. */
typedef struct
{
  MwSpanKind kind;
  guint start;
  guint stop;
  char *href; /* (nullable): of a link */
} MwSpan;

typedef enum
{
  MW_BLOCK_PARAGRAPH,
  MW_BLOCK_ITEM,
} MwBlockKind;

typedef struct
{
  MwBlockKind kind;
  char *text;
  GArray *spans; /* of MwSpan, in order, not overlapping */
} MwBlock;

/* Returns: (transfer full): an empty block */
MwBlock *mw_block_new (MwBlockKind kind);
void mw_block_free (MwBlock *self);
/* @href is (nullable) and copied. */
void mw_block_add_span (MwBlock *self, MwSpanKind kind, guint start, guint stop, const char *href);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwBlock, mw_block_free)

typedef struct
{
  MwGroup group;
  char *text; /* such as "1.5" */
} MwNumber;

#define MW_TYPE_INTERVENTION (mw_intervention_get_type ())
typedef struct _MwIntervention MwIntervention;

/* All members are readable by everyone and written by readers and stores only. */
struct _MwIntervention
{
  gatomicrefcount refs;
  char *id;
  MwNumber numbers[2];
  guint n_numbers;
  char *name[MW_N_LANGUAGES];    /* (nullable) but in Dutch */
  char *summary[MW_N_LANGUAGES]; /* (nullable) but in Dutch */
  GPtrArray *aliases;            /* of char * */
  MwProfileSet fits;
  MwProfileSet guidance; /* the part of @fits that needs the right guidance */
  char *developer_year;  /* (nullable) */
  guint32 facets[MW_N_FACETS]; /* sets of values */
  GPtrArray *remarks[MW_N_LANGUAGES]; /* of MwBlock */
  GPtrArray *fields[MW_N_FIELDS][MW_N_LANGUAGES]; /* of MwBlock; empty where absent */
  guint16 not_stated; /* bit n: the publication does not state field n */
  MwCatalogueHeader *former; /* (nullable): the last catalogue that had it, when the present one has not */
};

GType mw_intervention_get_type (void);
MwIntervention *mw_intervention_new (void);
MwIntervention *mw_intervention_ref (MwIntervention *self);
void mw_intervention_unref (MwIntervention *self);
/* Returns: (transfer full): one of the same content, to be changed before it is shared */
MwIntervention *mw_intervention_copy (const MwIntervention *self);

/* Sets the facets that follow from the other members: profile, row and group. */
void mw_intervention_derive_facets (MwIntervention *self);

/* The order of numbers: 1.2 before 1.10 before 2.1 before L.1. */
guint mw_number_get_order (const char *number);

/* Returns: (transfer none): the Dutch text where the other language has none */
const char *mw_intervention_get_name (MwIntervention *self, MwLanguage language);
const char *mw_intervention_get_summary (MwIntervention *self, MwLanguage language);
/* Returns: (transfer none) (element-type MwBlock): the Dutch blocks where the other language has none */
GPtrArray *mw_intervention_get_field (MwIntervention *self, MwField field, MwLanguage language);
GPtrArray *mw_intervention_get_remarks (MwIntervention *self, MwLanguage language);
/* Whether every text stands in @language, so that none falls back on Dutch. */
gboolean mw_intervention_has_language (MwIntervention *self, MwLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwIntervention, mw_intervention_unref)

G_END_DECLS
