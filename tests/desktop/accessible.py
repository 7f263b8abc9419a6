# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told of a program. Asking is what takes the time of these tests, so that all questions about one level of
the tree are on their way at once."""
import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

ACCESSIBLE = "org.a11y.atspi.Accessible"
ACTION = "org.a11y.atspi.Action"
TEXT = "org.a11y.atspi.Text"
EDITABLE = "org.a11y.atspi.EditableText"
PROPERTIES = "org.freedesktop.DBus.Properties"
VISIBLE = 1 << int(Atspi.StateType.VISIBLE)
FOCUSED = 1 << int(Atspi.StateType.FOCUSED)
ROLES = [Atspi.role_get_name(Atspi.Role(number)) for number in range(int(Atspi.Role.LAST_DEFINED))]
# What is in them, if anything, says no more than they do: not worth a question.
LEAVES = ("check box", "image", "label", "menu item", "radio button", "scroll bar", "separator")


def is_gone(error):
    """Whether an object of the tree was taken away, or made anew, since it was read."""
    return error.matches(Gio.dbus_error_quark(), Gio.DBusError.UNKNOWN_METHOD)


class Bus:
    """The accessibility bus of the session. @patience: how long an answer may take, in seconds"""

    def __init__(self, patience):
        session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        address, = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                     Gio.DBusCallFlags.NONE, -1, None).unpack()
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self.patience = patience * 1000
        self.roles = {}  # by object: none of them ever gets another

    def ask(self, reference, interface, method, arguments=None):
        return self.connection.call_sync(*reference, interface, method, arguments, None, Gio.DBusCallFlags.NONE, self.patience,
                                         None).unpack()

    def ask_all(self, questions):
        """The answers in the order of the questions; None from what vanished meanwhile. A program that does not answer is an error."""
        answers = [None] * len(questions)
        left = len(questions)
        failure = None

        def on_answer(connection, result, number):
            nonlocal left, failure
            left -= 1
            try:
                answers[number], = connection.call_finish(result).unpack()
            except GLib.Error as error:
                if not is_gone(error):
                    failure = error

        for number, (reference, interface, method, arguments) in enumerate(questions):
            self.connection.call(*reference, interface, method, arguments, None, Gio.DBusCallFlags.NONE, self.patience, None,
                                 on_answer, number)
        while left:
            GLib.MainContext.default().iteration(True)
        if failure:
            raise failure
        return answers

    def find_program(self, process):
        """Its root, when it has anything to show; None: not yet."""
        registry = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        for reference in self.ask(registry, ACCESSIBLE, "GetChildren")[0]:
            try:
                number, = self.ask(("org.freedesktop.DBus", "/org/freedesktop/DBus"), "org.freedesktop.DBus",
                                   "GetConnectionUnixProcessID", GLib.Variant("(s)", (reference[0],)))
                if number == process and self.ask(reference, ACCESSIBLE, "GetChildren")[0]:
                    return Node(self, reference)
            except GLib.Error:
                pass  # it has just ended
        return None

    def read_tree(self, root, role=None, named=True):
        """What is visible below @root, itself included, from above; what is hidden is passed over with all that is in it.
        @role: of which the nodes are wanted; None: all are. @named: whether their names are"""
        level = [root]
        while level:
            for node, states in zip(level, self.ask_all([(node.reference, ACCESSIBLE, "GetState", None) for node in level])):
                node.is_read = bool(states) and (node is root or bool(states[0] & VISIBLE))
                node.is_focused = bool(states) and bool(states[0] & FOCUSED)
            level = [node for node in level if node.is_read]
            self._read_roles(level)
            if named:
                self._read_names([node for node in level if role in (None, node.role)])
            level = self._read_children([node for node in level if node.role not in LEAVES])
        if not root.is_read:
            raise GLib.Error("it is not there any more")
        return (node for node in root.flatten() if role in (None, node.role))

    def _read_roles(self, nodes):
        new = [node.reference for node in nodes if node.reference not in self.roles]
        for reference, number in zip(new, self.ask_all([(reference, ACCESSIBLE, "GetRole", None) for reference in new])):
            if number is not None:
                self.roles[reference] = ROLES[number]
        for node in nodes:
            node.role = self.roles.get(node.reference, ROLES[0])

    def _read_names(self, nodes):
        name = GLib.Variant("(ss)", (ACCESSIBLE, "Name"))
        for node, answer in zip(nodes, self.ask_all([(node.reference, PROPERTIES, "Get", name) for node in nodes])):
            node.name = answer or ""

    def _read_children(self, nodes):
        """Returns all of them."""
        for node, answer in zip(nodes, self.ask_all([(node.reference, ACCESSIBLE, "GetChildren", None) for node in nodes])):
            node.children = [Node(self, tuple(child)) for child in answer or ()]
        return [child for node in nodes for child in node.children]


class Node:
    """An object on the screen, as it was when the tree was read; what is asked of it is asked now."""

    def __init__(self, bus, reference):
        self.bus = bus
        self.reference = reference
        self.children = []
        self.role = self.name = ""
        self.is_focused = self.is_read = False

    def __eq__(self, other):
        return isinstance(other, Node) and self.reference == other.reference

    def __hash__(self):
        return hash(self.reference)

    def flatten(self):
        if self.is_read:
            yield self
            for child in self.children:
                yield from child.flatten()

    def ask(self, interface, method, kinds="", *arguments):
        return self.bus.ask(self.reference, interface, method, GLib.Variant(f"({kinds})", arguments) if kinds else None)[0]

    def get(self, interface, name):
        return self.ask(PROPERTIES, "Get", "ss", interface, name)

    @property
    def present_name(self):
        return self.get(ACCESSIBLE, "Name")

    @property
    def description(self):
        return self.get(ACCESSIBLE, "Description")

    @property
    def interfaces(self):
        return self.ask(ACCESSIBLE, "GetInterfaces")

    @property
    def text(self):
        return self.ask(TEXT, "GetText", "ii", 0, self.get(TEXT, "CharacterCount"))

    def write(self, text):
        """In the place of what is there."""
        self.ask(EDITABLE, "DeleteText", "ii", 0, self.get(TEXT, "CharacterCount"))
        self.ask(EDITABLE, "InsertText", "isi", 0, text, len(text.encode()))

    @property
    def actions(self):
        return [self.ask(ACTION, "GetName", "i", number) for number in range(self.get(ACTION, "NActions"))]

    def act(self, *names):
        """The first of its actions that has one of these names; False: it has none."""
        for number, name in enumerate(self.actions):
            if name in names:
                return self.ask(ACTION, "DoAction", "i", number)
        return False

    @property
    def place(self):
        """In its window: from the left, from the top, width, height."""
        return self.ask("org.a11y.atspi.Component", "GetExtents", "u", int(Atspi.CoordType.WINDOW))
