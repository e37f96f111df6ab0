# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
"""Two lines head a file: the licence and who has the copyright."""

import os
import re

from lintlib import HEAD, main, read

# by name or by ending; a run bit's `#!` line may come first
ENDINGS = (".c", ".h", ".py", ".sh", "app/run", "tests/run", ".ci/run", "tests/gui/xrun")


def check(root, files):
    complaints = []
    for name in files:
        if not name.endswith(ENDINGS) or os.path.getsize(os.path.join(root, name)) == 0:
            continue
        lines = read(root, name).split("\n")
        if lines[0].startswith("#!"):
            lines = lines[1:]
        lines += ["", ""]
        if not re.fullmatch(r"(/\*|#) SPDX-License-Identifier: GPL-3\.0-or-later( \*/)?", lines[0]):
            complaints.append(f"{name}:1: no SPDX-License-Identifier: GPL-3.0-or-later")
        elif not re.match(r"(/\*|#) Copyright \d{4}", lines[1]):
            complaints.append(f"{name}:2: no copyright line")
    return complaints


CASES = [
    ({"model/a.c": HEAD + "int a;\n"}, None),
    ({"model/a.c": "int a;\n"}, "no SPDX"),
    ({"model/a.h": HEAD.split("\n")[0] + "\n"}, "no copyright"),
    ({"tests/run": "#!/bin/bash\nset -e\n"}, "no SPDX"),
    ({"tests/run": "#!/bin/bash\n# SPDX-License-Identifier: GPL-3.0-or-later\n# Copyright 2026 A\n"}, None),
]

if __name__ == "__main__":
    main(check, CASES)
