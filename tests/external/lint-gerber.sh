#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
# lint-gerber.sh PROGRAM LINT: the strict checker of the format finds nothing in what we export
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT
"$1" "$folder"
# a file of the tests alone, which is no part of an export
rm -r "$folder/plane"
/usr/bin/python3 "$2" --fab "$folder"/*/x2/*.gbr
/usr/bin/python3 "$2" "$folder"/*/plain/*.gbr
