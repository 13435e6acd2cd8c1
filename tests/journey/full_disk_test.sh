#!/bin/bash
# full_disk_test.sh KIOSK: the disk under a running kiosk fills up while a visitor answers. Nothing that was thanked
# for is lost, the screen says what is the matter, and once there is room the kiosk works again by itself.
# Needs root and a loop device for a small disk of its own (ext4); skipped (exit 77) where there is none.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)

# shellcheck source=tests/rigs/small_disk.sh
. "$here/../rigs/small_disk.sh"
own_mounts "$@"
shift

# shellcheck source=tests/journey/visitor.sh
. "$here/visitor.sh"
# shellcheck source=tests/journey/expect.sh
. "$here/expect.sh"

kiosk=$1
place=$(mktemp -d)
mkdir "$place/stick"
trap 'stop_kiosk || true; close_display; umount "$place/disk" 2>/dev/null || true; leave "$place"' EXIT

mount_small_disk 8M -m 0

# ---- A visitor -------------------------------------------------------------------------------------------------

thanked=0

# answer: does what a visitor does on the screen there is, and counts the answers that the kiosk goes on after.
answer() {
  local screen before
  see screen
  screen=$sight
  see scene
  before=$sight
  case $screen in
    attract) tap "Tik om te antwoorden"; wait_until "a question" another_scene "$before"; return ;;
    thanks) tap "Klaar"; wait_for_screen attract; return ;;
    themes) tap "$(labels checkbox | head -n 1)"; tap "Verder" ;;
    dilemma) tap "$(labels radio | head -n 1)" ;;
    words) tap "X"; tap "Versturen" ;;
  esac
  wait_until "an answer of the kiosk" another_scene "$before"
  shows_screen out_of_order || thanked=$((thanked + 1))
}

another_scene() { see scene && [ "$sight" != "$1" ]; }
answers_stored() { "$kiosk" status --store "$disk/store" --json | jq .answers; }

# ---- The disk fills up -----------------------------------------------------------------------------------------

cat >"$place/station.toml" <<'STATION'
[timings]
store_check = 2
STATION
open_display 1080x1920
start_kiosk "$kiosk" "$place/frames.jsonl" --window 1080x1920 --store "$disk/store" --station "$place/station.toml" \
  --set "$root/config/questions/omgevingswet.toml" 2>"$place/said"
wait_for_screen attract
answer
answer
expect "the first answer is saved while there is room" is "$thanked" 1

dd if=/dev/zero of="$disk/something else" bs=1k 2>/dev/null || true
expect "the disk is full" is "$(df --output=avail "$disk" | tail -n 1 | tr -d ' ')" 0
for ((i = 0; i < 60; i++)); do
  answer
  if shows_screen out_of_order; then break; fi
done
wait_for "Even buiten gebruik"
expect "a plain sentence says what is the matter" shows "Deze zuil kan nu geen antwoorden bewaren. Probeer het later nog eens."
expect "the visitor hears that this answer was not saved" shows "Uw laatste antwoord is niet bewaard."
expect "staff find in the log that the disk is full" grep -q "the disk is full; make room on the disk" "$place/said"
wait_until "a second look at the disk" grep -q "write and read back a mark" "$place/said"
expect "the kiosk stays out of order while there is no room" shows_screen out_of_order
expect "every answer that was thanked for is there, and no other" is "$(answers_stored)" "$thanked"

# ---- There is room again ---------------------------------------------------------------------------------------

rm "$disk/something else"
wait_for_screen attract
before=$thanked
answer
answer
expect "the kiosk works again by itself" is "$thanked" "$((before + 1))"
expect "the kiosk ends well when asked to" stop_kiosk
expect "nothing was lost on the way" is "$(answers_stored)" "$thanked"
expect "the event is closed" "$kiosk" seal --store "$disk/store" --close-event
expect "the answers go onto the stick" "$kiosk" export --store "$disk/store" --stick "$place/stick"
expect "the stick holds all of them" is "$(cat "$place"/stick/feedback/batches/*.jsonl | jq -r 'select(.question) | .question' | grep -c '')" "$thanked"

verdict
