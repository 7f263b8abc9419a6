/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a file or a folder. The one place that knows which widget does that: GTK has replaced it. What is chosen
 * does not stay in the desktop's list of recent files. Main thread only. */

/**
 * MwFileChooserKind:
 * @MW_FILE_CHOOSER_FOLDER: a folder that is there
 * @MW_FILE_CHOOSER_DATABASE: a case file or a backup of one (*.db) that is there
 * @MW_FILE_CHOOSER_CATALOGUE: a catalogue (*.xml) that is there
 * @MW_FILE_CHOOSER_OFFER: the offer of an organisation (*.xml) that is there
 * @MW_FILE_CHOOSER_HANDOVER: a case of a colleague (*.maatwerk) that is there
 * @MW_FILE_CHOOSER_TEXT: where to save a text; what is there is replaced only after a question
 */
typedef enum
{
  MW_FILE_CHOOSER_FOLDER,
  MW_FILE_CHOOSER_DATABASE,
  MW_FILE_CHOOSER_CATALOGUE,
  MW_FILE_CHOOSER_OFFER,
  MW_FILE_CHOOSER_HANDOVER,
  MW_FILE_CHOOSER_TEXT,
} MwFileChooserKind;

/* @file: (nullable): what was chosen; %NULL when the user thought better of it */
typedef void (*MwFileChosen) (GFile *file, gpointer data);

/**
 * mw_file_chooser_choose:
 * @accept: the label of the button that chooses, with a mnemonic
 * @suggested_name: (nullable): for %MW_FILE_CHOOSER_TEXT
 * @callback: called once, unless @parent is closed before
 * @destroy: (nullable): frees @data, also when @callback was not called
 */
void mw_file_chooser_choose (GtkWindow *parent,
                             MwFileChooserKind kind,
                             const char *title,
                             const char *accept,
                             const char *suggested_name,
                             MwFileChosen callback,
                             gpointer data,
                             GDestroyNotify destroy);

G_END_DECLS
