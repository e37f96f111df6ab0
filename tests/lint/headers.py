# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
"""Every header compiles alone, with the flags of the sources beside it and without a warning.

Usage: headers.py BUILD, or headers.py --self-test."""

import concurrent.futures
import json
import os
import shlex
import subprocess
import sys

from lintlib import list_files, self_test, tree_root

KEPT = ("-I", "-D", "-isystem", "-std", "-W", "-f", "-m", "-p")


def flags_of(command):
    """The compiler and its flags, without what names the input and the output."""
    words = [word for word in shlex.split(command) if os.path.basename(word) not in ("ccache", "sccache")]
    kept = [word for word in words[1:] if word.startswith(KEPT) and not word.startswith("-fsanitize")]
    return [words[0]] + kept


def read_commands(build, root):
    """The compiler and flags that the build uses, by folder."""
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
        entries = json.load(file)
    commands = {}
    for entry in entries:
        path = os.path.normpath(os.path.join(entry["directory"], entry["file"]))
        name = os.path.relpath(path, root)
        if name.endswith(".c") and not name.startswith(".."):
            folder = commands.setdefault(os.path.dirname(name), [])
            first = not folder
            folder += [
                word
                for word in flags_of(entry["command"])
                if word not in folder and (first or "G_LOG_DOMAIN" not in word)
            ]
    return commands


def command_for(header, commands):
    """Those of the header's own folder, else everybody's together."""
    folder = os.path.dirname(header)
    if folder in commands:
        return commands[folder]
    together = dict.fromkeys(word for flags in commands.values() for word in flags[1:])
    return [next(iter(commands.values()), ["cc"])[0]] + [w for w in together if "G_LOG_DOMAIN" not in w]


def compile_alone(root, build, header, command):
    path = os.path.join(root, header)
    said = subprocess.run(
        command + ["-Wall", "-Werror", "-fsyntax-only", "-I", root, "-x", "c", "-include", path, os.devnull],
        cwd=build,
        capture_output=True,
        text=True,
        check=False,
    )
    return [f"{header}: does not compile alone:\n{said.stderr}"] if said.returncode != 0 else []


def check_with(root, build, files, commands):
    headers = [name for name in files if name.endswith(".h")]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = [pool.submit(compile_alone, root, build, h, command_for(h, commands)) for h in headers]
        return [complaint for job in jobs for complaint in job.result()]


CASES = [
    ({"model/a.h": "#pragma once\n\n#include <stddef.h>\n\nsize_t cw_a (void);\n"}, None),
    ({"model/a.h": "#pragma once\n\nsize_t cw_a (void);\n"}, "model/a.h: does not compile alone"),
    ({"model/a.h": '#include "model/b.h"\n', "model/b.h": "typedef int CwB;\n"}, None),
    ({"model/a.h": "static int a (void);\n"}, "model/a.h: does not compile alone"),
]

if __name__ == "__main__":
    if sys.argv[1:] == ["--self-test"]:
        sys.exit(1 if self_test(lambda root, files: check_with(root, root, files, {}), CASES) else 0)
    tree = tree_root()
    names = list_files(tree)
    found = check_with(tree, sys.argv[1], names, read_commands(sys.argv[1], tree))
    print("\n".join(found))
    print(f"{sum(name.endswith('.h') for name in names)} headers, {len(found)} complaints")
    sys.exit(1 if found else 0)
