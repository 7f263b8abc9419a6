/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-write.h"

#include <errno.h>
#include <unistd.h>

gboolean
mw_write_all (int file, const char *bytes, gsize length)
{
  while (length > 0)
    {
      gssize n = write (file, bytes, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      bytes += n;
      length -= (gsize) n;
    }

  return TRUE;
}

gboolean
mw_write_and_sync (int file, GBytes *bytes)
{
  gsize length;
  const char *at = g_bytes_get_data (bytes, &length);

  return mw_write_all (file, at, length) && fsync (file) == 0;
}
