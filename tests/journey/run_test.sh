#!/bin/bash
# run_test.sh: whoever types packaging/run on a machine without a display gets pictures and answers, and is told where. Builds
# what ships where that is not built yet.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

env -u DISPLAY -u WAYLAND_DISPLAY XDG_DATA_HOME="$place" "$root/packaging/run" >"$place/said" 2>&1 ||
  { cat "$place/said" >&2; exit 1; }
for told in "Screenshots:  $place/kiosk-screenshots" "Answers:      $place/kiosk-stick/feedback" "Store:        $place/kiosk"; do
  grep -qxF "$told" "$place/said" || { echo "it does not say '$told'" >&2; cat "$place/said" >&2; exit 1; }
done
for picture in 1-attract 2-themes 3-words 4-dilemma 5-open 6-thanks; do
  [ -s "$place/kiosk-screenshots/$picture.png" ] || { echo "there is no picture $picture" >&2; exit 1; }
done
"$root/build/release/kiosk" verify "$place/kiosk-stick"
grep -q Luisteren "$place/kiosk-stick/feedback/antwoorden.csv" || { echo "what was written is not on the stick" >&2; exit 1; }
