/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mw-catalogue-problem.h"
#include "mw-intervention.h"
#include "mw-synonyms.h"

G_BEGIN_DECLS

/* Reads a catalogue in XML as a stream: validated against catalogue.rng, within the caps of mw-xml-guard.h, without
 * network, entities or DOCTYPE. May be called on any thread. */

#define MW_CATALOGUE_MAX_INTERVENTIONS 50000

/**
 * MwInterventionFunc:
 * @intervention: the next intervention; take a reference to keep it
 * @fraction: how much of the file has been read, from 0 to 1
 *
 * Called for each intervention as long as no problem was found.
 *
 * Returns: %FALSE with @error set to stop reading
 */
typedef gboolean (*MwInterventionFunc) (MwIntervention *intervention, double fraction, gpointer data, GError **error);

/* As MwInterventionFunc, for the words that stand before the interventions; at most once. */
typedef gboolean (*MwSynonymsFunc) (MwSynonyms *synonyms, gpointer data, GError **error);

/**
 * mw_catalogue_read:
 * @file: the XML
 * @func: (nullable): called for each intervention; what it was given counts only when the whole call succeeds
 * @problems: (nullable) (element-type MwProblem): receives every problem
 * @n_interventions: (out) (nullable): the number of interventions in the file
 *
 * Returns: whether the whole catalogue is valid; else @error is MW_CATALOGUE_ERROR_UNREADABLE,
 *   MW_CATALOGUE_ERROR_INVALID, that of @func, or G_IO_ERROR_CANCELLED
 */
gboolean mw_catalogue_read (GFile *file, MwInterventionFunc func, gpointer data, GPtrArray *problems,
                            guint *n_interventions, GCancellable *cancellable, GError **error);

/* What to call for the parts of a catalogue; each is (nullable). */
typedef struct
{
  MwInterventionFunc intervention;
  MwSynonymsFunc synonyms;
} MwCatalogueFuncs;

/* As mw_catalogue_read(), with the synonyms too. */
gboolean mw_catalogue_read_all (GFile *file, const MwCatalogueFuncs *funcs, gpointer data, GPtrArray *problems,
                                guint *n_interventions, GCancellable *cancellable, GError **error);

G_END_DECLS
