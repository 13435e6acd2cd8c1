# shellcheck shell=bash disable=SC2154  # place, patience and debian are those of its users
# A whole machine without hardware of its own (QEMU): firmware, kernel, a panel, a USB port. Sourced after visitor.sh and
# appliance.sh:
#   boot_guest; ask systemctl is-active kiosk; monitor '"execute": "system_powerdown"'; end_guest
# boot_guest starts what is in $place/machine; ask needs the agent that put_agent puts there.

# put_agent: a shell on the second serial port, from early on.
put_agent() {
  local units=$place/machine/etc/systemd/system
  cat >"$units/agent.service" <<'AGENT'
[Unit]
DefaultDependencies=no
[Service]
ExecStart=/bin/bash -c 'stty raw -echo; echo up; while read -r line; do eval "$line" </dev/null 2>&1; echo "=done $?"; done'
StandardInput=tty
StandardOutput=tty
TTYPath=/dev/ttyS1
AGENT
  mkdir -p "$units/sysinit.target.wants"
  ln -sf ../agent.service "$units/sysinit.target.wants/"
}

# boot_guest: returns when the agent answers.
boot_guest() {
  local said=''
  mke2fs -q -t ext4 -d "$place/machine" "$place/disk.img" 3G >/dev/null
  mkfifo "$place"/{agent,monitor}.{in,out}
  qemu-system-x86_64 -cpu Nehalem -accel tcg,thread=multi -smp 2 -m 1024 -nodefaults -display none -no-reboot \
    -device virtio-gpu-pci,xres=1080,yres=1920 -device qemu-xhci,id=usb \
    -drive "file=$place/disk.img,if=virtio,format=raw" \
    -kernel "$place"/machine/boot/vmlinuz-* -initrd "$place"/machine/boot/initrd.img-* \
    -append "root=/dev/vda rw quiet loglevel=0 systemd.show_status=false vt.global_cursor_default=0" \
    -serial null -chardev "pipe,id=agent,path=$place/agent" -serial chardev:agent \
    -chardev "pipe,id=monitor,path=$place/monitor" -mon chardev=monitor,mode=control 2>"$place/guest" &
  guest_pid=$!
  exec {to_agent}>"$place/agent.in" {of_agent}<"$place/agent.out"
  exec {to_monitor}>"$place/monitor.in" {of_monitor}<"$place/monitor.out"
  monitor '"execute": "qmp_capabilities"'
  while [[ $said != *up ]]; do
    read -r -t "$patience" said <&"$of_agent" || give_up "the guest does not start: $(tail -n 3 "$place/guest")"
  done
}

# ask COMMAND...: what it prints, as root in the guest; its exit status.
ask() {
  local said
  echo "$*" >&"$to_agent"
  while read -r -t "$patience" said <&"$of_agent"; do
    case $said in
      "=done "*) return "${said#=done }" ;;
      *) echo "$said" ;;
    esac
  done
  give_up "the guest does not answer: $*"
}

# monitor ORDER: an order of QMP, without its braces; waits for its outcome.
monitor() {
  local said=''
  echo "{$1}" >&"$to_monitor"
  until [[ $said == *'"return"'* ]]; do
    read -r -t "$patience" said <&"$of_monitor" || give_up "the machine's monitor does not answer: $1"
    [[ $said != *'"error"'* ]] || give_up "$said"
  done
}

# picture FILE: what the panel shows.
picture() {
  monitor "\"execute\": \"screendump\", \"arguments\": {\"filename\": \"$place/picture.ppm\"}"
  convert "$place/picture.ppm" "$1"
}

# keys NAME...: pressed together on the keyboard of the machine.
keys() {
  local name all=''
  for name in "$@"; do all+="${all:+,}{\"type\": \"qcode\", \"data\": \"$name\"}"; done
  monitor "\"execute\": \"send-key\", \"arguments\": {\"keys\": [$all]}"
}

end_guest() {
  [ -z "${guest_pid:-}" ] || { kill "$guest_pid" 2>/dev/null && wait "$guest_pid" 2>/dev/null; } || true
  guest_pid=''
}
