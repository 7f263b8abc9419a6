/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-catalogue-change.h"

G_BEGIN_DECLS

/* What another catalogue adds, changes and removes. Built by one thread, then never changed. */
typedef struct
{
  gatomicrefcount refs;
  GPtrArray *by_kind[MW_N_CHANGE_KINDS]; /* of MwCatalogueChange: in the order of the other catalogue; what is removed, in
                                            the order of the present one */
  guint n_same;
} MwCatalogueChanges;

MwCatalogueChanges *mw_catalogue_changes_ref (MwCatalogueChanges *self);
void mw_catalogue_changes_unref (MwCatalogueChanges *self);

/* How many interventions are added, changed or removed. */
guint mw_catalogue_changes_get_n (MwCatalogueChanges *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MwCatalogueChanges, mw_catalogue_changes_unref)

G_END_DECLS
