#!/usr/bin/env python3
"""Write subdivisions.tsv and territories.tsv out of CLDR.

Usage: snapshot.py CLDR_COMMON_DIR     (common/ of Debian unicode-cldr-core: usr/share/unicode/cldr/common)
"""
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

LANGS = ["be", "de", "en", "fr", "pl", "ro", "ru", "uk"]
# The United States and Canada: American papers write "Odessa, Texas".
PREFIXES = ("ua", "ru", "by", "md", "us", "ca")


def write(name, head, rows):
    rows = sorted(rows)
    text = "".join("\t".join(row) + "\n" for row in [head, *rows])
    Path(__file__).with_name(name).write_text(text, "utf-8")
    print(f"{name}: {len(rows)} rows", file=sys.stderr)


def main(common):
    common = Path(common)
    subdivisions, territories = [], []
    for lang in LANGS:
        tree = ElementTree.parse(common / "subdivisions" / f"{lang}.xml")
        for node in tree.iter("subdivision"):
            code = node.get("type")
            if code.startswith(PREFIXES) and node.text:
                iso = code[:2].upper() + "-" + code[2:].upper()
                subdivisions.append([iso, lang, " ".join(node.text.split())])
        tree = ElementTree.parse(common / "main" / f"{lang}.xml")
        for node in tree.iter("territory"):
            code = node.get("type")
            # Two capital letters are ISO 3166-1; numbers are continents, ZZ, EU, EZ, UN, QO and X? are not countries.
            if node.text and len(code) == 2 and code not in {"ZZ", "EU", "EZ", "UN", "QO", "XA", "XB"}:
                if node.text != "↑↑↑":  # "as in the parent locale"
                    territories.append([code, lang, node.get("alt") or "", " ".join(node.text.split())])
    write("subdivisions.tsv", ["iso", "lang", "text"], subdivisions)
    write("territories.tsv", ["iso", "lang", "alt", "text"], territories)


main(*sys.argv[1:])
