#!/bin/bash
# tests/rules.sh [ROOT]: rules of the house that a compiler does not know.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "${1:-$here/..}"
# shellcheck source=tests/source_lines.sh
. "$here/source_lines.sh"

most_lines=400
top_level='CMakeLists.txt kiosk fonts config tests packaging README.md LICENSE CMakePresets.json build'

lines=$(all_lines kiosk tests)
code=$(code_alone <<<"$lines")

refuse '' 'MDB_(NOSYNC|NOMETASYNC|WRITEMAP|MAPASYNC|NOLOCK)' "an answer is thanked for only when it is on disk" <<<"$code"
refuse '' 'TTF_[A-Za-z0-9_]*Wrapped' "ICU breaks lines; SDL_ttf breaks them wrong" <<<"$code"
refuse '' 'new +[[:alnum:]_:(]' "no new: something owns it" <<<"$code"
refuse '' 'delete( |\[\]|\() *[[:alnum:]_*(:]' "no delete: its owner lets it go" <<<"$code"
refuse '' 's?rand *\(|(mt19937|minstd_rand|default_random_engine|random_device)' \
  "numbers by chance come from kiosk/base/random.h" <<<"$code"
refuse '' 'typedef ' "using Name = ...; says the same in the order of all else" <<<"$code"
refuse '' '[[:alnum:]_]+\(void\)' "what takes nothing says so by ()" <<<"$code"
refuse '' 'std::(less|greater|less_equal|greater_equal|equal_to|not_equal_to|plus|minus)<[^>]' \
  "std::less<> compares whatever it is given" <<<"$code"
refuse '' 'sleep_(for|until)|SDL_Delay|u?sleep *\(|nanosleep' "wait for what you wait for, with a deadline" <<<"$code"
refuse 'kiosk/' 'throw( |;)' "an error of the world is a Result" <<<"$code"
refuse 'kiosk/' '(class|struct) +[A-Za-z]*(Manager|Handler|Helper|Util|Utils|Data|Common|Item|Entry|User)( |;|\{|$)' \
  "a name that says what it is" <<<"$code"

while IFS= read -r path; do
  complain "$path: a name that says what it is"
done < <(find kiosk tests 2>/dev/null | grep -E '(^|[/_])(managers?|handlers?|helpers?|utils?|data|common|items?|entry|entries|users?)([._/]|$)')

while IFS=: read -r path count; do
  [ "$count" -gt "$most_lines" ] && complain "$path: $count lines, more than $most_lines: it holds more than one idea"
done < <(find kiosk -type f -exec grep -c '' /dev/null {} + 2>/dev/null)

for name in *; do
  [[ " $top_level " == *" $name "* ]] || complain "$name: the top level is full: $top_level"
done

verdict
