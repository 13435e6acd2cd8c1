#!/bin/bash
# tests/journey/report_test.sh KIOSK: visitors answer at two stations, their sticks are merged, and a real browser reads
# the report: it has nothing to complain of, asks for nothing, and prints it. A page with a script, a picture from
# elsewhere or a fault shows that the browser would have said so.
set -euo pipefail
kiosk=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
fail() { echo "report_test: $*" >&2; exit 1; }

for station in UTR-01 AMF-02; do
  sed "s/^id = .*/id = \"$station\"/" "$root/config/kiosk.toml" >"$place/$station.toml"
  "$kiosk" simulate --visits 12 --seed "${#station}${station: -1}" --store "$place/store-$station" >"$place/said"
  "$kiosk" seal --store "$place/store-$station" --station "$place/$station.toml" --close-event >>"$place/said"
  mkdir "$place/stick-$station"
  "$kiosk" export --store "$place/store-$station" --stick "$place/stick-$station" --station "$place/$station.toml" \
    >>"$place/said"
done
"$kiosk" merge --out "$place/results" "$place"/stick-* >>"$place/said"
"$kiosk" verify "$place/results" >>"$place/said" || fail "the results do not verify"
page=$place/results/rapport.html

# browse PAGE WORDS...: what the browser says about it on its console.
browse() {
  local page=$1
  shift
  timeout 120 chromium --headless=new --no-sandbox --disable-gpu --disable-background-networking --no-first-run \
    --user-data-dir="$place/browser" --enable-logging=stderr "$@" "file://$page" >"$place/browser-out" 2>"$place/browser-log" ||
    fail "the browser failed on $page: $(tail -n 3 "$place/browser-log")"
  grep CONSOLE "$place/browser-log" || true
}

said=$(browse "$page" --dump-dom)
[ -z "$said" ] || fail "the browser complains of the report: $said"
grep -q '</main>' "$place/browser-out" || fail "the browser did not read the report to its end"

for fault in '<img src="https://example.org/x.png">' '<script>1</script>' '<link rel="stylesheet" href="x.css">'; do
  sed "s|</main>|$fault</main>|" "$page" >"$place/faulty.html"
  [ -n "$(browse "$place/faulty.html" --dump-dom)" ] || fail "the browser would not have said that there is $fault"
done

said=$(browse "$page" --no-pdf-header-footer --print-to-pdf="$place/report.pdf")
[ -z "$said" ] || fail "the browser complains of printing: $said"
pdfinfo "$place/report.pdf" >"$place/about"
pdftotext "$place/report.pdf" "$place/printed"
grep -q '^Page size:.*A4' "$place/about" || fail "the report does not print on A4"
grep -q 'In het kort' "$place/printed" || fail "what is printed is not the report"
echo "report_test: read and printed, $(sed -n 's/^Pages: *//p' "$place/about") pages"
