#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
set -euo pipefail

# shellcheck disable=SC2016
usage='Usage: tests/bench/klayout.sh [--plant K] [--least-ratio R] [--mode tiled|flat] [ITEMS...]

Checks generated designs of ITEMS items (100000 unless given) with KLayout and with chipwright-cli
on the same machine in the same run, and prints one table: seconds of the check, processor time of
the whole process, ratios, how many of the violations that were planted, K (20) of each kind, each
program finds, and how many more it invents. It fails when ours misses or invents one, or is not R
(30) times as fast as KLayout on two threads. What KLayout finds beyond what was planted are the
round ends of traces 2.4 µm wide, whose edges come nearer to each other than 2 µm.

The program is the one that CHIPWRIGHT_CLI names, else the one in build/. Needs klayout and python3
(Debian: apt-get install klayout python3); 1000000 items take KLayout minutes and 2 GB.'

here=$(dirname -- "$(realpath -- "${BASH_SOURCE[0]}")")
case ${1:-} in
  -h | --help) printf '%s\n' "$usage"; exit 0 ;;
esac
command -v klayout >/dev/null || { printf 'klayout.sh: klayout is not installed\n' >&2; exit 77; }
exec python3 "$here/compare-klayout" "$@"
