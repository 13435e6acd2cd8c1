#!/bin/bash
# tests/deep/kills.sh [BUILD]: kills the program 10,000 times while simulated visitors answer and evenings are sealed; the
# same test does it 200 times in packaging/test. BUILD is the folder of a build with tests (default: build/test); one
# without sanitizers is some five times as fast.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build/test}
[ -x "$build/app_tests" ] || { echo "$build holds no app_tests; run packaging/test first" >&2; exit 1; }
export KIOSK_KILLS=${KIOSK_KILLS:-10000}
time nice -n 10 "$build/app_tests" "whenever the kiosk is killed*" </dev/null
