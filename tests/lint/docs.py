# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
"""A gi-docgen comment stands above every public function's body and every public type.

What a `-private.h` declares is not public: any comment will do there."""

import re

from lintlib import HEAD, blank, c_files, functions, main, read

FOLDERS = ("model/", "io/", "widgets/", "app/")


def comment_above(lines, line):
    """The comment that ends right above a line, as one string."""
    if line == 0 or not lines[line - 1].rstrip().endswith("*/"):
        return ""
    first = line - 1
    while first > 0 and "/*" not in lines[first]:
        first -= 1
    return "\n".join(lines[first:line])


def says(comment, name):
    """Whether a comment is the one of that name, and holds a sentence."""
    start = re.match(r"/\*\*\n \* " + re.escape(name) + r":", comment)
    return start is not None and re.search(r"\w", comment[start.end() :]) is not None


def public_types(text):
    names = re.findall(r"^typedef (?:struct|union|enum)\s*(?:_?\w+\s*)?\n\{.*?^\} (\w+);", text, re.M | re.S)
    names += re.findall(r"^typedef (?:struct|union|enum) \w+ (\w+);", text, re.M)
    names += re.findall(r"^typedef [^;{]*?\(\*(\w+)\)", text, re.M)
    names += re.findall(r"^G_DECLARE_\w+ \((\w+),", text, re.M)
    return names


def private_names(root, files):
    """What the private headers declare."""
    headers = [name for name in files if name.endswith("-private.h")]
    return {word for name in headers for word in re.findall(r"(\w+) \(", blank(read(root, name)))}


def check(root, files):
    complaints = []
    private = private_names(root, files)
    for name in (name for name in c_files(files) if name.startswith(FOLDERS)):
        text = read(root, name)
        lines = text.split("\n")
        if name.endswith(".c"):
            for function in functions(text):
                if function.is_static or function.name == "main" or function.name in private:
                    continue
                if not says(comment_above(lines, function.first), function.name):
                    what = f"no doc comment above {function.name} ()"
                    complaints.append(f"{name}:{function.first + 1}: {what}")
            continue

        if name.endswith("-private.h"):
            continue
        body = name[:-2] + ".c"
        both = text + (read(root, body) if body in files else "")
        for kind in public_types(text):
            comments = re.findall(r"^/\*\*\n.*?\*/", both, re.M | re.S)
            if not any(says(comment, kind) for comment in comments):
                complaints.append(f"{name}: no doc comment of {kind}")
    return complaints


SAID = "/**\n * cw_a:\n * @b: a length [nm]\n *\n * Returns: what it is\n */\n"
BODY = "int\ncw_a (int b)\n{\n  return b;\n}\n"
CASES = [
    ({"model/a.c": HEAD + SAID + BODY}, None),
    ({"model/a.c": HEAD + BODY}, "no doc comment above cw_a ()"),
    ({"model/a.c": HEAD + "/* cw_a: what */\n" + BODY}, "cw_a"),
    ({"model/a.c": HEAD + "/**\n * cw_a:\n */\n" + BODY}, "cw_a"),
    ({"model/a.c": HEAD + SAID.replace("cw_a", "cw_b") + BODY}, "cw_a"),
    ({"model/a.c": HEAD + SAID + "\n" + BODY}, "cw_a"),
    ({"model/a.c": HEAD + "static " + BODY}, None),
    ({"model/a.c": HEAD + "int\ncw_a (int b,\n      int c)\n{\n}\n"}, "cw_a"),
    ({"model/a.c": HEAD + BODY, "model/a-private.h": "int cw_a (int b);\n"}, None),
    ({"model/a.c": HEAD + BODY, "model/a-private.h": "/* cw_a () */\n"}, "cw_a"),
    ({"model/a.c": HEAD + "G_DEFINE_QUARK (a, cw_a)\n\nstatic " + BODY}, None),
    ({"app/main.c": HEAD + "int\nmain (void)\n{\n}\n"}, None),
    ({"model/a.h": "typedef struct\n{\n  int a;\n} CwA;\n"}, "CwA"),
    ({"model/a.h": "typedef struct _CwA CwA;\n"}, "CwA"),
    ({"model/a.h": "typedef void (*CwFunc) (int a);\n"}, "CwFunc"),
    ({"model/a.h": "G_DECLARE_FINAL_TYPE (CwA, cw_a, CW, A, GObject)\n"}, "CwA"),
    ({"model/a.h": "/**\n * CwA:\n * @a: a\n *\n * An A.\n */\ntypedef enum\n{\n  CW_A,\n} CwA;\n"}, None),
]

if __name__ == "__main__":
    main(check, CASES)
