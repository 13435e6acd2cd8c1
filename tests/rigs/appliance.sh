# shellcheck shell=bash disable=SC2034,SC2154  # place, patience, frames and last_seen are those of its users
# A machine of a host's own: a fresh Debian with its own PID 1, in a folder, with a touch panel. Sourced after
# tests/journey/visitor.sh and panel.sh; needs root and skips the test (exit 77) where it cannot be:
#   own_appliance_mounts "$@"; grow_debian NAME DEB; switch_on; inside dpkg -i /mnt/kiosk.deb; switch_off
# What stands in $place/handed is /mnt inside.

# own_appliance_mounts ARG...: starts the script again in a mount namespace of its own: what it mounts goes with it.
own_appliance_mounts() {
  [ "${1:-}" != --mounting ] || return 0
  [ "$(id -u)" -eq 0 ] || skip "only root can start a machine"
  local needed
  for needed in systemd-nspawn mmdebstrap nsenter; do
    command -v "$needed" >/dev/null || skip "there is no $needed"
  done
  unshare --mount true 2>/dev/null || skip "no mount namespace here"
  exec unshare --mount --propagation slave "$0" --mounting "$@"
}

# grow_debian NAME DEB [,MORE]: Debian 12 with what DEB depends on, without DEB, and MORE; made once for each list of
# packages, in build/.
grow_debian() {
  local names key excluded
  names=$(dpkg-deb -f "$2" Depends | sed -e 's/([^)]*)//g' -e 's/|[^,]*//g' -e 's/[[:space:]]//g')
  names+=,systemd-sysv${3:-}
  key=$(sha256sum <<<"$names" | cut -c 1-12)
  debian=$root/build/debian-$1-$key
  [ ! -e "$debian.whole" ] || return 0
  rm -rf "$root/build/debian-$1"-*
  # By a hook: with --dpkgopt a script in Python sifts what is unpacked before dpkg is there, which takes longer than it saves.
  excluded='printf "path-exclude=/usr/share/%s/*\\n" man doc locale info lintian bug icons >"$1/etc/dpkg/dpkg.cfg.d/small"'
  PATH=/usr/sbin:/usr/bin:/sbin:/bin mmdebstrap --quiet --variant=apt --include="$names" --dpkgopt=force-unsafe-io \
    --setup-hook='mkdir -p "$1/etc/dpkg/dpkg.cfg.d"' --setup-hook="$excluded" \
    --aptopt='Acquire::Languages "none"' --aptopt='APT::Install-Recommends "false"' \
    bookworm "$debian" http://deb.debian.org/debian >"$place/grown" 2>&1 || give_up "no Debian: $(tail -n 5 "$place/grown")"
  touch "$debian.whole"
}

# set_up_disk: an empty disk over that Debian, in memory: it holds whatever the machine does, also while it is off.
set_up_disk() {
  mkdir -p "$place"/{disk,machine,handed}
  mount -t tmpfs -o size=1g tmpfs "$place/disk"
  mkdir "$place"/disk/{upper,work}
  mount -t overlay overlay -o "lowerdir=$debian,upperdir=$place/disk/upper,workdir=$place/disk/work" "$place/machine" \
    2>"$place/said" || skip "no overlay file system here: $(cat "$place/said")"
  mkdir -m 1777 "$place/machine/opt/glass"
}

# switch_on: returns when the machine has started; the X server is where open_panel put it.
switch_on() {
  local socket=/tmp/.X11-unix/X${DISPLAY#:}
  systemd-nspawn --quiet --directory="$place/machine" --machine=kiosk-test --boot --console=pipe --private-network \
    --register=no --keep-unit --bind-ro="$place/handed:/mnt" --bind="$socket:/opt/glass/${socket##*/}" \
    >"$place/console" 2>&1 </dev/null &
  machine_pid=$!
  wait_until "machine" has_started
}

# has_started: PID 1 of the machine is known, and has done what it does at the start.
has_started() {
  kill -0 "$machine_pid" 2>/dev/null || give_up "the machine does not start: $(tail -n 5 "$place/console")"
  inner_pid=$(pgrep -P "$machine_pid" | head -n 1) && [ -n "$inner_pid" ] &&
    [ -S "/proc/$inner_pid/root/run/systemd/private" ] && [[ $(inside systemctl is-system-running) =~ running|degraded ]]
}

# inside COMMAND...: as root of that machine.
inside() { nsenter --target "$inner_pid" --mount --uts --ipc --net --pid --cgroup -- "$@" </dev/null; }

# switch_off: as its power button does.
switch_off() {
  [ -n "${machine_pid:-}" ] || return 0
  kill -s RTMIN+4 "$inner_pid" 2>/dev/null || true
  wait "$machine_pid" || true
  machine_pid=''
}

# cut_power: the machine is gone, whatever it was doing.
cut_power() {
  [ -n "${machine_pid:-}" ] || return 0
  kill -KILL "$inner_pid" "$machine_pid" 2>/dev/null || true
  wait "$machine_pid" 2>/dev/null || true
  machine_pid=''
}
