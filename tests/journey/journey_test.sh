#!/bin/bash
# journey_test.sh KIOSK: one visitor at the real kiosk, from the first tap to the file on the stick.
# Nothing is stood in for but the glass (a virtual display) and the stick (a folder).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
# shellcheck source=tests/journey/visitor.sh
. "$here/visitor.sh"
# shellcheck source=tests/journey/expect.sh
. "$here/expect.sh"

begin "$1"
store=$place/store
stick=$place/stick
mkdir "$stick"

frames_drawn() { grep -c '' "$frames"; }
frames_moving() { grep "\"screen\":\"$1\"" "$frames" | grep -c '"moving":true' || true; }
ticks_used() { awk '{ print $14 + $15 }' "/proc/$kiosk_pid/stat"; }
colours() { convert "$1" -format %k info:; }

# ---- The visit -------------------------------------------------------------------------------------------------

open_display 1080x1920
start_kiosk "$kiosk" "$place/frames.jsonl" --window 1080x1920 --store "$store" --stick "$stick" \
  --set "$root/config/questions/omgevingswet.toml"

wait_for_screen attract
wait_for "Wat vind je goed in hoe we samenwerken met onze partners (en wil je behouden)?"
tap "Tik om te antwoorden"
wait_for_screen themes
wait_for "Vraag 1 van 6"

look
# How many frames a fade has is the machine's doing here; tests/sdl/transition_test counts them by a clock of its own.
expect "the question fades in" at_least "$(frames_moving themes)" 1
expect "and then stands still" is "$(tail -n 1 "$frames" | jq -r '.moving // "still"')" still
shot "$place/themes.png"
expect "the glass shows what the frame tells: more than one flat colour" at_least "$(colours "$place/themes.png")" 20

xdotool mousemove 5 5
look
frames_before=$(frames_drawn)
ticks_before=$(ticks_used)
sleep 3  # the one thing under test here is that nothing happens in this time
expect "a still screen draws nothing" is "$(frames_drawn)" "$frames_before"
expect "a still screen costs no processor time" at_most "$(($(ticks_used) - ticks_before))" 1

tap "Samen opleiden"
wait_until "the theme to be ticked" is_selected "Samen opleiden"
expect "one click ticks a theme once" is_selected "Samen opleiden"
tap "Leren door te doen"
tap "In uw eigen woorden"
wait_for_screen words
type_words "Korte lijnen, echt."
tap "Versturen"
wait_for "Vraag 2 van 6"

tap "Goede participatie"
wait_until "the theme to be ticked" is_selected "Goede participatie"
tap "Verder" 2
wait_for "Vraag 3 van 6"
look
expect "the second tap of a double tap neither answers nor skips the next question" shows "Vraag 3 van 6"

tap "Weet ik niet"
wait_for_screen why
tap "Volgende vraag"
wait_for "Vraag 4 van 6"
tap "Vertrouwen in initiatiefnemers is de basis voor ruimtelijke ontwikkelingen."
wait_for_screen results
tap "Volgende vraag"
wait_for "Vraag 5 van 6"
tap "Sla over" 2
wait_for "Vraag 6 van 6"
look
expect "the same for a double tap on skip" shows "Vraag 6 van 6"
type_words "Luisteren"
tap "Versturen"
wait_for_screen thanks
wait_for "Dank u wel"
tap "Klaar"
wait_for_screen attract

expect "the kiosk ends well when asked to" stop_kiosk

# ---- The stick -------------------------------------------------------------------------------------------------

"$kiosk" export --store "$store" --stick "$stick" >"$place/exported"
expect "an export says that six answers are too few to leave the station" grep -q '^6 answers are still open' "$place/exported"
expect "the event is closed" "$kiosk" seal --store "$store" --close-event
expect "the answers go onto the stick" "$kiosk" export --store "$store" --stick "$stick"
expect "the stick proves itself" "$kiosk" verify "$stick"

mapfile -t files < <(find "$stick" -name '*.jsonl')
expect "there is one batch, with its texts beside it" is "${#files[@]}" 2

# Without order, as the store has none.
cat >"$place/expected" <<'ANSWERS'
belangen dont_know
behouden choice leren-door-te-doen,samen-opleiden
behouden words Korte lijnen, echt.
ruimte choice vertrouwen
statenleden words Luisteren
verbeteren choice participatie
ANSWERS
jq -r 'select(.question) | [.question, .kind, (.words // ((.chosen // []) | sort | join(",")))] | join(" ") | sub(" $"; "")' \
  "${files[@]}" | sort >"$place/found"
sort -o "$place/expected" "$place/expected"
expect "the stick holds exactly what the visitor said" diff "$place/expected" "$place/found"
expect "all of it in Dutch" is "$(jq -r 'select(.question) | .language' "${files[@]}" | sort -u)" nl
expect "no file name tells an answer" is "$(find "$stick" | grep -ciE 'luisteren|korte' || true)" 0

verdict
