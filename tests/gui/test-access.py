#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
"""test-access.py PROGRAM FILE: what a screen reader is told of the window.

Every control that can be seen must have a name; so must the plan and the section. Pages that are
shown by an action are asked for in turn."""

import re
import subprocess
import sys
import time

import pyatspi
from gi.repository import Gio, GLib

ID = "org.chipwright.Chipwright"
PATH = "/org/chipwright/Chipwright"

CONTROLS = {
    pyatspi.ROLE_CHECK_BOX,
    pyatspi.ROLE_COMBO_BOX,
    pyatspi.ROLE_ENTRY,
    pyatspi.ROLE_LINK,
    pyatspi.ROLE_PAGE_TAB,
    pyatspi.ROLE_PUSH_BUTTON,
    pyatspi.ROLE_RADIO_BUTTON,
    pyatspi.ROLE_SLIDER,
    pyatspi.ROLE_SPIN_BUTTON,
    pyatspi.ROLE_SWITCH if hasattr(pyatspi, "ROLE_SWITCH") else None,
    pyatspi.ROLE_TEXT,
    pyatspi.ROLE_TOGGLE_BUTTON,
}

# pages, by the action that shows them; all pages of the set-up are there when one is
PAGES = [
    ("win.show-setup", "general"),
    ("win.setup", None),
    ("win.show-claims", None),
    ("win.show-flow", None),
]


def wait_for(what, patience=30):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        found = what()
        if found:
            return found
        time.sleep(0.05)
    sys.exit(f"test-access: waited in vain for {what.__name__}")


def find_program():
    for child in pyatspi.Registry.getDesktop(0):
        if child is not None and "hipwright" in (child.name or ""):
            return child
    return None


def walk(node, trail=(), depth=0):
    """All that can be seen below a node, with the names on the way there."""
    if node is None or depth > 60:
        return
    yield node, trail
    below = trail + ((node.name or node.getRoleName()),)
    for child in list(node):
        if child is not None and child.getState().contains(pyatspi.STATE_VISIBLE):
            yield from walk(child, below, depth + 1)


def is_named(node):
    """GTK gives the name of its class to what has no other."""
    name = (node.name or "").strip()
    return name not in ("", "Tab") and not re.fullmatch(r"(Gtk|Cw)[A-Z][A-Za-z]*", name)


def has_name(node):
    if is_named(node):
        return True
    relations = [r.getRelationType() for r in node.getRelationSet()]
    if pyatspi.RELATION_LABELLED_BY in relations:
        return True
    # the parts of a control that is named are a toolkit's matter: the entry within a spin button
    # or the button within a drop-down
    parent = node.parent
    if parent is not None and parent.getRole() in CONTROLS and is_named(parent):
        return True
    # a tab is read by its label
    return any(child is not None and child.getRole() == pyatspi.ROLE_LABEL and is_named(child)
               for below, _ in walk(node) for child in [below])


def main(program, file):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    process = subprocess.Popen([program, file])
    nameless = {}
    n_controls = 0

    def activate(name, parameter):
        group, action = name.split(".", 1)
        path = PATH + "/window/1" if group == "win" else PATH
        values = [GLib.Variant("s", parameter)] if parameter is not None else []
        bus.call_sync(ID, path, "org.gtk.Actions", "Activate",
                      GLib.Variant("(sava{sv})", (action, values, {})), None, 0, 5000, None)

    def is_open():
        try:
            answer = bus.call_sync(ID, PATH + "/window/1", "org.gtk.Actions", "Describe",
                                   GLib.Variant("(s)", ("save",)), None, 0, 5000, None)
            return answer.unpack()[0][0]
        except GLib.Error:
            return False

    try:
        wait_for(is_open)
        root = wait_for(find_program)
        for name, parameter in [(None, None)] + PAGES:
            if name is not None:
                activate(name, parameter)
                time.sleep(0.4)
            seen = 0
            for node, trail in walk(root):
                role = node.getRole()
                if role not in CONTROLS:
                    continue
                seen += 1
                if not has_name(node):
                    place = " > ".join(trail[-4:]) + " > " + node.getRoleName()
                    nameless.setdefault(place, name and f"{name} {parameter or ''}".strip())
            n_controls = max(n_controls, seen)
            print(f"# {name or 'window'} {parameter or ''}: {seen} controls")
        activate("app.quit", None)
        process.wait(timeout=30)
    finally:
        if process.poll() is None:
            process.kill()

    for place, page in sorted(nameless.items()):
        print(f"test-access: no name: {place} ({page or 'window'})", file=sys.stderr)
    if n_controls < 40:
        sys.exit(f"test-access: only {n_controls} controls were seen")
    return 1 if nameless else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
