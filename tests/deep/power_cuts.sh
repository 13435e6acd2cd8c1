#!/bin/bash
# tests/deep/power_cuts.sh [BUILD]: what a power cut may leave of the disk, with other dice each time, until 5,000 states
# were looked at; packaging/test looks at some 550. BUILD is the folder of a build (default: build/release, as
# packaging/test makes it).
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build/release}
[ -x "$build/power_cut_tests" ] || { echo "$build holds no power_cut_tests; run packaging/test first" >&2; exit 1; }
states=0
while [ "$states" -lt "${KIOSK_STATES:-5000}" ]; do
  told=$("$build/power_cut_tests" "whenever the power goes*") || { echo "$told"; exit 1; }
  states=$((states + $(grep -oE '[0-9]+ states' <<<"$told" | grep -oE '[0-9]+')))
  echo "$states states, nothing lost"
done
