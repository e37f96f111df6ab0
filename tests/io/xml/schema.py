#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
"""Lets xmllint hold files against the schema: good ones validate, bad ones do not."""

import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[3]
SCHEMA = ROOT / "data/chipwright.rng"
BAD = ROOT / "tests/io/xml/bad"

# what a schema can say; the reader alone says the rest
WRONG = """
    angle-huge attribute-in-namespace body-empty body-joined body-one-corner bus-reach-text
    colour-digits colour-word count-half cut-line-before-cavity cut-line-one-point devices-half
    devices-negative flow-after-panel flow-outside-technology id-empty id-hexadecimal id-huge
    id-negative id-point id-text item-as-root item-in-item item-in-other-namespace
    keep-out-before-zone keep-out-flag-word level-before-material limit-four-decimals
    missing-body-of-die-type missing-class-of-material missing-fill-of-zone missing-form-of-passive
    missing-id-of-bus missing-id-of-net missing-kind-of-bus missing-kind-of-level
    missing-kind-of-panel missing-kind-of-rule missing-kind-of-step missing-level-of-cavity
    missing-level-of-passive missing-level-of-trace missing-method-of-flow missing-name-of-cut-line
    missing-name-of-net missing-name-of-passive missing-path-of-bus missing-path-of-cavity
    missing-path-of-keep-out missing-path-of-outline missing-size-of-fiducial missing-text-of-text
    missing-width-of-bus missing-width-of-trace missing-x-of-passive missing-x-of-via module-long
    name-of-net-1000-bytes name-of-net-empty net-by-name no-namespace no-outline no-technology
    nothing-inside other-format other-namespace outline-1-vertex outline-before-technology
    outline-letter panel-height-text panel-mark-text passive-width-text path-1-vertex path-empty
    path-empty-sweep path-no-comma path-space-after-comma path-svg path-unclosed-sweep
    resistivity-text step-outside-flow step-temperature-text taper-text technology-in-technology
    text text-empty trace-thickness-of-die-type-text two-flows two-outlines two-panels
    two-technologies unit-empty unit-missing unit-unknown unknown-attribute unknown-ball
    unknown-class-of-material unknown-class-of-net unknown-deposition unknown-element unknown-fill
    unknown-fill-of-zone unknown-flag unknown-form-of-fiducial unknown-form-of-opening
    unknown-form-of-passive unknown-form-of-ubm unknown-group-of-material unknown-hatch
    unknown-kind-of-bus unknown-kind-of-level unknown-kind-of-panel unknown-kind-of-rule
    unknown-kind-of-step unknown-method-of-flow unknown-net-class-of-rule unknown-scope-of-panel
    unknown-severity unknown-substrate version-empty version-missing version-newer width-comma
    width-exponent width-four-decimals width-letter width-nan width-plus width-point-first
    width-space wrong-order xinclude xml-base zone-empty-hole zone-semicolon-joined
""".split()


def validates(path):
    done = subprocess.run(
        ["xmllint", "--nonet", "--noout", "--relaxng", SCHEMA, path],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode not in (0, 3):
        sys.exit(f"xmllint ends with {done.returncode} on {path}:\n{done.stdout}")
    return done.returncode == 0, done.stdout


def main():
    good = sorted((ROOT / "tests/io/xml/good").glob("*.cwx"))
    good += sorted((ROOT / "data/samples").glob("*.cwx"))
    failures = 0

    for path in good:
        valid, output = validates(path)
        if not valid:
            print(f"{path} should validate:\n{output}")
            failures += 1
    for name in WRONG:
        valid, _ = validates(BAD / f"{name}.cwx")
        if valid:
            print(f"{BAD / name}.cwx should not validate")
            failures += 1

    print(f"{len(good)} good and {len(WRONG)} bad files, {failures} wrong")
    sys.exit(failures != 0 or not good)


if __name__ == "__main__":
    main()
