#!/bin/sh
# Runs a command as systemd runs that of a service with ProtectSystem=strict, in mounts of its own: call it with unshare --mount.
# Usage: sandbox.sh <folder> <place> <checkout> <writable paths, one a line> <ProtectHome> <command> …
# The folder, which belongs to the user of the service, is at its place there. The checkout is visible at its own place. /tmp and
# /var/tmp are new and empty, as with PrivateTmp=yes.
set -eu
folder=$1 place=$2 checkout=$3 writable=$4 protect_home=$5
shift 5

# Mounts hide these two folders, so they stay open. Only with -c does mount not look for their names.
exec 8<"$folder" 9<"$checkout"
show() { # <descriptor> <place>
  mkdir -p "$2"
  mount -c --bind "/proc/self/fd/$1" "$2"
}
hide() { # <folder>
  [ ! -d "$1" ] || mount -t tmpfs -o mode=755 tmpfs "$1"
}

# The machine: as if the folder had always been at its place.
mount -t tmpfs -o mode=755 tmpfs "$(dirname "$place")"
[ "$protect_home" = no ] || [ "$protect_home" = read-only ] || for home in /home /root /run/user; do hide "$home"; done
for temporary in /tmp /var/tmp; do mount -t tmpfs -o mode=1777 tmpfs "$temporary"; done
show 8 "$place"
[ -e "$checkout/package.json" ] || show 9 "$checkout"

# A path that stays writable becomes a mount of its own.
printf '%s\n' "$writable" | while read -r path; do [ -z "$path" ] || mount --bind "$path" "$path"; done

# Everything else becomes read-only, except what ProtectSystem=strict leaves out, and the new temporary folders.
while read -r _ _ _ _ mounted _; do
  mounted=$(printf '%b' "$mounted")
  case "$mounted" in /dev | /dev/* | /proc | /proc/* | /sys | /sys/* | /tmp | /var/tmp) continue ;; esac
  case "
$writable
" in *"
$mounted
"*) continue ;; esac
  # A mount that was hidden above has no name any more.
  mount -o remount,bind,ro "$mounted" 2>/dev/null || ! mountpoint -q "$mounted"
done </proc/self/mountinfo

exec 8<&- 9<&-
exec "$@"
