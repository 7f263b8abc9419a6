/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/**
 * MwCatalogueNotice:
 * @MW_CATALOGUE_NOTICE_NONE: all is well
 * @MW_CATALOGUE_NOTICE_KEPT_UNREADABLE: the XML cannot be read; the catalogue is the one from before
 * @MW_CATALOGUE_NOTICE_KEPT_INVALID: the XML is wrong; the catalogue is the one from before
 * @MW_CATALOGUE_NOTICE_REBUILT: the stored catalogue was damaged and was built anew
 * @MW_CATALOGUE_NOTICE_NEWER: a newer program stored the catalogue; it was left alone, this one is in memory
 * @MW_CATALOGUE_NOTICE_FULL: the disk is full; the catalogue is in memory only
 * @MW_CATALOGUE_NOTICE_UNWRITABLE: the folder cannot be written; the catalogue is in memory only
 * @MW_CATALOGUE_NOTICE_SHIPPED_NEWER: a newer catalogue that came with the program took the place of the imported one
 * @MW_CATALOGUE_NOTICE_OWN_LOST: the imported catalogue is damaged or gone; the catalogue is the one of the program
 */
typedef enum
{
  MW_CATALOGUE_NOTICE_NONE,
  MW_CATALOGUE_NOTICE_KEPT_UNREADABLE,
  MW_CATALOGUE_NOTICE_KEPT_INVALID,
  MW_CATALOGUE_NOTICE_REBUILT,
  MW_CATALOGUE_NOTICE_NEWER,
  MW_CATALOGUE_NOTICE_FULL,
  MW_CATALOGUE_NOTICE_UNWRITABLE,
  MW_CATALOGUE_NOTICE_SHIPPED_NEWER,
  MW_CATALOGUE_NOTICE_OWN_LOST,
} MwCatalogueNotice;
