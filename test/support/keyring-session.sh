#!/usr/bin/env bash
# Runs a command beside a private, unlocked gnome-keyring: a D-Bus session, a home and a runtime directory of its own.
set -euo pipefail
HOME=$(mktemp -d)
XDG_RUNTIME_DIR=$(mktemp -d)
export HOME XDG_RUNTIME_DIR
chmod 700 "$XDG_RUNTIME_DIR"
trap 'rm -rf "$HOME" "$XDG_RUNTIME_DIR"' EXIT
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY XDG_DATA_HOME XDG_CONFIG_HOME
# The bus and the keyring chatter on stderr; the command's own stays apart.
exec 3>&2
dbus-run-session -- bash -c '
  printf "unlocked for the test" | gnome-keyring-daemon --unlock --components=secrets >/dev/null
  "$@" 2>&3' keyring "$@" 2>/dev/null
