#!/bin/bash
# failures_test.sh KIOSK: what is wrong with a station is told on stderr in plain words, the visitor sees "out of
# order" where there is a screen, and the program never crashes.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
# shellcheck source=tests/journey/visitor.sh
. "$here/visitor.sh"
# shellcheck source=tests/journey/expect.sh
. "$here/expect.sh"

begin "$1"

# out_of_order WHAT EXIT SAYS PROGRAM ARG...: the screen says so, stderr says SAYS, SIGTERM ends it with EXIT.
out_of_order() {
  local what=$1 exit=$2 says=$3 program=$4 status=0
  shift 4
  start_kiosk "$program" "$place/frames" --window 1080x1920 "$@" 2>"$place/said"
  wait_for_screen out_of_order
  stop_kiosk || status=$?
  judge "$what" "$exit" "$status" "$says"
}

judge() {
  if [ "$3" -eq "$2" ] && grep -qF "$4" "$place/said"; then
    echo "ok      $1"
  else
    printf 'BROKEN  %s: exit %s, said:\n%s\n' "$1" "$3" "$(cat "$place/said")" >&2
    wrong=$((wrong + 1))
  fi
}

open_display 1080x1920

mkdir -p "$place/station/bin" "$place/station/share/kiosk/fonts"
cp "$kiosk" "$place/station/bin/kiosk"
cp -r "$root/config" "$place/station/share/kiosk/"
out_of_order "no font" 1 "cannot use the font" "$place/station/bin/kiosk" --store "$place/a"

out_of_order "no question set" 1 "could not open /nowhere.toml" "$kiosk" --set /nowhere.toml --store "$place/b"

echo 'id = 3' >"$place/bad.toml"
out_of_order "a bad question set" 1 "bad.toml:1:6: error: 'id' is a number" "$kiosk" --set "$place/bad.toml" --store "$place/c"

mkdir "$place/own"
echo 'motion = false' >"$place/own/kiosk.toml"
printf '[normal]\nink = "#888888"\n' >"$place/own/theme.toml"
start_kiosk "$kiosk" "$place/frames" --window 1080x1920 --station "$place/own/kiosk.toml" --store "$place/f" 2>"$place/said"
wait_for_screen attract
tap "Tik om te antwoorden"
wait_for_screen themes
look
moved=$(grep -c '"moving":true' "$frames" || true)
status=0
stop_kiosk || status=$?
judge "a theme too pale to read is told, and visitors are welcome in the shipped one" 0 "$status" "own/theme.toml:2:7: error: 'ink' #888888"
judge "with motion = false nothing moves" 0 "$moved" ""

touch "$place/file"
out_of_order "a store that cannot be opened" 0 "could not open the store" "$kiosk" --store "$place/file"

start_kiosk "$kiosk" "$place/frames" --window 1080x1920 --store "$place/d" 2>"$place/said"
wait_for_screen attract
lost=$kiosk_pid
kiosk_pid=''
close_display
status=0
wait "$lost" || status=$?
judge "a display that goes away" 1 "$status" "kiosk: the display $DISPLAY is gone: its X server ended"

status=0
env -u DISPLAY -u WAYLAND_DISPLAY "$kiosk" run --store "$place/e" 2>"$place/said" || status=$?
judge "no display at all" 1 "$status" "the kiosk needs a screen"

verdict
