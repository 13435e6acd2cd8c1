#!/bin/bash
# keys_test.sh KIOSK: visitors who touch nothing: a keypad's arrows and Enter, Tab and Enter, and two switches. Each makes
# a whole visit; nothing is known to them but what has the focus.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
# shellcheck source=tests/journey/visitor.sh
. "$here/visitor.sh"
# shellcheck source=tests/journey/expect.sh
. "$here/expect.sh"

begin "$1"

drew_after() { see drawn && [ "$sight" -gt "$1" ]; }
has_focus() { see focused && [ "$sight" = "$1" ]; }

# press KEY: and wait until the kiosk has drawn what it did.
press() {
  local before
  see drawn
  before=$sight
  xdotool key "$1"
  wait_until "a frame after the key $1" drew_after "$before"
}

# go_to LABEL KEY: with that key, over and over, until LABEL has the focus.
go_to() {
  local presses=0
  wait_until "'$1' to go to" can_tap "$1"
  until has_focus "$1"; do
    [ "$presses" -lt 60 ] || give_up "'$1' never has the focus by pressing $2"
    press "$2"
    presses=$((presses + 1))
  done
}

# choose LABEL, write LETTER: with the keys of this visitor. Down goes from row to row of the keyboard, so that it alone
# does not reach each letter.
choose() { go_to "$1" "$moves" && press "$chooses"; }
write() { go_to "$1" "$along_letters" && press "$chooses"; }

# visit: the whole of one, from the attract screen to the thanks and back.
visit() {
  local question
  wait_for_screen attract
  choose "Tik om te antwoorden"
  wait_for_screen themes
  choose "$(labels checkbox | sed -n 2p)"
  choose "Verder"
  for question in 2 3 4 5 6; do
    wait_for "Vraag $question van 6"
    case $(sees screen) in
      themes) choose "Sla over" ;;
      dilemma)
        choose "$(labels radio | tail -n 1)"
        wait_for_screen results
        choose "Volgende vraag"
        ;;
      words)
        write "J"
        write "a"
        choose "Versturen"
        ;;
    esac
  done
  wait_for_screen thanks
  choose "Klaar"
  wait_for_screen attract
}

answers() { "$kiosk" status --store "$place/$1" --json | jq '[.sets[].questions[].answers] | add'; }

# kiosk_for NAME ARG...: with a store of that name.
kiosk_for() {
  local name=$1
  shift
  start_kiosk "$kiosk" "$place/$name.jsonl" --window 540x960 --store "$place/$name" \
    --set "$root/config/questions/omgevingswet.toml" "$@"
}

open_display 540x960

kiosk_for arrows
moves=Down along_letters=Right chooses=Return
visit
stop_kiosk
expect "a visit by arrows and Enter keeps all it answered" is "$(answers arrows)" 5

kiosk_for tab
moves=Tab along_letters=shift+Tab chooses=KP_Enter
visit
stop_kiosk
expect "a visit by Tab and Enter keeps all it answered" is "$(answers tab)" 5

printf '[keys]\nnext = "F7"\nchoose = "F8"\n' >"$place/switches.toml"
kiosk_for switches --station "$place/switches.toml"
moves=F7 along_letters=F7 chooses=F8
visit
stop_kiosk
expect "a visit by two switches keeps all it answered" is "$(answers switches)" 5

verdict
