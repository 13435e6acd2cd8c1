#!/bin/bash
# touch_test.sh KIOSK FINGERS: real fingers, as a touch panel tells them to a real X server, at the real kiosk. What they
# do to single frames is told in tests/ui/touch_test.cpp; this is the way through X, SDL and the loop.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
# shellcheck source=tests/journey/visitor.sh
. "$root/tests/journey/visitor.sh"
# shellcheck source=tests/rigs/panel.sh
. "$here/panel.sh"

kiosk=$1
place=$(mktemp -d)
wrong=0
finish() {
  stop_kiosk || true
  close_panel
  rm -rf "$place"
}
trap finish EXIT

# expect WHAT COMMAND...: COMMAND succeeds.
expect() {
  local what=$1
  shift
  if "$@"; then
    echo "ok      $what"
  else
    echo "BROKEN  $what" >&2
    wrong=$((wrong + 1))
  fi
}
is() { [ "$1" = "$2" ] || { printf '  got:      %s\n  expected: %s\n' "$1" "$2" >&2; return 1; }; }

these() { printf '%s\n' "$@" | jq -nRr '[inputs] | sort | .[]'; }
selected_are() { see selected && [ "$sight" = "$(these "$@")" ]; }
is_pressed() { has_state pressed "$1"; }
letters_left() { see labels text && [[ $sight == *"Nog $1 tekens"* ]]; }
now_ms() { echo $(($(date +%s%N) / 1000000)); }

open_panel "$place" "$2"

# ---- A question ------------------------------------------------------------------------------------------------

start_kiosk "$kiosk" "$place/frames" --window 1080x1920 --store "$place/store" \
  --set "$root/config/questions/omgevingswet.toml"
wait_for_screen attract
touch_on "Tik om te antwoorden"
wait_for_screen themes
look
mapfile -t themes < <(labels checkbox)
one=${themes[0]} two=${themes[1]} three=${themes[2]}

put 1 "$one"
wait_until "'$one' to look pressed" is_pressed "$one"
lift 1
wait_until "'$one' to be ticked" is_selected "$one"
expect "a tap ticks a theme, once" selected_are "$one"

put 1 "$two"
put 2 "$three"
lift 2
lift 1
wait_until "'$two' to be ticked" is_selected "$two"
expect "a second finger does nothing" selected_are "$one" "$two"

put_at_once "$one" "$two" "$three"
lift 1
lift 2
lift 3
touch_on "$three"
wait_until "'$three' to be ticked" is_selected "$three"
expect "three fingers at once are a palm, and do nothing" selected_are "$one" "$two" "$three"

put 1 "$one"
wait_until "'$one' to look pressed" is_pressed "$one"
slide 1 "at:5,5"
wait_until "'$one' not to look pressed" is_selected "$one"
lift 1
touch_on "$three"
wait_until "'$three' not to be ticked" selected_are "$one" "$two"
expect "sliding off takes a tap back" selected_are "$one" "$two"

put 1 "at:5,5"
began=$(now_ms)
touch_until_ticked() {
  put 2 "$three"
  lift 2
  sleep 0.4  # as people do who see nothing happen
  is_selected "$three"
}
wait_until "the next finger to count" touch_until_ticked
lift 1
took=$(($(now_ms) - began))
expect "a finger that lies there for 10 s does not stop the next one ($took ms)" \
  [ "$took" -ge 10000 -a "$took" -lt 16000 ]

# ---- The keyboard ----------------------------------------------------------------------------------------------

touch_on "In uw eigen woorden"
wait_for_screen words
look
put 1 "H"
wait_until "'H' to look pressed" is_pressed "H"
put 2 "O"
lift 1
wait_until "the first thumb's letter, before it goes up" letters_left 279
lift 1
lift 2
wait_until "the second thumb's letter" letters_left 278

put 1 "a"
wait_until "'a' to look pressed" is_pressed "a"
slide 1 "i"
wait_until "'i' to look pressed" is_pressed "i"
lift 1
wait_until "the letter that the finger went up on" letters_left 277

put_at_once "a" "s" "d"
lift 1
lift 2
lift 3
touch_on "p"
wait_until "one more letter" letters_left 276
touch_on "Versturen"
wait_for "Vraag 2 van 6"
expect "the kiosk ends well when asked to" stop_kiosk
mkdir "$place/stick"
"$kiosk" seal --store "$place/store" --close-event >/dev/null
"$kiosk" export --store "$place/store" --stick "$place/stick" >/dev/null
expect "thumbs overlap, fingers slide, palms write nothing: what was meant is what is kept" \
  is "$(find "$place/stick" -name '*.jsonl' -exec jq -r '.words // empty' {} +)" "Hoip"

# ---- A panel that hangs on its side -------------------------------------------------------------------------------

turned=90
printf '[panel]\nrotation = 90\n' >"$place/turned.toml"
start_kiosk "$kiosk" "$place/frames" --window 1080x1920 --store "$place/store" --station "$place/turned.toml" \
  --set "$root/config/questions/omgevingswet.toml"
wait_for_screen attract
touch_on "Tik om te antwoorden"
wait_for_screen themes
for theme in "$one" "$three"; do
  touch_on "$theme"
  wait_until "'$theme' to be ticked" is_selected "$theme"
done
expect "on a turned picture a finger taps what it sees" selected_are "$one" "$three"
touch_on "Verder"
wait_for "Vraag 2 van 6"
expect "the kiosk ends well when asked to" stop_kiosk

[ "$wrong" -eq 0 ] || { echo "$wrong broken" >&2; exit 1; }
