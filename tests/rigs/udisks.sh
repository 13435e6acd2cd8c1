# shellcheck shell=bash
# A system bus, udevd and udisksd of a test's own, in its mount namespace. Sourced after small_disk.sh's own_mounts;
# skips the test (exit 77) where they cannot run:
#   place=$(mktemp -d); start_udisks; ...; stop_udisks

udisks_programs=()

start_udisks() {
  local needed
  [ ! -e /run/systemd/system ] || skip "this machine has an udevd of its own"
  for needed in dbus-daemon /lib/systemd/systemd-udevd /usr/libexec/udisks2/udisksd losetup dbus-send; do
    command -v "$needed" >/dev/null || skip "there is no $needed"
  done
  mount --make-rprivate /
  mount -t tmpfs tmpfs /run
  mount -t tmpfs tmpfs /media
  mount -t tmpfs tmpfs /var/lib/udisks2 2>/dev/null || true
  mkdir -p /run/dbus /run/udev /run/udisks2 /run/lock
  # shellcheck disable=SC2154  # the test's own folder
  cat >"$place/bus.conf" <<'BUS'
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>system</type>
  <listen>unix:path=/run/dbus/system_bus_socket</listen>
  <policy context="default">
    <allow own="*"/><allow send_destination="*"/><allow receive_sender="*"/><allow user="*"/>
  </policy>
</busconfig>
BUS
  start_program dbus-daemon --config-file="$place/bus.conf" --nofork --nopidfile
  start_program /lib/systemd/systemd-udevd
  wait_until_true "udevd" udevadm control --ping
  wait_until_true "the bus" test -S /run/dbus/system_bus_socket
  start_udisksd
}

# exfat_through_fuse: exFAT where the kernel has none. Debian's program for it is not called as mount(8) looks for it:
# it gets that name beside what is in /usr/sbin, in a view of it that only this test has and nobody can write through.
# False where this machine has no exFAT at all.
exfat_through_fuse() {
  if grep -qw exfat /proc/filesystems; then return 0; fi
  command -v mount.exfat-fuse >/dev/null || return 1
  mkdir -p /run/names
  ln -sf /usr/sbin/mount.exfat-fuse /run/names/mount.exfat
  mount -t overlay overlay -o ro,lowerdir=/run/names:/usr/sbin /usr/sbin
}

start_udisksd() {
  start_program /usr/libexec/udisks2/udisksd
  wait_until_true "udisksd" udisks_is_there
}

udisks_is_there() {
  dbus-send --system --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
    string:org.freedesktop.UDisks2 | grep -q true
}

start_program() {
  "$@" >>"$place/programs" 2>&1 &
  udisks_programs+=($!)
}

# wait_until_true WHAT COMMAND...: for 20 s at most.
wait_until_true() {
  local what=$1 until=$((SECONDS + 20))
  shift
  while ! "$@" >/dev/null 2>&1; do
    if [ "$SECONDS" -ge "$until" ]; then skip "$what does not run here: $(tail -n 3 "$place/programs")"; fi
    read -rt 0.05 <> <(:) || true
  done
}

stop_udisks() {
  [ "${#udisks_programs[@]}" -eq 0 ] || kill "${udisks_programs[@]}" 2>/dev/null || true
}
