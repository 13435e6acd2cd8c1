#!/bin/bash
# tests/deep/kills.sh [BUILD]: kills the program 10,000 times while simulated visitors answer and evenings are sealed; the
# same test does it 200 times in packaging/test. BUILD is the folder of a build (default: build/release, as
# packaging/test makes it).
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build/release}
[ -x "$build/whole_tests" ] || { echo "$build holds no whole_tests; run packaging/test first" >&2; exit 1; }
export KIOSK_KILLS=${KIOSK_KILLS:-10000}
time nice -n 10 "$build/whole_tests" "whenever the kiosk is killed*" </dev/null
