# shellcheck shell=bash
# Sourced by layers.sh and rules.sh: the C++ of a tree as lines "path:number:text", and how to complain about them.

failures=0

# all_lines FOLDER...: every line as it stands.
all_lines() {
  find "$@" -type f \( -name '*.h' -o -name '*.cpp' \) -print0 2>/dev/null | sort -z | xargs -0 -r grep -n '' /dev/null
}

# Leaves the code: comments and the insides of strings say what they like.
code_alone() {
  sed -E -e "s/'\\\\?\"'//g" -e 's/"([^"\\]|\\.)*"/""/g' -e 's://.*$::' -e 's:/\*.*\*/::g'
}

complain() {
  printf '%s\n' "$1" >&2
  failures=$((failures + 1))
}

# refuse WHERE WHAT WHY < lines: complains about each line whose path matches WHERE and whose text matches WHAT.
refuse() {
  local line
  while IFS= read -r line; do
    complain "${line%%:*}:$(cut -d: -f2 <<<"$line"): $3: $(cut -d: -f3- <<<"$line" | sed 's/^ *//')"
  done < <(grep -E "^($1)[^:]*:[0-9]+:(.*[^[:alnum:]_])?($2)")
}

verdict() {
  [ "$failures" -eq 0 ] && exit 0
  printf '%d broken\n' "$failures" >&2
  exit 1
}
