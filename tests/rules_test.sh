#!/bin/bash
# layers.sh and rules.sh accept a good tree, and each thing that they forbid makes them fail and say why.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
wrong=0

plant_good_tree() {
  rm -rf "${tree:?}"/*
  mkdir -p "$tree"/kiosk/{base,survey,visit,text,ui,screens,store,batch,stick,sdl,system,app} "$tree"/{fonts,config,tests,packaging}
  touch "$tree"/{CMakeLists.txt,README.md,LICENSE,CMakePresets.json}
  cat >"$tree/kiosk/visit/visit.cpp" <<'CODE'
#include "kiosk/survey/survey.h"  // a new visitor
const char* said = "delete this; rand() MDB_NOSYNC SDL_Delay";  // std::rand() and sleep_for() are only talked about
Visit(const Visit&) = delete;
int renewed(int brand, int deleted) { return asking.time(brand) + deleted; }
CODE
  printf '#include <lmdb.h>\n' >"$tree/kiosk/store/lmdb.cpp"
  printf '#include "kiosk/app/app.h"\n#include <SDL.h>\n' >"$tree/kiosk/main.cpp"
}

plant_good_tree
"$here/layers.sh" "$tree" && "$here/rules.sh" "$tree"

# All that is forbidden goes into one tree, each in a file of its own, and is looked at once: to look takes a fifth of a
# second. SCRIPT|PATH|CODE|MESSAGE: SCRIPT says MESSAGE of a file PATH with CODE in it.
wanted=()
plant() {
  local path=${2/\/a./\/a${#wanted[@]}.}
  mkdir -p "$(dirname "$tree/$path")"
  printf '%b\n' "$3" >"$tree/$path"
  wanted+=("$1|$path|$3|$4")
}
while IFS='|' read -r script path code message; do
  plant "$script" "$path" "$code" "$message"
done <<'TABLE'
layers|kiosk/base/a.h|#include "kiosk/survey/survey.h"|'base' may not include 'survey'
layers|kiosk/survey/a.h|#include "kiosk/visit/visit.h"|'survey' may not include 'visit'
layers|kiosk/visit/a.h|#include "kiosk/text/runs.h"|'visit' may not include 'text'
layers|kiosk/text/a.h|#include "kiosk/ui/node.h"|'text' may not include 'ui'
layers|kiosk/ui/a.h|  # include <kiosk/screens/screens.h>|'ui' may not include 'screens'
layers|kiosk/screens/a.h|#include "kiosk/store/store.h"|'screens' may not include 'store'
layers|kiosk/store/a.h|#include "kiosk/batch/row.h"|'store' may not include 'batch'
layers|kiosk/batch/a.h|#include "kiosk/stick/export.h"|'batch' may not include 'stick'
layers|kiosk/stick/a.h|#include "kiosk/sdl/window.h"|'stick' may not include 'sdl'
layers|kiosk/sdl/a.h|#include "kiosk/system/power.h"|'sdl' may not include 'system'
layers|kiosk/system/a.h|#include "kiosk/app/app.h"|'system' may not include 'app'
layers|kiosk/app/a.h|#include "kiosk/main.cpp"|'app' may not include 'main.cpp'
layers|kiosk/misc/a.h|#include "kiosk/base/result.h"|has no place in the order
layers|kiosk/base/a.h|#include "kiosk/misc/a.h"|has no place in the order
layers|kiosk/ui/a.h|#include "node.h"|write an include of ours from the root
layers|kiosk/visit/a.cpp|auto now = std::chrono::system_clock::now();|knows no clock
layers|kiosk/visit/a.cpp|auto now = std::chrono::steady_clock::now();|knows no clock
layers|kiosk/ui/a.cpp|const auto now = SDL_GetTicks64();|knows no clock
layers|kiosk/survey/a.cpp|auto now = std::time(nullptr);|knows no clock
layers|kiosk/survey/a.cpp|auto now = time(nullptr);|knows no clock
layers|kiosk/screens/a.cpp|#include "kiosk/base/clock.h"|has no use for it
layers|kiosk/visit/a.cpp|std::shuffle(a, b, c);|knows no dice
layers|kiosk/visit/a.cpp|int side = rand() % 2;|knows no dice
layers|kiosk/visit/a.cpp|randombytes_buf(&a, 1);|knows no dice
layers|kiosk/visit/a.cpp|#include <random>|has no use for it
layers|kiosk/visit/a.cpp|#include "kiosk/base/random.h"|has no use for it
layers|kiosk/text/a.cpp|std::cerr << letters;|no input or output
layers|kiosk/text/a.cpp|std::printf("x");|no input or output
layers|kiosk/ui/a.cpp|#include <fstream>|has no use for it
layers|kiosk/ui/a.cpp|#include <iostream>|has no use for it
layers|kiosk/ui/a.cpp|#include <cstdio>|has no use for it
layers|kiosk/survey/a.cpp|#include "kiosk/base/file.h"|has no use for it
layers|kiosk/survey/a.cpp|#include "kiosk/base/folder.h"|has no use for it
layers|kiosk/ui/a.cpp|#include <SDL2/SDL.h>|has no use for it
layers|kiosk/ui/a.cpp|SDL_Rect area{};|knows no SDL
layers|kiosk/screens/a.cpp|TTF_SizeUTF8(a, b, c, d);|knows no SDL
layers|kiosk/survey/a.cpp|MDB_env* environment;|knows no LMDB
layers|kiosk/store/store.cpp|#include <lmdb.h>|only kiosk/store/lmdb.*
layers|kiosk/store/window.cpp|#include <SDL.h>|only kiosk/sdl
rules|kiosk/store/a.cpp|mdb_env_open(a, b, MDB_NOSYNC, 0600);|only when it is on disk
rules|kiosk/store/a.cpp|flags = MDB_NOMETASYNC;|only when it is on disk
rules|kiosk/store/a.cpp|flags = MDB_NOSUBDIR\n  + MDB_WRITEMAP;|only when it is on disk
rules|kiosk/store/a.cpp|flags = MDB_NOLOCK;|only when it is on disk
rules|kiosk/sdl/a.cpp|TTF_RenderUTF8_Blended_Wrapped(a, b, c, d);|ICU breaks lines
rules|kiosk/app/a.cpp|auto* app = new App{};|no new
rules|kiosk/app/a.cpp|delete app;|no delete
rules|kiosk/app/a.cpp|delete[] apps;|no delete
rules|kiosk/app/a.cpp|const int side = std::rand() % 2;|numbers by chance
rules|tests/app/a.cpp|std::mt19937 dice;|numbers by chance
rules|tests/app/a.cpp|std::this_thread::sleep_for(1s);|with a deadline
rules|kiosk/app/a.cpp|int count(void);|says so by ()
rules|kiosk/app/a.cpp|std::map<int, int, std::less<int>> counts;|compares whatever
rules|kiosk/app/a.cpp|SDL_Delay(10);|with a deadline
rules|kiosk/app/a.cpp|throw std::runtime_error{""};|is a Result
rules|kiosk/app/a.h|class ScreenManager {|a name that says what it is
rules|kiosk/app/string_util.h|int one = 1;|a name that says what it is
rules|docs/a.md|notes|the top level is full
rules|notes.txt|notes|the top level is full
TABLE

plant rules kiosk/base/a.cpp "$(printf 'int one = 1;\n%.0s' {1..401})" '401 lines'

declare -A said
for script in layers rules; do
  if said[$script]=$("$here/$script.sh" "$tree" 2>&1); then
    echo "$script.sh accepts all of it" >&2
    wrong=$((wrong + 1))
  fi
done
for row in "${wanted[@]}"; do
  IFS='|' read -r -d '' script path code message <<<"$row" || true
  message=${message%$'\n'}
  complaints=$(grep -F -e "$path:" -e "${path%%/*}: the top level" <<<"${said[$script]}" || true)
  if [[ $complaints != *"$message"* ]]; then
    printf '%s.sh does not say "%s" of %s, but: %s\n' "$script" "$message" "$path" "$complaints" >&2
    wrong=$((wrong + 1))
  fi
done

[ "$wrong" -eq 0 ] || { echo "$wrong rules do not hold" >&2; exit 1; }
echo "every rule holds"
