/* SPDX-License-Identifier: GPL-3.0-or-later */
#error "The core shows no text and has no GTK: glib/gi18n.h is not for it"
