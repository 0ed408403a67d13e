#!/usr/bin/env python3
"""Write snapshot.tsv: the towns behind the area codes of Ukraine, Belarus, Moldova and Russia.

Usage: snapshot.py DIST_PACKAGES_DIR     (holds phonenumbers/, as Debian python3-phonenumbers installs it)
"""
import sys
from pathlib import Path

CALLING_CODES = {"380": "UA", "375": "BY", "373": "MD", "7": "RU"}


def country_of(prefix):
    for code, country in CALLING_CODES.items():
        if prefix.startswith(code):
            # +7 6 and +7 7 are Kazakhstan and +7 33622 is Baikonur, which lies there too; +7 36 and +7 869 are put on
            # Crimea and Sevastopol, which are Ukraine (+380 65, +380 69).
            foreign = country == "RU" and (prefix[1:2] in "67" or prefix.startswith(("733", "736", "7869")))
            return None if foreign else country
    return None


def main(dist_packages):
    sys.path.insert(0, dist_packages)
    from phonenumbers.geodata import GEOCODE_DATA

    rows = []
    for prefix, texts in GEOCODE_DATA.items():
        country = country_of(prefix)
        if country:
            rows.extend([country, prefix, lang, " ".join(text.split())] for lang, text in texts.items())
    rows.sort()
    text = "".join("\t".join(row) + "\n" for row in [["country", "prefix", "lang", "text"], *rows])
    Path(__file__).with_name("snapshot.tsv").write_text(text, "utf-8")
    print(f"{len(rows)} rows", file=sys.stderr)


main(*sys.argv[1:])
