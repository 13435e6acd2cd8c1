#!/bin/bash
# watch_test.sh KIOSK: whoever writes a question set sees it on the screen each time they save it, and what is wrong
# with it where something is.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
# shellcheck source=tests/journey/visitor.sh
. "$here/visitor.sh"
# shellcheck source=tests/journey/expect.sh
. "$here/expect.sh"

begin "$1"

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
reads_part() { labels text | grep -qF "$1"; }
wait_for_part() { wait_until "what is wrong: '$1'" reads_part "$1"; }
wait_for_part "lobby.toml:1:6: error: 'id' is a number"
expect "what is wrong at the start is on the screen" reads_part "write id = "

write_set "Wat is hier goed?"
wait_for_screen attract
wait_for "Wat is hier goed?"
expect "once it is mended visitors can answer" can_tap "Tik om te antwoorden"

tap "Tik om te antwoorden"
wait_for_screen themes
write_set "Wat kan hier beter?"
wait_for_screen attract
wait_for "Wat kan hier beter?"
expect "a change is on the screen without a tap, also amid a visit" can_tap "Tik om te antwoorden"

sed -i 's/^kind = "themes".*/kind = "theems"/' "$set"
wait_for_screen out_of_order
wait_for_part "did you mean 'themes'?"
write_set "En nu?"
wait_for "En nu?"
expect "a mistake is told with its repair, and goes when it is mended" can_tap "Tik om te antwoorden"
verdict
