#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
# export-caravel.sh CLI DIR PROGRAM CHECK: the imported chip is exported and read by other programs
set -euo pipefail
here=$(dirname -- "$(realpath -- "${BASH_SOURCE[0]}")")
folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT
CHIPWRIGHT_CLI=$1 "$here/caravel.sh" "$2" "$folder/caravel.cwx"
"$here/../export/test-export.sh" "$3" "$4" "$folder/caravel.cwx"
