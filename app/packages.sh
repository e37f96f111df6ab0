# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
# shellcheck shell=bash
# What Debian 12 must have installed to build, run and test; sourced by app/run and tests/run.

build_packages=(
  gcc libc6-dev pkg-config meson ninja-build gettext desktop-file-utils shared-mime-info
  libglib2.0-dev libgtk-4-dev libcairo2-dev libpango1.0-dev libxml2-dev libgeos-dev libjson-glib-dev
)
run_packages=(
  adwaita-icon-theme fonts-dejavu-core librsvg2-common
)
test_packages=(
  # lint and data
  appstream clang-format-14 libxml2-utils python3
  # a screen of our own, real pointer and keys
  at-spi2-core dbus libx11-dev libxtst-dev python3-pyatspi x11-utils xauth xdotool xvfb
  # programs that nobody here wrote, to read what we export
  gerbv imagemagick klayout python3-numpy python3-pil
  # sanitizers
  libasan8 libtsan2 libubsan1
)

say () {
  printf '%s\n' "== $*"
}

# install_missing PACKAGE...: asks the network for nothing when nothing is missing
install_missing () {
  local missing=() become=() package

  for package; do
    if [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
      missing+=("$package")
    fi
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      say "These packages are missing, and only root may install them: ${missing[*]}"
      return 1
    fi
    become=(sudo)
  fi

  say "Installing ${#missing[@]} packages: ${missing[*]}"
  "${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q \
    -o Acquire::Retries=3 -o DPkg::Lock::Timeout=600 update </dev/null
  "${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends \
    -o Acquire::Retries=3 -o DPkg::Lock::Timeout=600 install "${missing[@]}" </dev/null
}

# configure FOLDER OPTION...: sets the build folder up, or changes the options of one that is there
configure () {
  local folder=$1
  shift

  if [ -f "$folder/build.ninja" ] && meson configure "$folder" "$@" >/dev/null 2>&1; then
    return 0
  fi
  rm -rf -- "$folder"
  meson setup "$folder" "$@" >"$folder.log" 2>&1 || { cat "$folder.log"; return 1; }
  mv -- "$folder.log" "$folder/setup.log"
}
