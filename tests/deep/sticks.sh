#!/bin/bash
# tests/deep/sticks.sh [BUILD]: everything that can go wrong with a stick at every call of an export; the same test does
# one in twenty-three of them in packaging/test. BUILD is the folder of a build (default: build/release, as
# packaging/test makes it). Only root can.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build/release}
[ -x "$build/stick_faults" ] || { echo "$build holds no stick_faults; run packaging/test first" >&2; exit 1; }
export KIOSK_EVERY_FAULT=1 ASAN_OPTIONS=detect_leaks=0  # libfuse leaves a little behind for each stick pulled out
time nice -n 10 "$build/stick_faults" </dev/null
