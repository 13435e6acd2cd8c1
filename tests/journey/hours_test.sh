#!/bin/bash
# hours_test.sh KIOSK: the real kiosk when it closes, when it opens and in the dark. It is in a time zone in which the
# wall shows what the test wants; nobody's clock is set.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tests/journey/visitor.sh
. "$here/visitor.sh"
# shellcheck source=tests/journey/expect.sh
. "$here/expect.sh"

begin "$1"

# wall_shows HH:MM:SS: from now on, here and in the kiosk.
wall_shows() {
  local wanted west
  wanted=$(date -u -d "1970-01-01 $1" +%s)
  west=$((($(date -u +%s) - wanted) % 86400))
  export TZ="HERE$((west / 3600)):$((west / 60 % 60)):$((west % 60))"
}
# start HH:MM:SS LINE...: the kiosk, at that time, with these lines as its hours.
start() {
  local time=$1
  shift
  printf '%s\n' '[hours]' "$@" >"$place/kiosk.toml"
  wall_shows "$time"
  start_kiosk "$kiosk" "$place/frames" --window 1080x1920 --station "$place/kiosk.toml" --store "$place/store"
}
is_noon() { [ "$(date +%H:%M)" = 12:00 ]; }
touch_glass() { xdotool mousemove 540 1000 click 1; }
answers() { "$kiosk" status --store "$place/store" --json | jq .answers; }
# The processor's time that the kiosk took so far, in hundredths of a second.
taken() { awk '{ print $14 + $15 }' "/proc/$kiosk_pid/stat"; }

open_display 1080x1920

# ---- Closing time ----------------------------------------------------------------------------------------------

start 11:59:50 'every_day = "00:00-12:00"'
wait_for_screen attract
tap "Tik om te antwoorden"
wait_for_screen themes
tap "Samen opleiden"
wait_until "noon" is_noon
sleep 1  # for a kiosk that would cut the visit off
expect "a visit at closing time goes on" is_selected "Samen opleiden"
tap Verder
wait_for "Vraag 2 van 6"
tap Stoppen
wait_for_screen thanks
tap Klaar
wait_for_screen closed
expect "then the station is closed, and says until when" shows "We zijn er weer morgen om 00:00 uur."
expect "what was answered is kept" is "$(answers)" 1
touch_glass
sleep 0.5  # for a kiosk that would let somebody in
expect "nobody gets in" shows_screen closed
xdotool mousemove 60 60 mousedown 1
sleep 5.4
xdotool mouseup 1
wait_for_screen staff
expect "but staff do" shows_screen staff
stop_kiosk

# ---- Opening ---------------------------------------------------------------------------------------------------

start 11:59:55 'every_day = "12:00-24:00"'
wait_for_screen closed
expect "before it opens it says when" shows "We zijn er weer vandaag om 12:00 uur."
wait_for_screen attract
expect "at its time it opens by itself" is_noon
stop_kiosk

# ---- Dark ------------------------------------------------------------------------------------------------------

start 23:00:00 'quiet = "22:00-07:00"'
wait_for_screen dark
expect "in quiet hours the first that it shows is a dark glass" is "$(jq -r .screen "$frames" | uniq)" dark
import -silent -window root "$place/dark.png"
expect "and that is black" is "$(identify -format '%k %[max]' "$place/dark.png")" "1 0"
before=$(taken)
sleep 3
expect "a dark glass asks nothing of the processor" at_most "$(($(taken) - before))" 1
touch_glass
wait_for_screen attract
sleep 0.6  # for a touch that would do more
expect "a touch wakes it, and no more" shows_screen attract
tap "Tik om te antwoorden"
wait_for_screen themes
stop_kiosk

start 23:00:00 'every_day = "08:30-17:00"' 'outside = "dark"'
wait_for_screen dark
xdotool key q
wait_for_screen closed
expect "any key wakes a closed station" shows "We zijn er weer morgen om 08:30 uur."
expect "which keeps nothing" is "$(answers)" 1
verdict
