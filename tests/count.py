# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
"""Counts the cases in Meson's test log: those that a TAP program reports, else one a program.

Usage: count.py testlog.json..."""

import json
import re
import sys


def count(entry):
    """Passed, failed and skipped cases of one program."""
    cases = re.findall(r"^(ok|not ok)\b[^#\n]*(#\s*SKIP)?", entry.get("stdout") or "", re.M)
    passed = sum(word == "ok" and not skip for word, skip in cases)
    failed = sum(word == "not ok" for word, _ in cases)
    skipped = sum(word == "ok" and bool(skip) for word, skip in cases)

    if entry["result"] == "SKIP":
        return 0, 0, max(skipped, 1)
    if entry["result"] not in ("OK", "EXPECTEDFAIL"):
        return passed, max(failed, 1), skipped
    return (passed, failed, skipped) if cases else (1, 0, 0)


def main():
    totals = [0, 0, 0]
    for name in sys.argv[1:]:
        with open(name, encoding="utf-8") as file:
            for line in file:
                totals = [a + b for a, b in zip(totals, count(json.loads(line)))]

    if totals[2] > 0:
        print(f"{totals[2]} skipped")
    print(f"{totals[0]} passed, {totals[1]} failed")
    return 1 if totals[1] > 0 or totals[0] == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
