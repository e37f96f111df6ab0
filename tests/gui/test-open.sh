#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
# test-open.sh PROGRAM FILE: a file named on the command line is opened, a second process hands its
# file to the first, and nothing is written to stderr.
set -euo pipefail

program=$1
file=$2
said=$(mktemp)
trap 'rm -f -- "$said"' EXIT

fail () {
  echo "test-open: $*" >&2
  cat "$said" >&2
  exit 1
}

# ask WINDOW ACTION: whether an action of a window is enabled
ask () {
  gdbus call --session --dest org.chipwright.Chipwright \
    --object-path "/org/chipwright/Chipwright/window/$1" \
    --method org.gtk.Actions.Describe "$2" 2>/dev/null || true
}

wait_for_document () {
  for _ in $(seq 200); do
    [[ $(ask "$1" save) == "((true,"* ]] && return
    sleep 0.05
  done
  fail "window $1 shows no document"
}

"$program" "$file" 2>"$said" &
pid=$!
wait_for_document 1
"$program" "$file" 2>>"$said" || fail "the second process did not hand its file over"
wait_for_document 2
gdbus call --session --dest org.chipwright.Chipwright --object-path /org/chipwright/Chipwright \
  --method org.gtk.Actions.Activate quit '[]' '{}' >/dev/null
for _ in $(seq 200); do
  kill -0 "$pid" 2>/dev/null || break
  sleep 0.05
done
kill -0 "$pid" 2>/dev/null && { kill "$pid"; fail "it did not end"; }
wait "$pid" || fail "it ended with status $?"
[ ! -s "$said" ] || fail "it said something"
