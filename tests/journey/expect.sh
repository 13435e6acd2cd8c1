# shellcheck shell=bash
# What a journey expects and what it found. Sourced after visitor.sh:
#   expect "the stick proves itself" "$kiosk" verify "$stick"
#   expect "there is one file" is "${#files[@]}" 1
#   begin "$1"; ...; verdict

wrong=0 finished=no

# begin KIOSK: the program to visit, and $place, a folder for what it writes; at the end both are cleared away.
begin() {
  # shellcheck disable=SC2034  # it is for the scripts that this is sourced by
  kiosk=$1
  place=$(mktemp -d)
  trap 'stop_kiosk || true; close_display; leave "$place"' EXIT
}

# expect WHAT COMMAND...: COMMAND succeeds.
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

is() { [ "$1" = "$2" ] || { printf '  got:      %s\n  expected: %s\n' "$1" "$2" >&2; return 1; }; }
at_most() { [ "$1" -le "$2" ] || { echo "  got $1, at most $2" >&2; return 1; }; }
at_least() { [ "$1" -ge "$2" ] || { echo "  got $1, at least $2" >&2; return 1; }; }

# verdict: the end of the script; fails if anything was broken.
verdict() {
  finished=yes
  [ "$wrong" -eq 0 ] || { echo "$wrong broken" >&2; exit 1; }
}

# leave FOLDER: removes it, unless somebody must look at it.
leave() {
  if [ "$finished" = yes ] && [ "$wrong" -eq 0 ]; then rm -rf "$1"; else echo "what it left: $1" >&2; fi
}
