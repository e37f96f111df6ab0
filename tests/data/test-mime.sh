#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
# test-mime.sh FILE: the MIME file gives a design its type by name and by content, and other XML not.
set -euo pipefail

own=$(mktemp -d)
trap 'rm -rf -- "$own"' EXIT
mkdir -p "$own/mime/packages"
cp -- "$1" "$own/mime/packages/"
XDG_DATA_HOME=$own update-mime-database "$own/mime"
export XDG_DATA_HOME=$own

expect () {
  local got
  got=$(gio info -a standard::content-type "$own/$2" | sed -n 's/.*standard::content-type: //p')
  [ "$got" = "$1" ] || { echo "$2: '$got' instead of '$1'" >&2; exit 1; }
}

printf '<?xml version="1.0" encoding="UTF-8"?>\n<chipwright version="1"/>\n' >"$own/by-name.cwx"
cp "$own/by-name.cwx" "$own/by-content"
printf '<?xml version="1.0" encoding="UTF-8"?>\n<other/>\n' >"$own/other"
expect application/x-chipwright+xml by-name.cwx
expect application/x-chipwright+xml by-content
expect application/xml other
