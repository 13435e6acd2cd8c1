#!/bin/bash
# machine_test.sh KIOSK: the real kiosk on a machine that loses its touch panel and becomes too hot. What /sys and /run say
# is the test's, for the kiosk alone (mount namespace): needs root.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
if [ "${1:-}" != --inside ]; then
  unshare -m true 2>/dev/null || { echo "left out: only root can give the kiosk a false machine"; exit 77; }
  exec unshare -m bash "$0" --inside "$@"
fi
shift
# shellcheck source=tests/journey/visitor.sh
. "$here/visitor.sh"
# shellcheck source=tests/journey/expect.sh
. "$here/expect.sh"

begin "$1"
patience=60  # two looks, ten seconds apart, at a moment at which the loop is awake: every eight seconds
false=$place/false

touch_panel_there() {
  mkdir -p "$false/input/event5"
  echo 13:69 >"$false/input/event5/dev"
  printf 'E:ID_INPUT=1\nE:ID_INPUT_TOUCHSCREEN=1\n' >"$false/udev/data/c13:69"
}
touch_panel_gone() { rm -r "$false/input/event5" "$false/udev/data/c13:69"; }
is_at() { echo "$1" >"$false/thermal/thermal_zone0/temp"; }
start() { start_kiosk "$kiosk" "$place/frames" --store "$place/store" 2>>"$place/said"; }
says_why() { see "shows what begins with" "Dit scherm reageert nu niet op aanraken"; }
said() { grep -q "$1" "$place/said"; }
incidents() { "$kiosk" status --store "$place/store" --json | jq -c '[.incidents[].what]'; }

mkdir -p "$false"/{input/event0,thermal/thermal_zone0,udev/data}
echo 13:64 >"$false/input/event0/dev"
echo E:ID_INPUT_KEYBOARD=1 >"$false/udev/data/c13:64"
echo acpitz >"$false/thermal/thermal_zone0/type"
echo critical >"$false/thermal/thermal_zone0/trip_point_0_type"
echo 105000 >"$false/thermal/thermal_zone0/trip_point_0_temp"
is_at 45000
touch_panel_there
open_display 1080x1920
mount --bind "$false/input" /sys/class/input
mount --bind "$false/thermal" /sys/class/thermal
mount -t tmpfs none /run
mkdir /run/udev
mount --bind "$false/udev" /run/udev

start
wait_for_screen attract
panel_was_seen() { [ -e "$place/store/touch-panel" ]; }
wait_until "the panel to be seen" panel_was_seen
expect "a machine that is well has nothing to tell" is "$(incidents)" '[]'
touch_panel_gone
wait_for_screen out_of_order
expect "whoever taps reads why nothing happens" says_why
expect "the log has it" said '^kiosk: the touch panel is gone'
touch_panel_there
wait_for_screen attract
expect "the log has that it is back" said '^kiosk: the touch panel is there again'
is_at 101000
wait_until "the machine to be too hot" said '^kiosk: the machine is too hot: acpitz is at 101 °C, and critical at 105'
expect "a host sees what happened" is "$(incidents)" '["touch_gone","too_hot"]'
stop_kiosk
touch_panel_gone
start
wait_for_screen out_of_order
expect "a kiosk that is switched on without its panel says so" says_why
stop_kiosk
verdict
