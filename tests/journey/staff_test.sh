#!/bin/bash
# staff_test.sh KIOSK: staff at the real kiosk: in by the corner and the PIN, everything that they do, and out.
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
station=$place/kiosk.toml

pin=280519
start() {
  start_kiosk "$kiosk" "$place/frames.jsonl" --window 1080x1920 --store "$store" --stick "$stick" --station "$station"
}
enter() { # enter DIGITS
  local i
  for ((i = 0; i < ${#1}; i++)); do
    xdotool mousemove 5 5
    tap "${1:i:1}"
  done
  tap verder
}
hold_corner() { # hold_corner SECONDS
  look
  xdotool mousemove 60 60 mousedown 1
  sleep "$1"
  xdotool mouseup 1 mousemove 540 5
}
is_gone() { ! kill -0 "$kiosk_pid" 2>/dev/null; }

# ---- A PIN, and answers ----------------------------------------------------------------------------------------

cp "$root/config/kiosk.toml" "$station"
expect "an easy PIN is refused" is "$("$kiosk" pin --station "$station" <<<123456 2>&1 || true)" \
  "kiosk: this PIN is one of the first that people try; take another one"
expect "a PIN is set" "$kiosk" pin --station "$station" <<<$pin
expect "it is not kept as it is" is "$(grep -c $pin "$station" || true)" 0
# shellcheck disable=SC2016  # the $ are the hash's own
expect "it is kept as argon2id" is "$(grep -c '^pin = "\$argon2id\$' "$station")" 1
expect "a second one takes its place" "$kiosk" pin --station "$station" <<<$pin
expect "and there is one" is "$(grep -c '^pin = ' "$station")" 1
"$kiosk" simulate --visits 40 --seed 1 --store "$store" >/dev/null

# ---- The way in ------------------------------------------------------------------------------------------------

open_display 1080x1920
start
wait_for_screen attract
hold_corner 1
wait_for_screen themes
expect "whoever taps the logo is a visitor" shows "Vraag 1 van 6"
tap Stoppen
wait_for_screen attract
hold_corner 5.4
wait_for "Voer de pincode in"
enter 111111
wait_for "Dat was niet de pincode. U kunt nog 4 keer proberen."
enter $pin
wait_for "Antwoorden per vraag"
expect "no stick is there yet" shows "Geen USB-stick"

# ---- The export ------------------------------------------------------------------------------------------------

mkdir "$stick"
wait_for "USB-stick gevonden: stick"
tap "Exporteer naar USB"
wait_for "Veilig te verwijderen"
expect "what is on the stick proves itself" "$kiosk" verify "$stick"
expect "all sealed answers are on it" is \
  "$("$kiosk" status --store "$store" --json | jq .sealed)" "$(grep -c '^"UTR-01"' "$stick/feedback/antwoorden.csv")"
tap Terug
wait_for "Exporteer naar USB"
wait_for "laatste keer: $(LC_ALL=nl_NL.UTF-8 date +%-d) $(case $(date +%-m) in 1) echo januari ;; 2) echo februari ;; 3) echo maart ;; 4) echo april ;; 5) echo mei ;; 6) echo juni ;; 7) echo juli ;; 8) echo augustus ;; 9) echo september ;; 10) echo oktober ;; 11) echo november ;; 12) echo december ;; esac) $(date +%Y)"

# ---- Texts -----------------------------------------------------------------------------------------------------

texts() { "$kiosk" texts --store "$store" | awk '{ print $2 }' | sort | uniq -c | tr -s ' ' | tr '\n' ','; }
before=$("$kiosk" texts --store "$store" | grep -c ' new ')
button=$(labels button | grep '^Vrije tekst nakijken')
expect "staff see how many texts wait" is "$button" "Vrije tekst nakijken ($before)"
tap "$button"
wait_for "Tekst 1 van $before"
tap "Mag getoond worden"
wait_for "Tekst 1 van $((before - 1))"
tap Wissen
wait_for "Waarom wilt u deze tekst wissen? Hij komt nooit meer terug."
tap "Gaat over een persoon"
wait_for "Tekst 1 van $((before - 2))"
tap Terug
wait_for "Antwoorden per vraag"
expect "one is shown" is "$("$kiosk" texts --store "$store" | grep -c ' shown ')" 1
expect "one is erased, and why" is "$("$kiosk" texts --store "$store" | grep -c ' erased (personal)')" 1

# ---- Ready for use? --------------------------------------------------------------------------------------------

tap "Klaar voor gebruik?"
wait_for "Opslaan en teruglezen"
all_passed() { [ "$(labels text | grep -c '^In orde$')" = "$1" ]; }
wait_until "all that needs no finger to be in order" all_passed 5
tap "Test het aanraken"
for square in $(seq 24); do tap "$square"; done
wait_until "touch to be in order too" all_passed 6
shot "$place/ready.png"
tap Terug

# ---- Out of service --------------------------------------------------------------------------------------------

tap "Buiten gebruik zetten"
wait_for "Weer in gebruik nemen"
tap Vergrendel
wait_for_screen out_of_order
expect "visitors read when to come back" shows "Probeer het later nog eens."
stop_kiosk
start
wait_for_screen out_of_order
expect "it stays so when the kiosk starts anew" shows "Probeer het later nog eens."
hold_corner 5.4
wait_for "Voer de pincode in"
enter $pin
tap "Weer in gebruik nemen"
wait_for "Buiten gebruik zetten"

# ---- Other questions -------------------------------------------------------------------------------------------

own=$root/config/questions/omgevingswet.toml
sed -e '0,/^title = .*/s//title = { nl = "Bijeenkomst" }/' -e 's/^id = "omgevingswet"/id = "bijeenkomst"/' "$own" >"$stick/bijeenkomst.toml"
sed -i '0,/^kind = "info"/s//&\npicture = { file = "kaart.png", nl = "Kaart van het dorp", en = "Map of the village" }/' "$stick/bijeenkomst.toml"
cp "$root/config/questions/casus.png" "$stick/kaart.png"
sed 's/^kind = "dilemma"/kind = "dilema"/' "$own" >"$stick/fout.toml"
tap "Vragen laden"
wait_for "Bijeenkomst. Op de stick: bijeenkomst.toml"
tap "fout.toml. Met deze vragen is iets mis"
wait_for "unknown kind 'dilema'; did you mean 'dilemma'?"
tap Terug
tap "Bijeenkomst. Op de stick: bijeenkomst.toml"
patience=100 wait_for "Scherm 1 van 9" # all its screens are laid out first, beside other tests
tap Volgende
wait_for "Scherm 2 van 9"
expect "its picture is shown with it" is "$(labels image)" "Kaart van het dorp"
expect "it is not in use before staff say so" is "$(ls "$store/questions.toml" 2>/dev/null || true)" ""
tap "Gebruik deze"
wait_for "Nieuwe vragen gekozen. Bezoekers zien ze zodra u het scherm vergrendelt."
tap Terug
tap Vergrendel
wait_for_screen attract
expect "the new questions are in use" cmp "$store/questions.toml" "$stick/bijeenkomst.toml"
expect "and their picture stands beside them" grep -qaF " kaart.png" "$store/questions.pictures"
tap "Tik om te antwoorden"
wait_for_screen themes
tap Stoppen
stop_kiosk
start
wait_for_screen attract
hold_corner 5.4
wait_for "Voer de pincode in"
enter $pin
tap "Vragen laden"
wait_for "Nu in gebruik: Bijeenkomst"
tap "$(grep -m1 '^title' "$own" | cut -d'"' -f2). De vragen waarmee deze zuil kwam"
patience=100 wait_for "Scherm 1 van 9"
tap "Gebruik deze"
wait_for "Nieuwe vragen gekozen. Bezoekers zien ze zodra u het scherm vergrendelt."
tap Terug

# ---- And out ---------------------------------------------------------------------------------------------------

tap English
wait_for "Answers to each question"
tap "Switch off"
tap "Close the program"
wait_until_gone() { local deadline=$((SECONDS + patience)); until is_gone; do [ "$SECONDS" -lt "$deadline" ] || return 1; sleep 0.05; done; }
expect "the program closes" wait_until_gone
expect "as it should" wait "$kiosk_pid"
kiosk_pid=''
expect "nothing of the PIN is in what the kiosk left" is "$(grep -rl "$pin" "$store" "$stick" || true)" ""

verdict
