#!/bin/bash
# udisks_test.sh UDISKS_TESTS [exfat]: sticks through the real udisksd, on a system bus of the test's own; images on loop
# devices stand in for sticks. Needs root, loop devices and udisks2; skipped (exit 77), with the reason, where they are
# not there. With "exfat" only what needs exFAT.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

# shellcheck source=tests/rigs/small_disk.sh
. "$here/../rigs/small_disk.sh"
own_mounts "$@"
shift
# shellcheck source=tests/rigs/udisks.sh
. "$here/../rigs/udisks.sh"

place=$(mktemp -d)
leave() {
  local device
  for device in $(losetup --list --noheadings --output NAME,BACK-FILE | sed -n "s#^\([^ ]*\) *$place/.*#\1#p"); do
    umount "$device" 2>/dev/null || true
    losetup -d "$device" || true
  done
  stop_udisks
  rm -rf --one-file-system "$place"
}
trap leave EXIT

start_udisks
if [ "${2:-}" = exfat ]; then
  exfat_through_fuse || skip "this machine has no exFAT"
  "$1" "$place" "[exfat]"
else
  "$1" "$place" "~[exfat]"
fi
