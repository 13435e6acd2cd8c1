#!/bin/bash
# tests/deep/bit_rot.sh [BUILD]: turns over every bit of a small store, one at a time; then a visitor answers, and staff
# ask and export. packaging/test does it with 500 bits. BUILD is the folder of a build (default:
# build/release, as packaging/test makes it).
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build/release}
[ -x "$build/rot_tests" ] || { echo "$build holds no rot_tests; run packaging/test first" >&2; exit 1; }
# Memory that each look gives back and the next one asks for again would be half of the time.
export MALLOC_TRIM_THRESHOLD_=100000000 MALLOC_TOP_PAD_=8000000 MALLOC_MMAP_THRESHOLD_=100000000
# What spreadsheets are put together in goes to a disk that waits, unless it is kept in memory.
[ ! -d /dev/shm ] || export TMPDIR=/dev/shm
export KIOSK_FLIPS=${KIOSK_FLIPS:-all}
time nice -n 10 "$build/rot_tests" "whichever bit*" </dev/null
