# shellcheck shell=bash
# A scripted visitor at the real kiosk. Sourced by journey_test.sh and by packaging/run.
#
# It sees the screen as the kiosk's --frames file describes it, and taps with a mouse in the middle of what it reads:
#   open_display 1080x1920
#   start_kiosk build/release/kiosk frames.jsonl --window 1080x1920 ...
#   wait_for_screen attract; tap "Tik om te antwoorden"; type_words "Meer samen."; shot 01-words.png
#   stop_kiosk; close_display
# Whatever does not come within $patience seconds ends the script, and says what is on screen instead.

export LC_ALL=C.UTF-8  # one letter is one letter, whatever its bytes
patience=${patience:-20}
display_pid='' kiosk_pid='' frames='' news='' asks='' answers='' eyes_pid='' sight='' last_seen='' reached=''
eyes_script=${BASH_SOURCE[0]%/*}/eyes.sh

# ---- A screen and a kiosk --------------------------------------------------------------------------------------

# open_display WxH: a screen in memory; DISPLAY names it.
open_display() {
  local number
  exec {display_says}< <(exec Xvfb -displayfd 1 -screen 0 "$1x24" -nolisten tcp 2>/dev/null)
  display_pid=$!
  read -r -t "$patience" number <&"$display_says" || give_up "no virtual display came up"
  export DISPLAY=:$number
  unset WAYLAND_DISPLAY
  export SDL_VIDEODRIVER=x11
}

close_display() {
  [ -z "$display_pid" ] || kill "$display_pid" 2>/dev/null || true
  display_pid=''
}

# start_kiosk PROGRAM FRAMES ARG...: PROGRAM run ARG..., telling in FRAMES what it shows.
start_kiosk() {
  local program=$1
  frames=$2
  shift 2
  : >"$frames"
  last_seen=''
  "$program" run --frames "$frames" "$@" &
  kiosk_pid=$!
  hear_of_frames "$kiosk_pid"
}

# hear_of_frames PID: from now on what is in $frames can be seen, and a line comes through $news for each frame, until that
# process ends.
hear_of_frames() {
  [ -z "$news" ] || exec {news}<&- {asks}>&- {answers}<&-
  exec {news}< <(exec 2>/dev/null; tail -n +1 -F --pid="$1" "$frames" | grep --line-buffered -o '^{')
  open_eyes
}

# open_eyes: what looks at $frames from now on; questions go in at $asks, answers come out at $answers.
open_eyes() {
  if [ -n "$eyes_pid" ]; then
    kill "$eyes_pid" 2>/dev/null || true
    wait "$eyes_pid" 2>/dev/null || true
  fi
  coproc eyes { exec bash "$eyes_script" "$frames" 2>/dev/null; }
  eyes_pid=$!
  exec {answers}<&"${eyes[0]}" {asks}>&"${eyes[1]}"
}

# stop_kiosk: asks it to end, as a shutdown does; its exit status.
stop_kiosk() {
  local pid=$kiosk_pid
  kiosk_pid=''
  [ -n "$pid" ] || return 0
  kill -TERM "$pid" 2>/dev/null || true
  wait "$pid"
}

# ---- Seeing ----------------------------------------------------------------------------------------------------

# see QUESTION [ABOUT]: what eyes.jq finds in the last frame, one a line; sets $sight, and fails when that is nothing.
see() {
  local about=${2:-} answer=''
  sight=''
  about=${about//\\/\\\\}
  about=${about//\"/\\\"}
  asked '["'"$1"'","'"${about//$'\n'/\\n}"'"]' || return
  case $answer in
    +*) sight=${answer:1} ;;
    -) return 1 ;;
    *) give_up "nobody can tell '$1' of a screen" ;;
  esac
}

# sees QUESTION [ABOUT]: the same, said. To look again and again is for see: here each look is a process of its own.
sees() { see "$@" && echo "$sight"; }

# asked QUESTION: puts it to eyes.sh; sets $answer.
asked() { echo "$1" >&"$asks" && IFS= read -r -t "$patience" -d '' -u "$answers" answer; }

give_up() {
  echo "the visitor gives up: $1" >&2
  [ -s "$frames" ] && echo "on screen: $(sees "all labels")" >&2
  exit 1
}

# wait_until WHAT COMMAND...: until COMMAND succeeds; WHAT tells what was waited for in vain.
wait_until() {
  local what=$1 deadline=$((SECONDS + patience))
  shift
  until "$@"; do
    if [ -n "$kiosk_pid" ] && ! kill -0 "$kiosk_pid" 2>/dev/null; then give_up "the kiosk ended before $what"; fi
    [ "$SECONDS" -lt "$deadline" ] || give_up "no $what within $patience s"
    until_news
  done
}

# until_news: until the kiosk shows something else, and for a tenth of a second at most: not all that is waited for is
# on its screen. To look without end would take the processor from what is looked at.
until_news() {
  if [ -z "$news" ]; then sleep 0.1 && return; fi
  read -r -t 0.1 -u "$news" || [ $? -gt 128 ] || sleep 0.1  # a kiosk that has ended has no more news
  while read -r -t 0 -u "$news" && read -r -u "$news"; do :; done
}

shows_screen() { see screen && [ "$sight" = "$1" ]; }
shows() { see shows "$1"; }

wait_for_screen() { wait_until "screen '$1'" shows_screen "$1"; }
wait_for() { wait_until "'$1' on screen" shows "$1"; }

# labels ROLE: of all boxes of that role, one a line.
labels() { sees labels "$1"; }

# place_of LABEL: its middle, "x y"; fails when it is nothing to tap on.
place_of() { sees place "$1"; }
can_tap() { see place "$1"; }
# has_state STATE LABEL: selected, pressed or busy.
has_state() { see state "$2" && [ "$sight" = "$1" ]; }
is_selected() { has_state selected "$1"; }

# A person needs a moment to see a new screen, and the kiosk takes no tap in its first 300 ms; 500 ms
# after the attract screen.
look() {
  see scene || true
  while [ "$sight" != "$last_seen" ]; do
    last_seen=$sight
    sleep 0.55
    see scene || true
  done
}

# reach LABEL: waits until what it names has stood long enough to take a tap, and is not what was tapped just now: the same
# twice within 300 ms is a trembling hand. Its middle is $reached_x,$reached_y then.
reach() {
  local seen
  [ "$1" != "$reached" ] || sleep 0.35
  reached=$1
  while true; do
    wait_until "'$1' to tap on" finds "$1"
    seen=${sight#* * }
    [ "$seen" != "$last_seen" ] || break
    last_seen=$seen
    sleep 0.55
  done
  read -r reached_x reached_y _ <<<"$sight"
}
finds() { see "place, and scene" "$1"; }

# shot FILE: a photo of the glass, not of what the kiosk believes to be on it.
shot() {
  look
  import -silent -window root "$1"
}

# ---- Tapping ---------------------------------------------------------------------------------------------------

# tap LABEL [TIMES]: in the middle of the box of that name; TIMES taps follow each other in 60 ms.
tap() {
  reach "$1"
  xdotool mousemove "$reached_x" "$reached_y" click --repeat "${2:-1}" --delay 60 1
}

# another_count BEFORE: of the characters that are left.
another_count() { see labels text && [ "$sight" != "$1" ]; }

# type_words TEXT: on the kiosk's own keyboard, letter by letter. A sentence starts with a capital by itself.
type_words() {
  local text=$1 i letter before
  for ((i = 0; i < ${#text}; i++)); do
    letter=${text:i:1}
    [ "$letter" = ' ' ] && letter=spatie
    see labels text
    before=$sight
    tap "$letter"
    wait_until "a letter less to go after '$letter'" another_count "$before"
  done
}
