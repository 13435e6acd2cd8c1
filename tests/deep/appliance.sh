#!/bin/bash
# tests/deep/appliance.sh KIOSK UINPUT_FINGERS [FOLDER]: the Debian package of KIOSK in a whole guest of its own (QEMU without
# hardware): from power-on to the picture on a panel that the kernel drives, a touch panel and a keyboard that are plugged in
# while it runs, a USB stick that is pulled out while staff export, the export again, and the same without cage. By hand, as
# root; packaging/test builds KIOSK and UINPUT_FINGERS. Pictures of the panel are left in FOLDER (default:
# build/guest).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
# shellcheck source=tests/journey/visitor.sh
. "$root/tests/journey/visitor.sh"
# shellcheck source=tests/rigs/panel.sh
. "$root/tests/rigs/panel.sh"
# shellcheck source=tests/rigs/appliance.sh
. "$root/tests/rigs/appliance.sh"
# shellcheck source=tests/rigs/guest.sh
. "$root/tests/rigs/guest.sh"
own_appliance_mounts "$@"
[ "${1:-}" != --mounting ] || shift
for needed in qemu-system-x86_64 mke2fs mkfs.vfat mcopy convert; do
  command -v "$needed" >/dev/null ||
    skip "there is no $needed: apt-get install qemu-system-x86 e2fsprogs dosfstools mtools imagemagick"
done
kiosk=$1 uinput_fingers=$2 pictures=${3:-$root/build/guest}

# shellcheck disable=SC2034  # of visitor.sh
patience=300  # nothing here is quick
place=$(mktemp -d)
wrong=0
finish() {
  end_guest
  umount -R "$place/machine" "$place/disk" 2>/dev/null || true
  rm -rf "$place"
}
trap finish EXIT
trap 'echo "stopped at: $BASH_COMMAND" >&2' ERR
mkdir -p "$pictures"

step() { printf -- '-- %s (%d s)\n' "$1" "$SECONDS"; }
expect() {
  local what=$1
  shift
  if "$@"; then
    echo "ok      $what"
  else
    echo "BROKEN  $what" >&2
    wrong=$((wrong + 1))
  fi
}
fails() { ! "$@"; }

step "a machine"
"$root/packaging/deb" --program "$kiosk" --out "$place" >"$place/made" 2>&1 || { cat "$place/made"; exit 1; }
deb=$(echo "$place"/kiosk_*_amd64.deb)
grow_debian guest "$deb" ,linux-image-amd64,initramfs-tools
set_up_disk
cp "$deb" "$place/machine/root/kiosk.deb"
cp "$uinput_fingers" "$place/machine/usr/lib/uinput_fingers"
chroot "$place/machine" dpkg -i /root/kiosk.deb >"$place/dpkg" 2>&1 || { cat "$place/dpkg"; exit 1; }
for unit in kiosk kiosk-kms; do
  mkdir -p "$place/machine/etc/systemd/system/$unit.service.d"
  {
    # Such a guest is some twenty times slower than a kiosk; how soon what hangs is noticed, the other test sees.
    printf '[Service]\nTimeoutStartSec=infinity\nWatchdogSec=120\nExecStart=\n'
    sed -n 's|^ExecStart=.*|& --frames /run/kiosk/frames|p' "$place/machine/lib/systemd/system/$unit.service"
  } >"$place/machine/etc/systemd/system/$unit.service.d/test.conf"
done
# A slide stays for as long as it may: nobody here is quick enough to tap on one that goes after eight seconds.
sed -i 's/^slide = 8 /slide = 60 /' "$place/machine/etc/kiosk/kiosk.toml"
echo "/dev/vda / ext4 defaults 0 1" >"$place/machine/etc/fstab"
put_agent
mount -t proc proc "$place/machine/proc"  # by which the kiosk finds what belongs to it
chroot "$place/machine" sh -c 'echo 280519 | kiosk pin --station /etc/kiosk/kiosk.toml && mkdir -p /var/lib/kiosk &&
  kiosk simulate --visits 1500 --seed 1 --store /var/lib/kiosk && chown -R kiosk:kiosk /var/lib/kiosk &&
  chmod 700 /var/lib/kiosk' >"$place/before" 2>&1 || { cat "$place/before"; exit 1; }
answers=$(chroot "$place/machine" kiosk status --store /var/lib/kiosk --json | jq .answers)
umount "$place/machine/proc"

