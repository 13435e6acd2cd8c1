#!/bin/bash
# tests/deep/bit_rot.sh [BUILD]: turns over every bit of a small store, one at a time; then a visitor answers, and staff
# ask and export. packaging/test does it with 500 bits. BUILD is the folder of a build with tests (default:
# build/test); one without sanitizers is ten times as fast.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build/test}
[ -x "$build/stick_tests" ] || { echo "$build holds no stick_tests; run packaging/test first" >&2; exit 1; }
# Memory that each look gives back and the next one asks for again would be half of the time.
export MALLOC_TRIM_THRESHOLD_=100000000 MALLOC_TOP_PAD_=8000000 MALLOC_MMAP_THRESHOLD_=100000000
# What spreadsheets are put together in goes to a disk that waits, unless it is kept in memory.
[ ! -d /dev/shm ] || export TMPDIR=/dev/shm
export KIOSK_FLIPS=${KIOSK_FLIPS:-all}
time nice -n 10 "$build/stick_tests" "whichever bit*" </dev/null
