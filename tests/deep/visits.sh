#!/bin/bash
# visits.sh FACES_TESTS [VISITS]: tests/faces/visits_test.cpp with ten thousand visitors, or as many as you say.
set -euo pipefail
KIOSK_VISITS=${2:-10000} exec "$1" "thousands of visitors*"
