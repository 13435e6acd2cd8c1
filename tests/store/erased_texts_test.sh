#!/bin/bash
# erased_texts_test.sh KIOSK PLANTED_TEXTS: 1,000 texts are planted, half of them sealed, and all are erased. Then none
# may be left anywhere on the disk: not in the store's file, not in blocks that were its file once, not in the journal.
# Needs root and a loop device for a small disk of its own (ext4); skipped (exit 77) where there is none.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

# shellcheck source=tests/rigs/small_disk.sh
. "$here/../rigs/small_disk.sh"
own_mounts "$@"
shift

# shellcheck source=tests/journey/expect.sh
. "$here/../journey/expect.sh"

kiosk=$1 planted_texts=$2
[ ! -w /dev/shm ] || export TMPDIR=/dev/shm  # the disk under test is the one in the image; what lies under that may be fast
place=$(mktemp -d)
trap 'umount "$place/disk" 2>/dev/null || true; leave "$place"' EXIT

mount_small_disk 32M
store=$disk/store

mark=$(od -An -N6 -tx1 /dev/urandom | tr -d ' \n')

# on_disk: how many of the texts stand somewhere on the disk; in_file: in the store's file.
planted_in() { { grep -aoE "planted-[0-9]{4}-$mark" "$1" || true; } | sort -u | grep -c '' || true; }
on_disk() { sync -f "$disk" && planted_in "$place/image"; }
in_file() { planted_in "$store/answers.mdb"; }

"$planted_texts" "$store" plant 1 500 "$mark"
"$kiosk" seal --store "$store" --close-event >/dev/null
"$planted_texts" "$store" plant 501 1000 "$mark"
expect "what is planted is found" is "$(on_disk)" 1000
expect "and stands in the store's file" is "$(in_file)" 1000

cp "$store/answers.mdb" "$store/answers.mdb.new"  # a reseal that a crash cut short leaves this
sync -f "$disk"
expect "all are erased, sealed ones too" is "$("$planted_texts" "$store" erase)" "1000 erased"
left=$(on_disk)
expect "before the reseal some can still be found: $left" at_least "$left" 1

"$planted_texts" "$store" reseal
expect "after it none is in the store's file" is "$(in_file)" 0
mkdir "$place/stick"
"$kiosk" export --store "$store" --stick "$place/stick" >/dev/null
expect "none is exported" is "$(grep -rlE "planted-[0-9]{4}-$mark" "$place/stick" | grep -c '' || true)" 0
umount "$disk"
expect "and none on the disk, journal and free blocks included" is "$(planted_in "$place/image")" 0

verdict
