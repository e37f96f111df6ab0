#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
set -euo pipefail

usage="Usage: tests/external/caravel.sh DIR OUT.cwx

Makes a design from the three tables of a taped-out chip in DIR (../shared/caravel) with
chipwright-cli import alone: the one that CHIPWRIGHT_CLI names, else the one in build/, else the
one on the PATH."

[ $# -eq 2 ] || { printf '%s\n' "$usage" >&2; exit 2; }
dir=$1
out=$2
built=$(dirname -- "$(realpath -- "${BASH_SOURCE[0]}")")/../../build/app/cli/chipwright-cli
[ -x "$built" ] || built=chipwright-cli
cli=${CHIPWRIGHT_CLI:-$built}

# The die is its own package: balls at 500 µm. Lands, openings and vias are those of the wiring
# (Micross: land 270, opening 220, 10 µm of metal around a hole, 10 µm of pad around it: a hole of 40
# and a land of 60 on pads of 60); its balls after reflow those of the deck for the same pitch
# (Amkor: 310).
"$cli" import "$dir/caravel_pads63.csv" --as pads --name caravel \
  --die U1 --die-type caravel --die-size 3588x5188 --die-origin corner -o "$out"
"$cli" import "$dir/caravel_wlcsp_bumps.csv" --as balls --into "$out" \
  --land 270 --opening 220 --ball 310 -o "$out"
"$cli" import "$dir/caravel_rdl_routes.csv" --as routes --into "$out" \
  --level RDL1 --via-hole 40 --via-land 60 -o "$out"
