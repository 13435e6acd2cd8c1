#!/bin/bash
# tests/deep/fuzz.sh [SECONDS [TARGET...]]: builds the targets of tests/fuzz with libFuzzer and sanitizers and runs each
# for SECONDS (default 600). What it finds on the way is kept in build/fuzz/found/ and goes on from there next time.
# KIOSK_KEEP=1 afterwards puts a small set that covers as much into tests/fuzz/corpus/, which every check replays.
# Fails when an input ends a target, takes it longer than a second, or more than 512 MB.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-600}
shift || true
targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then
  mapfile -t targets < <(grep -l LLVMFuzzerTestOneInput tests/fuzz/*.cpp | grep -v replay | xargs -n 1 basename -s .cpp)
fi

mkdir -p build
cmake --preset fuzz >build/configure-fuzz.log || { cat build/configure-fuzz.log; exit 1; }
cmake --build --preset fuzz --target "${targets[@]/#/fuzz_}"

# only_waited PROGRAM INPUT: was it another program that took the second? libFuzzer looks at the clock on the wall.
only_waited() {
  local TIMEFORMAT=%U seconds
  seconds=$({ time "$1" "$2" >/dev/null 2>&1; } 2>&1) || return 1
  [ "${seconds%.*}" -eq 0 ]
}

export ASAN_OPTIONS=quarantine_size_mb=32  # freed memory that is watched counts as used
failed=0
for target in "${targets[@]}"; do
  program=$PWD/build/fuzz/fuzz_$target
  kept=tests/fuzz/corpus/$target
  found=build/fuzz/found/$target
  log=build/fuzz/$target.log
  dictionary=()
  [ ! -f "tests/fuzz/$target.dict" ] || dictionary=("-dict=tests/fuzz/$target.dict")
  mkdir -p "$found" "$kept"
  runs=0
  ends=$((SECONDS + seconds))
  while true; do
    status=0
    nice -n 10 "$program" -max_total_time="$((ends - SECONDS))" -rss_limit_mb=512 -timeout=1 -max_len=8192 \
      -print_final_stats=1 -use_value_profile=1 -artifact_prefix="build/fuzz/$target-" "${dictionary[@]}" "$found" "$kept" \
      >"$log" 2>&1 || status=$?
    told=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    runs=$((runs + ${told:-0}))
    slow=$(sed -n 's/.*Test unit written to \(.*-timeout-.*\)/\1/p' "$log")
    if [ -z "$slow" ] || ! only_waited "$program" "$slow" || [ "$SECONDS" -ge "$ends" ]; then break; fi
    rm "$slow"
  done
  slowest=$(sed -n 's/^stat::slowest_unit_time_sec: *//p' "$log")
  memory=$(sed -n 's/^stat::peak_rss_mb: *//p' "$log")
  covered=$(sed -n 's/.*DONE *cov: \([0-9]*\).*/\1/p' "$log")
  echo "$target: $runs inputs, slowest ${slowest:-?} s, at most ${memory:-?} MB, ${covered:-?} edges"
  if [ "$status" -ne 0 ]; then
    grep -E '^(promise broken|SUMMARY|==.*ERROR|artifact_prefix|Test unit written)' "$log" >&2 || tail -n 20 "$log" >&2
    failed=1
  elif [ -n "${KIOSK_KEEP:-}" ]; then
    small=$(mktemp -d)
    "$program" -set_cover_merge=1 -max_len=8192 -rss_limit_mb=512 "$small" "$kept" "$found" 2>/dev/null
    find "$kept" -type f -delete
    find "$small" -type f -exec mv -t "$kept" {} +
    rmdir "$small"
  fi
done
exit "$failed"
