/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-intervention.h"

G_BEGIN_DECLS

#define MW_TYPE_CATALOGUE_ENTRY (mw_catalogue_entry_get_type ())
G_DECLARE_FINAL_TYPE (MwCatalogueEntry, mw_catalogue_entry, MW, CATALOGUE_ENTRY, GObject)

/* What a list needs to know of an intervention. Built by one thread, then never changed: after that it may be read on
 * any thread. Members are readable by everyone and written by the store only. */
struct _MwCatalogueEntry
{
  GObject parent_instance;

  guint rowid;
  guint name_rank[MW_N_LANGUAGES]; /* the place in the order of names, from 0 */
  guint order; /* mw_number_get_order() of the first number */
  char *id;
  char *numbers;                 /* such as "1.5 / 2.2" */
  char *name[MW_N_LANGUAGES];    /* (nullable) but in Dutch */
  char *summary[MW_N_LANGUAGES]; /* (nullable) but in Dutch */
  MwProfileSet fits;
  MwProfileSet guidance;
  guint32 facets[MW_N_FACETS]; /* sets of values */
  char *provider; /* (nullable): who offers it, as the organisation has filled it in */
};

MwCatalogueEntry *mw_catalogue_entry_new (void);
/* Returns: (transfer full): one of the same content, to be changed before it is shared */
MwCatalogueEntry *mw_catalogue_entry_copy (MwCatalogueEntry *self);

/* Orders entries by number and gives them their ranks by name, in every language. They must not be shared yet. */
void mw_catalogue_entry_order (GPtrArray *entries);

/* Whether it is one of the organisation's own interventions. */
gboolean mw_catalogue_entry_is_own (MwCatalogueEntry *self);

/* Returns: (transfer none): the Dutch text where the other language has none */
const char *mw_catalogue_entry_get_name (MwCatalogueEntry *self, MwLanguage language);
const char *mw_catalogue_entry_get_summary (MwCatalogueEntry *self, MwLanguage language);

G_END_DECLS
