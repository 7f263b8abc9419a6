/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-error.h"

G_DEFINE_QUARK (mw-storage-error-quark, mw_storage_error)
G_DEFINE_QUARK (mw-catalogue-error-quark, mw_catalogue_error)
G_DEFINE_QUARK (mw-case-error-quark, mw_case_error)
