# shellcheck shell=bash
# A small disk of a test's own: ext4 on a loop device, in a mount namespace, so that it goes away with the test whatever
# happens to it. Sourced first; needs root and a loop device, and skips the test (exit 77) where there is none:
#   . "$here/../rigs/small_disk.sh"; own_mounts "$@"; shift
#   place=$(mktemp -d); mount_small_disk 8M -m 0; ...        # mounted at $disk, its blocks are $place/image

skip() {
  echo "skipped: $1"
  exit 77
}

# own_mounts ARG...: starts the script again in a mount namespace of its own, with --mounting before ARG...
own_mounts() {
  [ "$(id -u)" -eq 0 ] || skip "only root can mount a small disk"
  [ "${1:-}" != --mounting ] || return 0
  unshare --mount true 2>/dev/null || skip "no mount namespace here"
  exec unshare --mount "$0" --mounting "$@"
}

# mount_small_disk SIZE MKFS_ARG...: what stands in expect.sh is told that the test ended where there is no loop device.
mount_small_disk() {
  local size=$1
  shift
  # shellcheck disable=SC2154  # the test's own folder
  disk=$place/disk
  mkdir "$disk"
  truncate -s "$size" "$place/image"
  mkfs.ext4 -q "$@" "$place/image"
  # shellcheck disable=SC2034  # for expect.sh
  mount -o loop "$place/image" "$disk" 2>"$place/said" || { finished=yes; skip "no loop device: $(cat "$place/said")"; }
}
