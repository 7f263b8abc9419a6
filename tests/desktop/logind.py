#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of the system that tells programs of the session's lock and of sleep: on the bus of DBUS_SYSTEM_BUS_ADDRESS.
Every line read is a word: "lock" or "sleep"; "asked" is written once a program has found its session."""
import os
import sys

from gi.repository import Gio, GLib

MANAGER = "/org/freedesktop/login1"
SESSION = "/org/freedesktop/login1/session/_32"
INTERFACES = """<node>
  <interface name="org.freedesktop.login1.Manager">
    <method name="GetSessionByPID"><arg type="u"/><arg type="o" direction="out"/></method>
    <method name="GetSession"><arg type="s"/><arg type="o" direction="out"/></method>
    <method name="Inhibit"><arg type="s"/><arg type="s"/><arg type="s"/><arg type="s"/><arg type="h" direction="out"/></method>
  </interface>
</node>"""


def on_call(_bus, _sender, _path, _interface, method, _parameters, invocation):
    if method == "Inhibit":
        ends.append(os.pipe())
        fds = Gio.UnixFDList.new()
        fds.append(ends[-1][1])
        os.close(ends[-1][1])
        invocation.return_value_with_unix_fd_list(GLib.Variant("(h)", (0,)), fds)
        print("delayed", flush=True)
    else:
        invocation.return_value(GLib.Variant("(o)", (SESSION,)))
        print("asked", flush=True)


def on_line(_source, _condition):
    word = sys.stdin.readline().strip()
    if word == "lock":
        bus.emit_signal(None, SESSION, "org.freedesktop.login1.Session", "Lock", None)
    elif word == "sleep":
        bus.emit_signal(None, MANAGER, "org.freedesktop.login1.Manager", "PrepareForSleep", GLib.Variant("(b)", (True,)))
    else:
        loop.quit()
    return True


ends = []
loop = GLib.MainLoop()
bus = Gio.bus_get_sync(Gio.BusType.SYSTEM, None)
bus.register_object(MANAGER, Gio.DBusNodeInfo.new_for_xml(INTERFACES).interfaces[0], on_call, None, None)
Gio.bus_own_name_on_connection(bus, "org.freedesktop.login1", Gio.BusNameOwnerFlags.NONE,
                               lambda *_: print("ready", flush=True), None)
GLib.io_add_watch(sys.stdin.fileno(), GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, on_line)
loop.run()
