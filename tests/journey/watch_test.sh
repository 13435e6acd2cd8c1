#!/bin/bash
# watch_test.sh KIOSK: whoever writes a question set sees it on the screen each time they save it, and what is wrong
# with it where something is.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
# shellcheck source=tests/journey/visitor.sh
. "$here/visitor.sh"

kiosk=$1
place=$(mktemp -d)
finish() {
  stop_kiosk || true
  close_display
  rm -rf "$place"
}
trap finish EXIT

set=$place/lobby.toml
# write_set TEXT: as an editor saves it, with TEXT in the place of the first question's words.
write_set() {
  sed "0,/Wat vind je goed[^\"]*/s//$1/" "$root/config/questions/omgevingswet.toml" >"$set.new"
  mv "$set.new" "$set"
}

open_display 1080x1920
echo 'id = 3' >"$set"
start_kiosk "$kiosk" "$place/frames" --window 1080x1920 --set "$set" --watch --store "$place/store" 2>/dev/null
wait_for_screen out_of_order
wait_for_part() { wait_until "what is wrong: '$1'" reads_part "$1"; }
reads_part() { labels text | grep -qF "$1"; }
wait_for_part "lobby.toml:1:6: error: 'id' is a number"
echo "ok      what is wrong at the start is on the screen"

write_set "Wat is hier goed?"
wait_for_screen attract
wait_for "Wat is hier goed?"
echo "ok      once it is mended visitors can answer"

tap "Tik om te antwoorden"
wait_for_screen themes
write_set "Wat kan hier beter?"
wait_for_screen attract
wait_for "Wat kan hier beter?"
echo "ok      a change is on the screen without a tap, also amid a visit"

sed -i 's/^kind = "themes".*/kind = "theems"/' "$set"
wait_for_screen out_of_order
wait_for_part "did you mean 'themes'?"
shot "$place/wrong.png"
write_set "En nu?"
wait_for "En nu?"
echo "ok      a mistake is told with its repair, and goes when it is mended"