# What the kiosk says that it shows, from in there.
asked() {
  local seen
  seen=$(ask 'tail -n 1 /run/kiosk/frames' 2>/dev/null) || return
  answer=$(printf '%s\n%s\n' "$1" "$seen" | jq -Rj -f "$root/tests/journey/eyes.jq" | tr -d '\0')
}
# give_up WHY: with what is on the panel, where the guest still tells it.
gave_up=''
give_up() {
  echo "gives up: $1" >&2
  [ -z "$gave_up" ] || exit 1
  gave_up=yes
  echo "on screen: $(sees "all labels")" >&2
  picture "$pictures/gave-up.png"
  exit 1
}
colour_at() { convert "$place/seen.png" -crop "1x1+$1+$2" -depth 8 txt:- | grep -o '#[0-9A-F]\{6\}' | tail -n 1; }
panel_shows_attract() {
  local x y
  picture "$place/seen.png"
  read -r x y < <(sees "start of" "Tik om te antwoorden") || return 1
  [ "$(colour_at 4 4)" = "#FAF8F4" ] && [ "$(colour_at "$x" "$y")" = "#14202B" ]
}
kiosk_of_guest() { ask pidof kiosk; }
is_another() { local now; now=$(kiosk_of_guest) && [ "$now" != "$before" ]; }
tap_panel() {
  reach "$1"
  ask "echo down 1 $reached_x $reached_y >&9; sleep 0.2; echo up 1 $reached_x $reached_y >&9"
}

step "switching on"
boot_guest
wait_until "the attract screen on the panel" panel_shows_attract
cp "$place/seen.png" "$pictures/1-switched-on.png"
echo "        the attract screen after $(ask "cut -d' ' -f1 /proc/uptime") s of the guest's clock"
expect "it runs in cage" ask systemctl -q is-active kiosk
expect "nobody can log in on the console" fails ask systemctl -q is-active getty@tty1

# plug_touch_in: the kiosk starts again with it.
plug_touch_in() {
  before=$(kiosk_of_guest)
  ask '/usr/lib/uinput_fingers 1080x1920 </run/hand >/dev/null & exec 9>/run/hand'
  wait_until "the kiosk to start with it" is_another
  wait_until "the attract screen on the panel" panel_shows_attract
}
step "a touch panel is plugged in"
ask 'modprobe uinput; mkfifo /run/hand'
plug_touch_in
tap_panel "Tik om te antwoorden"
wait_for_screen themes
look
theme=$(labels checkbox | head -n 1)
tap_panel "$theme"
wait_until "'$theme' to be ticked" is_selected "$theme"
picture "$pictures/2-ticked.png"
tap_panel "Verder"
wait_for "Vraag 2 van 6"
expect "a visit by touch is an answer" [ "$(ask kiosk status --store /var/lib/kiosk --json | jq .answers)" = $((answers + 1)) ]

step "the touch panel is pulled out, and plugged in again"
ask 'exec 9>&-'
wait_for_screen out_of_order
ask sleep 10  # for it to be on the panel too
picture "$pictures/3-no-touch.png"
expect "the journal says why" ask 'journalctl -u kiosk --output=cat | grep -q "^kiosk: the touch panel is gone"'
plug_touch_in

# keyboard_does_nothing: keys that get somebody out of other programs.
keyboard_does_nothing() {
  local boot
  boot=$(ask cat /proc/sys/kernel/random/boot_id)
  before=$(kiosk_of_guest)
  keys ctrl alt f2
  keys ctrl alt f3
  for _ in 1 2 3 4 5 6 7 8; do keys ctrl alt delete; done
  keys alt sysrq k
  keys alt sysrq b
  keys alt f4
  keys alt tab
  keys ctrl alt backspace
  keys meta_l
  keys ctrl c
  [ "$(ask cat /proc/sys/kernel/random/boot_id)" = "$boot" ] && [ "$(ask cat /sys/class/tty/tty0/active)" = tty1 ] &&
    [ "$(kiosk_of_guest)" = "$before" ]
}
step "a keyboard is plugged in"
monitor '"execute": "device_add", "arguments": {"driver": "usb-kbd", "bus": "usb.0", "id": "keyboard"}'
has_keyboard() { ask 'grep -qi "QEMU USB Keyboard" /proc/bus/input/devices'; }
wait_until "the keyboard" has_keyboard
expect "no key gets anybody out" keyboard_does_nothing

