/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-clipboard.h"

static guint stay_ms = 30000;

/* What was copied last from a case, as long as it is on the clipboard. */
static GdkContentProvider *copied;
static guint copied_id;

static gboolean
on_time_up (gpointer display)
{
  copied_id = 0;
  mw_clipboard_forget (display);
  return G_SOURCE_REMOVE;
}

void
mw_clipboard_forget_later (GdkDisplay *display)
{
  g_set_object (&copied, gdk_clipboard_get_content (gdk_display_get_clipboard (display)));
  g_clear_handle_id (&copied_id, g_source_remove);
  copied_id = g_timeout_add (stay_ms, on_time_up, display);
}

void
mw_clipboard_forget (GdkDisplay *display)
{
  GdkClipboard *clipboard = gdk_display_get_clipboard (display);

  g_clear_handle_id (&copied_id, g_source_remove);
  if (copied && gdk_clipboard_get_content (clipboard) == copied)
    gdk_clipboard_set_content (clipboard, NULL);
  g_clear_object (&copied);
}

void
mw_clipboard_set_time (guint milliseconds)
{
  stay_ms = milliseconds;
}
