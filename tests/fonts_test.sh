#!/bin/bash
# The fonts are the ones that fonts/README.md names, byte for byte, and each font has its line there.
set -euo pipefail
cd "${1:-$(dirname "$0")/..}/fonts"

sums=$(grep -E '^[0-9a-f]{64}  ' README.md)
sha256sum --check --strict <<<"$sums"
for font in *.ttf; do
  grep -q "  $font\$" <<<"$sums" || { echo "$font has no sum in fonts/README.md" >&2; exit 1; }
done
