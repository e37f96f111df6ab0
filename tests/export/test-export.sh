#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
# test-export.sh PROGRAM CHECK [FILE.cwx...]: exports designs and has other programs look at the files
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT
program=$1
check=$2
shift 2
"$program" "$folder" "$@"
# a warning ends our own programs, not those of others
env -u G_DEBUG "$check" "$folder"