step "a stick is plugged in"
truncate -s 64M "$place/stick.img"
mkfs.vfat -n ANSWERS "$place/stick.img" >/dev/null
# Slow enough to be pulled out halfway.
monitor '"execute": "object-add", "arguments": {"qom-type": "throttle-group", "id": "slow", "limits": {"bps-write": 200000}}'
monitor "\"execute\": \"blockdev-add\", \"arguments\": {\"driver\": \"throttle\", \"node-name\": \"stick\", \"throttle-group\": \"slow\",
  \"file\": {\"driver\": \"file\", \"filename\": \"$place/stick.img\"}}"
put_stick_in() {
  monitor '"execute": "device_add", "arguments": {"driver": "usb-storage", "bus": "usb.0", "id": "usbstick", "drive": "stick", "removable": true}'
}
pull_stick_out() { monitor '"execute": "device_del", "arguments": {"id": "usbstick"}'; }
put_stick_in
has_stick() { ask 'test -b /dev/sda && udevadm info /dev/sda | grep -q ID_FS_LABEL=ANSWERS'; }
wait_until "the stick" has_stick
# The kiosk itself looks into it for a moment: what is its, is tried as it.
mounted() { ask 'setpriv --reuid kiosk --regid kiosk --clear-groups udisksctl mount -b /dev/sda --no-user-interaction >/dev/null 2>&1; findmnt -no OPTIONS /dev/sda' >"$place/options"; }
wait_until "the stick to be mounted for the kiosk" mounted
for option in nosuid nodev noexec; do expect "it is mounted $option" grep -qw "$option" "$place/options"; done
expect "nobody else may mount one" fails ask \
  'umount /dev/sda; setpriv --reuid daemon --regid daemon --clear-groups udisksctl mount -b /dev/sda --no-user-interaction >/dev/null 2>&1'
pull_stick_out

# come_in: as staff do, by the corner and the PIN.
come_in() {
  local digit
  wait_for_screen attract
  look
  ask 'echo down 1 60 60 >&9; sleep 8; echo up 1 60 60 >&9'
  wait_for "Voer de pincode in"
  for digit in 2 8 0 5 1 9 verder; do tap_panel "$digit"; done
  local patience=900
  wait_until "the PIN to be judged" is_in
}
# is_in: to judge a PIN takes such a guest 20 s.
is_in() { shows "Antwoorden per vraag" || stay_in; }
# stay_in: staff who touch the glass while they wait are not locked out. What they wait for has not come.
stay_in() {
  ask 'echo down 2 540 20 >&9; sleep 0.2; echo up 2 540 20 >&9; sleep 5'
  return 1
}
step "staff export, and the stick is pulled out"
come_in
put_stick_in
tap_panel "Exporteer naar USB"
is_being_written() { grep -qaF BATCHES "$place/stick.img"; }
wait_until "something on the stick" is_being_written
pull_stick_out
wait_for "De stick is te vroeg losgetrokken. Steek hem er weer in en probeer het opnieuw."
picture "$pictures/4-pulled-out.png"
step "the export again"
put_stick_in
tap_panel Terug
is_found() { shows "USB-stick gevonden: ANSWERS" || shows "Gebruik deze stick toch" || stay_in; }
wait_until "the stick to be found" is_found
! can_tap "Gebruik deze stick toch" || tap_panel "Gebruik deze stick toch"
tap_panel "Exporteer naar USB"
wait_for "Veilig te verwijderen"
picture "$pictures/5-safe.png"
pull_stick_out
mkdir "$place/stick"
mcopy -s -i "$place/stick.img" ::/feedback "$place/stick/"
expect "what is on the stick proves itself" "$kiosk" verify "$place/stick"
expect "all that was sealed is on it, once" [ "$(grep -c '^"UTR-01"' "$place/stick/feedback/antwoorden.csv")" = \
  "$(ask kiosk status --store /var/lib/kiosk --json | jq .sealed)" ]

step "without cage"
ask 'systemctl disable --now kiosk >/dev/null 2>&1; systemctl enable --now kiosk-kms >/dev/null 2>&1'
wait_until "the attract screen on the panel" panel_shows_attract
cp "$place/seen.png" "$pictures/6-without-cage.png"
tap_panel "Tik om te antwoorden"
wait_for_screen themes
tap_panel Stoppen
wait_for_screen attract
echo "ok      it is touched"
expect "no key gets anybody out" keyboard_does_nothing
step "done"
[ "$wrong" -eq 0 ] || { echo "$wrong broken" >&2; exit 1; }
