#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
# xrun gives a screen, a bus and folders, passes the exit status on and leaves nothing behind.
set -euo pipefail

xrun=$(dirname -- "${BASH_SOURCE[0]}")/xrun
export TMPDIR
TMPDIR=$(mktemp -d)
trap 'rm -rf -- "$TMPDIR"' EXIT

fail () {
  echo "test-xrun: $*" >&2
  exit 1
}

said=$("$xrun" bash -c 'xdpyinfo | grep dimensions
  [ -w "$XDG_RUNTIME_DIR" ] && echo "$DISPLAY $DBUS_SESSION_BUS_ADDRESS"')
grep -q 1280x800 <<<"$said" || fail "no screen of 1280x800: $said"
grep -q '^:[0-9]* unix:' <<<"$said" || fail "no display and bus: $said"

status=0
"$xrun" bash -c 'exit 7' || status=$?
[ "$status" -eq 7 ] || fail "status 7 came out as $status"

# the server is gone with its display
display=$("$xrun" bash -c 'echo "$DISPLAY"')
DISPLAY=$display timeout 5 xdpyinfo >/dev/null 2>&1 && fail "the server of $display is still there"

[ -z "$(ls -A "$TMPDIR")" ] || fail "left behind: $(ls -A "$TMPDIR")"
