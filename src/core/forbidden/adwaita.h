/* SPDX-License-Identifier: GPL-3.0-or-later */
#error "The core shows no text and has no GTK: adwaita.h is not for it"
