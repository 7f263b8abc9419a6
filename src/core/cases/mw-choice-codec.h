/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mw-case.h"

G_BEGIN_DECLS

/* The choice, the verdicts, the scores and what the meeting room may see, as further keys of a record. */

void mw_choice_codec_encode (const MwCase *of, GVariantDict *dict);

/* After what is considered has been read into @of. A record of before there were these keys leaves all as it is. */
void mw_choice_codec_decode (MwCase *of, GVariantDict *dict);

G_END_DECLS
