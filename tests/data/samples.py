#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
"""Each sample is installed, within the program, and in its menu."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def find(path, pattern):
    return sorted(re.findall(pattern, (ROOT / path).read_text()))


def main():
    samples = sorted(path.stem for path in (ROOT / "data/samples").glob("*.cwx"))
    lists = {
        "data/meson.build": r"'samples/([a-z0-9-]+)\.cwx'",
        "data/org.chipwright.Chipwright.gresource.xml": r">samples/([a-z0-9-]+)\.cwx<",
        "app/cw-window-samples.c": r'\{ [A-Z_]+, "([a-z0-9-]+)", N_ \(',
    }
    wrong = [path for path, pattern in lists.items() if find(path, pattern) != samples]

    for path in wrong:
        print(f"{path} names other samples: {set(find(path, lists[path])) ^ set(samples)}")
    sys.exit(bool(wrong) or not samples)


if __name__ == "__main__":
    main()
