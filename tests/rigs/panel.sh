# shellcheck shell=bash disable=SC2034,SC2154  # display_pid and patience are those of tests/journey/visitor.sh
# A real X server with a touch panel in memory, and fingers on it. Sourced after tests/journey/visitor.sh:
#   open_panel FOLDER FINGERS      # ends the script with 77 ("skipped") where no such server can start
#   put 1 "Samen opleiden"; slide 1 "Leren door te doen"; lift 1
#   close_panel
# `turned` says how many degrees clockwise the kiosk under test turns its picture: 0 or 90.

panel_width=1080 panel_height=1920
turned=0
panel_options=()  # more for the server
hand=''
declare -A finger_at

skip() {
  echo "skipped: $1"
  exit 77
}

# open_panel FOLDER FINGERS: FOLDER holds its files; FINGERS is the program fingers.cpp.
open_panel() {
  local folder=$1 fingers=$2 server=/usr/lib/xorg/Xorg number hand_says said
  local modules=/usr/lib/xorg/modules
  [ -x "$server" ] || skip "no Xorg here (Debian package xserver-xorg-core)"
  [ -e "$modules/drivers/dummy_drv.so" ] || skip "Xorg has no dummy driver (xserver-xorg-video-dummy)"
  [ -e "$modules/input/inputtest_drv.so" ] || skip "Xorg has no inputtest driver (xserver-xorg-core)"
  [ "$(id -u)" -eq 0 ] || skip "only root may start Xorg with a configuration of its own"
  sed "s|@SOCKET@|$folder|" "$(dirname "${BASH_SOURCE[0]}")/panel.conf" >"$folder/panel.conf"
  exec {display_says}< <(exec "$server" -displayfd 1 -config "$folder/panel.conf" -logfile "$folder/panel.log" \
    -noreset -nolisten tcp -novtswitch -sharevts -keeptty "${panel_options[@]}" 2>"$folder/panel.err")
  display_pid=$!
  read -r -t "$patience" number <&"$display_says" || skip "Xorg did not start: $(tail -n 3 "$folder/panel.err")"
  export DISPLAY=:$number SDL_VIDEODRIVER=x11
  unset WAYLAND_DISPLAY

  mkfifo "$folder/hand" "$folder/hand_says"
  "$fingers" "$folder/fingers" "${panel_width}x$panel_height" <"$folder/hand" >"$folder/hand_says" &
  exec {hand}>"$folder/hand" {hand_says}<"$folder/hand_says"
  read -r -t "$patience" said <&"$hand_says" || give_up "the touch panel does not answer"
  [ "$said" = ready ] || give_up "the touch panel says $said"
}

close_panel() {
  [ -z "$hand" ] || exec {hand}>&-
  hand=''
  close_display
}

# on_glass X Y: where on the glass a point of the picture is.
on_glass() {
  case $turned in
    0) echo "$1 $2" ;;
    90) echo "$((panel_width - 1 - $2)) $1" ;;
  esac
}

spot() {
  local x y
  case $1 in
    at:*) IFS=, read -r x y <<<"${1#at:}" ;;
    *) read -r x y < <(place_of "$1") || give_up "nothing called '$1' can be touched" ;;
  esac
  on_glass "$x" "$y"
}

# put FINGER LABEL, slide FINGER LABEL, lift FINGER: a finger comes down in the middle of what it reads, moves there,
# goes up where it is. "at:X,Y" instead of a label is a point of the picture.
put() { finger_at[$1]=$(spot "$2") && echo "down $1 ${finger_at[$1]}" >&"$hand"; }
slide() { finger_at[$1]=$(spot "$2") && echo "move $1 ${finger_at[$1]}" >&"$hand"; }
lift() { echo "up $1 ${finger_at[$1]}" >&"$hand"; }

# put_at_once LABEL...: as many fingers come down in the same moment.
put_at_once() {
  local finger=1 all='' label
  for label in "$@"; do
    finger_at[$finger]=$(spot "$label")
    all+="down $finger ${finger_at[$finger]}"$'\n'
    finger=$((finger + 1))
  done
  printf '%s' "$all" >&"$hand"
}

# touch_on LABEL: a tap with a finger of its own, once the screen has stood long enough to take one.
touch_on() {
  reach "$1"
  put 9 "at:$reached_x,$reached_y"
  lift 9
}
