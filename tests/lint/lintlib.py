# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
"""What the lint scripts share: the files to look at, C without its comments, and a command line.

Each script has `check (root, files) -> complaints` and `CASES`, small trees with the complaint each
must bring (None: no complaint). `script.py` looks at the tree it lies in; `script.py --self-test`
proves on the cases that the script can fail."""

import os
import re
import subprocess
import sys
import tempfile

HEAD = (
    "/* SPDX-License-Identifier: GPL-3.0-or-later */\n"
    "/* Copyright 2026 The Chipwright developers */\n\n"
)


def tree_root():
    return os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def list_files(root):
    """Every file under version control or about to be, or every file of a tree without git."""
    try:
        out = subprocess.run(
            ["git", "-c", "safe.directory=*", "-C", root, "ls-files", "-z"]
            + ["--cached", "--others", "--exclude-standard"],
            check=True,
            capture_output=True,
        ).stdout
        found = {name for name in out.decode().split("\0") if name}
    except (OSError, subprocess.CalledProcessError):
        found = set()
        for folder, folders, names in os.walk(root):
            folders[:] = [f for f in folders if not f.startswith("build") and f != ".git"]
            found.update(os.path.relpath(os.path.join(folder, name), root) for name in names)

    return sorted(name for name in found if os.path.isfile(os.path.join(root, name)))


def c_files(files):
    return [name for name in files if name.endswith((".c", ".h"))]


def read(root, name):
    with open(os.path.join(root, name), encoding="utf-8") as file:
        return file.read()


def blank(text):
    """The text with comments and the insides of strings made blank, its lines where they were."""
    pattern = r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\''

    def spaces(match):
        found = match.group(0)
        if found[0] in "\"'":
            return found[0] + re.sub(r"[^\n]", " ", found[1:-1]) + found[0]
        return re.sub(r"[^\n]", " ", found)

    return re.sub(pattern, spaces, text, flags=re.S)


class Function:
    """A function definition as clang-format lays it out: its name starts a line."""

    def __init__(self, name, first, last, is_static):
        self.name = name
        self.first = first  # index of the line its return type starts on
        self.last = last  # index of the line of its closing brace
        self.is_static = is_static


def functions(text):
    """The functions that the text defines, in order."""
    code = blank(text)
    lines = code.split("\n")
    found = []
    for match in re.finditer(r"^(\w+) \(", code, flags=re.M):
        end = closing(code, match.end() - 1)
        if match.group(1).isupper() or end is None or not re.match(r"\)[\w\s(),]*?\n\{", code[end:]):
            continue
        first = code.count("\n", 0, match.start())
        while first > 0 and re.match(r"[A-Za-z_]", lines[first - 1]) and ";" not in lines[first - 1]:
            first -= 1
        last = code.count("\n", 0, end) + 1
        while last + 1 < len(lines) and not lines[last].startswith("}"):
            last += 1
        kind = " ".join(lines[first : code.count("\n", 0, match.start())])
        found.append(Function(match.group(1), first, last, "static" in kind.split()))

    return found


def closing(code, opening):
    depth = 0
    for i in range(opening, len(code)):
        if code[i] == "(":
            depth += 1
        elif code[i] == ")":
            depth -= 1
            if depth == 0:
                return i
    return None


def self_test(check, cases):
    failed = 0
    for tree, wanted in cases:
        with tempfile.TemporaryDirectory(prefix="lint") as root:
            for name, text in tree.items():
                os.makedirs(os.path.dirname(os.path.join(root, name)), exist_ok=True)
                with open(os.path.join(root, name), "w", encoding="utf-8") as file:
                    file.write(text)
            complaints = check(root, sorted(tree))
        if (wanted is None and complaints) or (
            wanted is not None and not any(wanted in complaint for complaint in complaints)
        ):
            failed += 1
            print(f"{sorted(tree)}: wanted {wanted!r}, got {complaints}")
    if not any(wanted is not None for tree, wanted in cases):
        failed += 1
        print("no case that must bring a complaint")
    print(f"{len(cases)} cases, {failed} failed")

    return failed


def main(check, cases):
    if sys.argv[1:] == ["--self-test"]:
        sys.exit(1 if self_test(check, cases) else 0)

    root = tree_root()
    files = list_files(root)
    complaints = check(root, files)
    for complaint in complaints:
        print(complaint)
    print(f"{len(c_files(files))} C files, {len(complaints)} complaints")
    sys.exit(1 if complaints else 0)
