#!/bin/bash
# tests/deep/spreadsheets.sh KIOSK: LibreOffice opens antwoorden.xlsx and antwoorden.csv of the same answers, and every
# row says the same in both and in the table that the kiosk wrote. Needs the packages libreoffice-calc and python3.
set -euo pipefail
kiosk=$(realpath "$1")
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
"$kiosk" simulate --visits 40 --seed 4 --store store
"$kiosk" seal --store store --close-event
mkdir stick
"$kiosk" export --store store --stick stick >said
"$kiosk" merge --out results stick

convert() {
  soffice "-env:UserInstallation=file://$place/office" --headless --convert-to "$1" --outdir "$2" \
    ${4:+"--infilter=$4"} "$3" >>said 2>&1
}
mkdir from-xlsx from-csv
convert 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1' from-xlsx results/antwoorden.xlsx ''
# semicolons, quotes, UTF-8, every column as text: as a double click in a Dutch office does
convert 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false' from-csv results/antwoorden.csv \
  'CSV:59,34,76,1,,0,true,false'
ls from-xlsx from-csv
python3 - <<'PYTHON'
import csv

def rows(path, delimiter=','):
    with open(path, encoding='utf-8-sig', newline='') as file:
        table = list(csv.reader(file, delimiter=delimiter))
    return table[0], table[1:]

def bare(text):  # what keeps a cell from running is no part of what was written
    return text[1:] if text[:2] in ("'=", "'+", "'-", "'@", "'\t") else text

names, written = rows('results/antwoorden.csv', ';')
written = [row for row in written if row and row[0] != 'einde']
names_csv, by_csv = rows('from-csv/antwoorden.csv')
by_csv = [row for row in by_csv if row[0] != 'einde']
names_xlsx, by_xlsx = rows('from-xlsx/antwoorden-antwoorden.csv')
assert len(written) == len(by_csv) == len(by_xlsx) > 0, (len(written), len(by_csv), len(by_xlsx))
common = ['station', 'question', 'question_text', 'kind', 'answer', 'answer_ids', 'words', 'shown_order', 'language',
          'day', 'day_part', 'reason']
for number, (one, two, three) in enumerate(zip(written, by_csv, by_xlsx)):
    for name in common:
        a, b, c = one[names.index(name)], two[names_csv.index(name)], three[names_xlsx.index(name)]
        assert a == b, ('csv', number, name, a, b)
        assert bare(a) == c, ('xlsx', number, name, a, c)
    chosen = three[names_xlsx.index('chosen')]
    ids = [each for each in one[names.index('answer_ids')].split(' | ') if each]
    assert chosen == ('' if three[names_xlsx.index('kind')] == 'words' else str(len(ids))), (number, chosen, ids)
print(f'{len(written)} rows say the same in both, as LibreOffice reads them')
PYTHON
