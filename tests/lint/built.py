# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
"""Every C source is compiled by the build, so nothing lies about dead and no test is left out.

Usage: built.py BUILD, or built.py --self-test."""

import json
import os
import sys

from lintlib import list_files, self_test, tree_root


def compiled(build, root):
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
        entries = json.load(file)
    return {os.path.relpath(os.path.join(entry["directory"], entry["file"]), root) for entry in entries}


def check_with(files, known):
    return [f"{name}: no meson.build names it" for name in files if name.endswith(".c") and name not in known]


CASES = [
    ({"model/a.c": "", "model/a.h": ""}, None),
    ({"model/a.c": "", "tests/model/test-a.c": ""}, "tests/model/test-a.c: no meson.build"),
]

if __name__ == "__main__":
    if sys.argv[1:] == ["--self-test"]:
        sys.exit(1 if self_test(lambda root, files: check_with(files, {"model/a.c"}), CASES) else 0)
    tree = tree_root()
    found = check_with(list_files(tree), compiled(sys.argv[1], tree))
    print("\n".join(found + [f"{len(found)} complaints"]))
    sys.exit(1 if found else 0)
