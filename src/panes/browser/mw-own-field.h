/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mw-intervention.h"

G_BEGIN_DECLS

#define MW_TYPE_OWN_FIELD (mw_own_field_get_type ())
G_DECLARE_FINAL_TYPE (MwOwnField, mw_own_field, MW, OWN_FIELD, GtkWidget)

/* A text of the form: in Dutch, and below it, where that is wanted, in English; with what is missing under it.
 *
 * Signals: "changed": by the user. */

/* What a field has. */
typedef enum
{
  MW_OWN_FIELD_PLAIN = 0,
  MW_OWN_FIELD_ENGLISH = 1 << 0,
  MW_OWN_FIELD_NOT_STATED = 1 << 1, /* may be ticked as not stated */
} MwOwnFieldFlags;

/* @heading: also the accessible name; @hint: (nullable). Returns: (transfer floating) */
MwOwnField *mw_own_field_new (const char *heading, const char *hint, MwOwnFieldFlags flags);

/* Returns: (transfer none) */
const char *mw_own_field_get_heading (MwOwnField *self);

void mw_own_field_set_text (MwOwnField *self, MwLanguage language, const char *text);
/* Returns: (transfer full) */
char *mw_own_field_dup_text (MwOwnField *self, MwLanguage language);
void mw_own_field_set_not_stated (MwOwnField *self, gboolean not_stated);
gboolean mw_own_field_get_not_stated (MwOwnField *self);

/* Whether the English text is unfolded. */
void mw_own_field_show_english (MwOwnField *self, gboolean show);

/* @words: (nullable): what is missing or wrong */
void mw_own_field_set_problem (MwOwnField *self, const char *words);

G_END_DECLS
