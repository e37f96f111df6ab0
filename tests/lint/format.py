# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
"""Every C file looks as clang-format prints it; the version that the tree is written with is 14."""

import os
import re
import shutil
import subprocess

from lintlib import c_files, main, tree_root

VERSION = "14"


def find_clang_format():
    for program in (f"clang-format-{VERSION}", "clang-format"):
        if shutil.which(program) is not None:
            said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
            if re.search(rf"version {VERSION}\.", said.stdout):
                return program
    return None


def check(root, files):
    program = find_clang_format()
    if program is None:
        return [f"clang-format {VERSION} is not installed: apt-get install clang-format-{VERSION}"]

    complaints = []
    names = c_files(files)
    style = "--style=file:" + os.path.join(tree_root(), ".clang-format")
    for start in range(0, len(names), 100):
        said = subprocess.run(
            [program, style, "--dry-run", "-Werror"] + names[start : start + 100],
            cwd=root,
            capture_output=True,
            text=True,
            check=False,
        )
        bad = sorted(set(re.findall(r"^([^\s:]+):\d+:\d+: error:", said.stderr, re.M)))
        complaints += [f"{name}: clang-format -i would change it" for name in bad]
        if said.returncode != 0 and not bad:
            complaints.append(said.stderr)
    return complaints


CASES = [
    ({"model/a.c": "int\ncw_a (int b)\n{\n  return b;\n}\n"}, None),
    ({"model/a.c": "int cw_a(int b) { return b; }\n"}, "model/a.c: clang-format"),
]

if __name__ == "__main__":
    main(check, CASES)
