/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-paper.h"
#include "mw-room.h"

G_BEGIN_DECLS

/* A case for a meeting without a projector: what the room may see, and nothing else, in the present language; with room to write on.
 * Main thread only. Returns: (transfer full) */
MwPaper *mw_room_sheet_new (const MwRoomView *view);

G_END_DECLS
