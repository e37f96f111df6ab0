# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
"""No C file over 600 lines, no function over 80."""

from lintlib import c_files, functions, main, read

MOST_FILE = 600
MOST_FUNCTION = 80


def check(root, files):
    complaints = []
    for name in c_files(files):
        text = read(root, name)
        n = text.count("\n")
        if n > MOST_FILE:
            complaints.append(f"{name}: {n} lines, {MOST_FILE} is the most: which are the two things in it?")
        for function in functions(text):
            n = function.last - function.first + 1
            if n > MOST_FUNCTION:
                what = f"{function.name} () has {n} lines, {MOST_FUNCTION} is the most"
                complaints.append(f"{name}:{function.first + 1}: {what}")
    return complaints


def function_of(n):
    return "int\ncw_a (void)\n{\n" + "  b ();\n" * (n - 4) + "}\n"


CASES = [
    ({"model/a.c": function_of(80)}, None),
    ({"model/a.c": function_of(81)}, "cw_a () has 81 lines"),
    ({"model/a.c": "static " + function_of(81)}, "cw_a () has 81 lines"),
    ({"model/a.h": "int a;\n" * 600}, None),
    ({"model/a.h": "int a;\n" * 601}, "601 lines"),
]

if __name__ == "__main__":
    main(check, CASES)
