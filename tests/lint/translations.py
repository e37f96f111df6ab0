# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
"""Every file with strings for the user is on the list that translators get, and the list names no other."""

import re

from lintlib import blank, c_files, main, read

LIST = "data/po/POTFILES"


def has_strings(root, name):
    return re.search(r"\b(N?_|NC?_|C_|g?n?gettext|g_dp?n?gettext\d?) \(", blank(read(root, name))) is not None


def check(root, files):
    listed = {line for line in read(root, LIST).split("\n") if line and not line.startswith("#")}
    wanted = {name for name in c_files(files) if name.startswith(("app/", "widgets/", "model/claims/")) and has_strings(root, name)}
    wanted.update(name for name in files if name.endswith(".ui") and 'translatable="yes"' in read(root, name))
    complaints = [f"{name}: has strings for the user, but {LIST} does not name it" for name in sorted(wanted - listed)]
    for name in sorted(listed - wanted):
        if name not in files:
            complaints.append(f"{LIST}: {name}: no such file")
        elif name.endswith((".c", ".h", ".ui")):
            complaints.append(f"{LIST}: {name}: has no strings for the user")
    return complaints


USES, NAMES = {"app/a.c": '_ ("Open")\n'}, {LIST: "# strings\napp/a.c\n"}
CASES = [
    ({**USES, **NAMES}, None),
    ({**USES, LIST: ""}, "app/a.c: has strings"),
    (NAMES, "no such file"),
    ({"app/a.c": '/* _ ("Open") */\nfoo_ ("bar");\n', **NAMES}, "app/a.c: has no strings"),
    ({"data/ui/a.ui": '<property translatable="yes">A</property>', LIST: ""}, "data/ui/a.ui: has"),
]

if __name__ == "__main__":
    main(check, CASES)
