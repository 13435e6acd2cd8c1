#!/bin/bash
# little_room_test.sh KIOSK: a disk (ext4) with less and less room, with a store on it in each state: nothing open,
# some open, sealed once. Sealing, writing anew and export either work or say why not, at whichever of their writes
# the room ends; nothing is ever lost, and with room again all of it works.
# Needs root and a loop device; skipped (exit 77) where there is none.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

# shellcheck source=tests/rigs/small_disk.sh
. "$here/../rigs/small_disk.sh"
own_mounts "$@"
shift

# shellcheck source=tests/journey/expect.sh
. "$here/expect.sh"

kiosk=$1
place=$(mktemp -d)
mkdir "$place/stick"
trap 'umount "$place/disk" 2>/dev/null || true; leave "$place"' EXIT
mount_small_disk 8M -m 0
store=$disk/store

# leave_room KIB: fills the disk up to so much.
leave_room() {
  rm -f "$disk/filler"
  sync -f "$disk"
  local free
  free=$(df --output=avail -k "$disk" | tail -n 1)
  [ "$free" -le "$1" ] || head -c "$((free - $1))K" /dev/zero >"$disk/filler" 2>/dev/null || true  # down to nothing
  sync -f "$disk"
}
told() { "$kiosk" status --store "$store" --json | jq -r "$1"; }
visitors() { "$kiosk" simulate --visits "$1" --seed "$2" --store "$store"; }
# works_or_says COMMAND...: succeeds, or fails in words; never by a signal.
works_or_says() {
  local status=0
  "$@" >/dev/null 2>"$place/said" || status=$?
  [ "$status" -eq 0 ] || { [ "$status" -eq 1 ] && [ -s "$place/said" ]; }
}
works_quietly() { "$@" >/dev/null; }

expect "visitors answer" visitors 6 1
expect "nobody is warned" is "$(told '.problems | length')" 0

# ---- Warned, then refused --------------------------------------------------------------------------------------

leave_room 1900
expect "a disk that is 70 % full is told" is "$(told '.problems[] | select(test("disk is [0-9]+ % full")) | "yes"')" yes
expect "and answers are taken" is "$(told .takes_answers)" true
leave_room 0
answers=$(told .answers)
expect "a full disk takes no more answers" is "$(told .takes_answers)" false
expect "visitors are told before they answer" is "$(visitors 1 2 2>&1 >/dev/null | grep -c 'disk is full')" 1
expect "no answer was lost" is "$(told .answers)" "$answers"

# ---- Sealing, writing anew and export with less and less room ---------------------------------------------------

for state in open sealed; do
  for room in 400 120 48 20 8 0; do
    leave_room 8000
    [ "$state" = sealed ] && "$kiosk" seal --store "$store" --close-event >/dev/null
    visitors 2 "$room" >/dev/null
    answers=$(told .answers)
    leave_room "$room"
    expect "$state, $room KiB: sealing works or says why not" works_or_says "$kiosk" seal --store "$store" --close-event
    expect "$state, $room KiB: export works or says why not" works_or_says "$kiosk" export --store "$store" --stick "$place/stick"
    expect "$state, $room KiB: no answer is lost" is "$(told .answers) $(told '.open + .sealed')" "$answers $answers"
    expect "$state, $room KiB: none is damaged" is "$(told .damaged)" 0
    expect "$state, $room KiB: the stick is whole" works_quietly "$kiosk" verify "$place/stick"
  done
done
leave_room 0
expect "a full disk lets sealed answers be exported" is \
  "$("$kiosk" export --store "$store" --stick "$place/stick" 2>/dev/null | grep -c 'on the stick, written and read back')" 1

# ---- Room again ------------------------------------------------------------------------------------------------

leave_room 8000
expect "with room again visitors answer" visitors 2 99
expect "and all of it is sealed" "$kiosk" seal --store "$store" --close-event
expect "and exported" works_or_says "$kiosk" export --store "$store" --stick "$place/stick"
expect "nothing was set aside" is "$(told '.set_aside | length')" 0
verdict
