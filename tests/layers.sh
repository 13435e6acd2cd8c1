#!/bin/bash
# tests/layers.sh [ROOT]: the folders under kiosk/ keep their order, and the pure ones stay pure.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "${1:-$here/..}"
# shellcheck source=tests/source_lines.sh
. "$here/source_lines.sh"

order=(base survey visit text ui screens store batch stick sdl system app main.cpp)
pure='kiosk/(survey|visit|text|ui|screens)/'

declare -A rank
for i in "${!order[@]}"; do rank[${order[i]}]=$i; done

lines=$(all_lines kiosk)
code=$(code_alone <<<"$lines")

# Each includes itself and what stands to its left.
while IFS=: read -r path number text; do
  [[ $text =~ ^[[:space:]]*#[[:space:]]*include[[:space:]]*[\<\"]([^\>\"]*)[\>\"] ]] || continue
  included=${BASH_REMATCH[1]}
  from=${path#kiosk/}
  from=${from%%/*}
  if [[ $included != kiosk/* ]]; then
    [[ $text == *\"* ]] && complain "$path:$number: write an include of ours from the root, as \"kiosk/...\": $text"
    continue
  fi
  to=${included#kiosk/}
  to=${to%%/*}
  if [ -z "${rank[$from]:-}" ] || [ -z "${rank[$to]:-}" ]; then
    complain "$path:$number: '$from' or '$to' has no place in the order (${order[*]})"
  elif [ "${rank[$to]}" -gt "${rank[$from]}" ]; then
    complain "$path:$number: '$from' may not include '$to', which stands to its right (${order[*]})"
  fi
done < <(grep -E '#[[:space:]]*include' <<<"$lines")

# A screen, a visit, a question set: the same input gives the same output, without a world around it.
clocks='(system_clock|steady_clock|high_resolution_clock|gettimeofday|clock_gettime|localtime|gmtime|SDL_GetTicks)'
refuse "$pure" "$clocks|std::time *\(|time *\((nullptr|NULL|0|&)" "a pure folder knows no clock" <<<"$code"
refuse "$pure" '(std::(random_device|mt19937|minstd_rand|default_random_engine|shuffle|sample)|s?rand *\(|randombytes)' \
  "a pure folder knows no dice" <<<"$code"
refuse "$pure" '(printf|puts|fopen|getenv|std::(cout|cerr|cin|ifstream|ofstream|fstream)) *[(<>{ ]' \
  "a pure folder does no input or output" <<<"$code"
refuse "$pure" '(SDL|TTF)_[A-Z]' "a pure folder knows no SDL" <<<"$code"
refuse "$pure" '(MDB_|mdb_)' "a pure folder knows no LMDB" <<<"$code"
headers='(chrono_io|ctime|time\.h|random|fstream|iostream|ostream|istream|cstdio|stdio\.h|filesystem|thread|mutex|future)'
headers+='|(unistd\.h|fcntl\.h|sys/.*|sodium.*|SDL.*|lmdb\.h)'
headers+='|kiosk/base/(random|file|folder|clock)\.h'
refuse "$pure" "# *include *[<\"]($headers)[>\"]" "a pure folder has no use for it" <<<"$lines"

# One door to each library of the world.
refuse 'kiosk/' '# *include *[<"]lmdb\.h' "only kiosk/store/lmdb.* includes it" \
  < <(grep -v '^kiosk/store/lmdb\.' <<<"$lines")
refuse 'kiosk/' '# *include *[<"]SDL' "only kiosk/sdl, kiosk/app and main include it" \
  < <(grep -vE '^kiosk/(sdl|app|main\.cpp)' <<<"$lines")

verdict
