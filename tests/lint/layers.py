# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
"""Every include obeys the layers: who may use whom, and which folder may use which library."""

import re

from lintlib import blank, c_files, main, read

# a folder may include itself and what is named here; the longest matching folder rules
CORE = ["model/base", "model/geometry", "model/package", "model/design", "model/copper"]
MODEL = CORE + [f"model/{name}" for name in ("connect", "check", "process", "route", "physics")]
LAYERS = {
    **{folder: CORE[:i] for i, folder in enumerate(CORE)},
    "model/connect": CORE,
    "model/check": CORE + ["model/connect"],
    "model/process": CORE + ["model/connect"],
    "model/route": CORE + ["model/connect"],
    "model/physics": ["model/base", "model/geometry", "model/package"],
    "model/claims": MODEL,
    "io": MODEL,
    "widgets/render": MODEL,
    "widgets/tool": MODEL,
    "widgets": MODEL + ["model/claims", "widgets/render", "widgets/tool"],
    "app/cli": MODEL + ["io", "model/claims", "widgets/render"],
    "app": MODEL + ["io", "model/claims", "widgets", "widgets/render", "widgets/tool"],
    "tests": None,
}

# headers of outside libraries, and the folders that may include them
LIBRARIES = [
    ("GTK", r"(gtk|gdk|gsk)/|gdk-pixbuf/|graphene", ["widgets", "app"]),
    ("Cairo", r"cairo|pango/", ["widgets/render", "widgets", "app", "app/cli"]),
    ("libxml2", r"libxml/", ["io"]),
    ("GEOS", r"geos", ["model/geometry"]),
]

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def folder_of(name):
    """The folder of LAYERS that a file belongs to."""
    owners = [folder for folder in LAYERS if name.startswith(folder + "/")]
    return max(owners, key=len, default=None)


def check_include(name, quote, target, files):
    folder = folder_of(name)
    if folder is None:
        return "lies in no folder of the layers"
    if LAYERS[folder] is None:
        return None

    if quote == "<":
        for library, pattern, allowed in LIBRARIES:
            if re.match(pattern, target) and folder not in allowed:
                return f"{library} may be used only in {', '.join(allowed)}"
        return None

    if "/" not in target or target not in files:
        # what the build makes is included by its bare name
        if "/" not in target and re.fullmatch(r"cw-(resources|config|version)\.h", target):
            return None
        return "no such file, seen from the root"
    used = folder_of(target)
    if used != folder and used not in LAYERS[folder]:
        return f"{folder} may not use {used}"
    return None


def check(root, files):
    complaints = []
    known = set(files)
    for name in c_files(files):
        text = read(root, name)
        code = blank(text)
        for match in INCLUDE.finditer(text):
            if code[match.start() : match.end()].strip() == "":
                continue  # inside a comment
            what = check_include(name, match.group(1), match.group(2), known)
            if what is not None:
                line = text.count("\n", 0, match.start(1)) + 1
                complaints.append(f"{name}:{line}: {match.group(2)}: {what}")
    return complaints


POINT, CHECK = {"model/geometry/cw-point.h": ""}, {"model/check/cw-check.h": ""}
DESIGN = {"model/design/cw-design.h": ""}
CLAIMS = {"model/claims/cw-claim-coverage.h": ""}
CASES = [
    ({"model/package/a.c": '#include "model/geometry/cw-point.h"\n', **POINT}, None),
    ({"model/base/a.c": '#include "model/geometry/cw-point.h"\n', **POINT}, "may not use"),
    ({"model/process/a.c": '#include "model/check/cw-check.h"\n', **CHECK}, "may not use"),
    ({"model/physics/a.c": '#include "model/design/cw-design.h"\n', **DESIGN}, "may not use"),
    ({"model/claims/a.c": '#include "model/check/cw-check.h"\n', **CHECK}, None),
    ({"model/check/a.c": '#include "model/claims/cw-claim-coverage.h"\n', **CLAIMS}, "may not use"),
    ({"io/xml/a.c": '#include "widgets/a.h"\n', "widgets/a.h": ""}, "may not use"),
    ({"widgets/a.c": '#include "io/xml/a.h"\n', "io/xml/a.h": ""}, "may not use"),
    ({"app/a.c": '#include "io/xml/a.h"\n', "io/xml/a.h": ""}, None),
    ({"app/cli/a.c": '#include "widgets/a.h"\n', "widgets/a.h": ""}, "may not use"),
    ({"model/base/a.c": '#include "a.h"\n', "model/base/a.h": ""}, "seen from the root"),
    ({"misc/a.c": "#include <glib.h>\n"}, "no folder"),
    ({"widgets/a.c": "#include <gtk/gtk.h>\n"}, None),
    ({"widgets/tool/a.c": "#include <gtk/gtk.h>\n"}, "GTK"),
    ({"app/cli/a.c": "#include <gtk/gtk.h>\n"}, "GTK"),
    ({"widgets/render/a.c": "#include <cairo.h>\n"}, None),
    ({"widgets/tool/a.c": "#include <cairo.h>\n"}, "Cairo"),
    ({"model/design/a.c": "#include <libxml/tree.h>\n"}, "libxml2"),
    ({"model/check/a.c": "#  include <geos_c.h>\n"}, "GEOS"),
    ({"model/check/a.c": "/*\n#include <geos_c.h>\n*/\n"}, None),
]

if __name__ == "__main__":
    main(check, CASES)
