#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
# caravel-masks.sh CARAVEL COMPARE DIR: other programs see the imported chip as we paint it
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT
"$1" "$3" "$folder/caravel.cwx"
"$2" "$folder/caravel.cwx"
