# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
"""A program that needs no screen links no GTK, as the loader sees it.

Usage: links.py PROGRAM, or links.py --self-test."""

import re
import subprocess
import sys

FORBIDDEN = r"\blib(?:gtk|gdk|gsk|adwaita|wayland|epoxy)\b[^\s]*"


def check(listing):
    """The forbidden libraries in what ldd printed; complains too when it printed nothing of use."""
    if "libc.so" not in listing:
        return ["ldd does not list the C library: not a program that the loader knows"]
    return [f"links {name}" for name in sorted(set(re.findall(FORBIDDEN, listing)))]


def ldd(program):
    said = subprocess.run(["ldd", program], capture_output=True, text=True, check=False)
    return said.stdout if said.returncode == 0 else ""


def self_test():
    clean = "\tlibglib-2.0.so.0 => /lib/libglib-2.0.so.0 (0x1)\n\tlibc.so.6 => /lib/libc.so.6 (0x2)\n"
    assert check(clean) == []
    assert check(clean + "\tlibgtk-4.so.1 => /lib/libgtk-4.so.1 (0x3)\n") == ["links libgtk-4.so.1"]
    assert check(ldd(__file__)) != []
    assert check(ldd(sys.executable)) == []


if __name__ == "__main__":
    if sys.argv[1:] == ["--self-test"]:
        self_test()
        sys.exit(0)
    complaints = check(ldd(sys.argv[1]))
    print("\n".join(complaints) or f"{sys.argv[1]}: links no GTK")
    sys.exit(1 if complaints else 0)
