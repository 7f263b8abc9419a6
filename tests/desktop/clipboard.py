#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program with which the clipboard is shared: "give FILE [KIND]" offers the bytes of a file until it is ended,
"take" writes what is offered to its output."""
import sys

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, Gio, GLib, Gtk  # noqa: E402


def give(path, kind="text/plain;charset=utf-8"):
    with open(path, "rb") as file:
        clipboard.set_content(Gdk.ContentProvider.new_for_bytes(kind, GLib.Bytes.new(file.read())))
    print("offered", flush=True)
    loop.run()


def take():
    def copied(stream, result):
        try:
            stream.splice_finish(result)
        except GLib.Error as error:
            print(error.message, file=sys.stderr)
        loop.quit()

    def opened(source, result):
        try:
            stream, _ = source.read_finish(result)
        except GLib.Error:
            loop.quit()  # nothing is offered
            return
        out = Gio.UnixOutputStream.new(1, False)
        out.splice_async(stream, Gio.OutputStreamSpliceFlags.CLOSE_SOURCE, 0, None, copied)

    clipboard.read_async(["text/plain;charset=utf-8"], 0, None, opened)
    loop.run()


Gtk.init()
clipboard = Gdk.Display.get_default().get_clipboard()
loop = GLib.MainLoop()
{"give": give, "take": take}[sys.argv[1]](*sys.argv[2:])
