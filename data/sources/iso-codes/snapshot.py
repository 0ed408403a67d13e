#!/usr/bin/env python3
"""Write subdivisions.tsv and countries.tsv out of Debian iso-codes.

Usage: snapshot.py SHARE_DIR     (usr/share of the unpacked package: iso-codes/json and locale/*/LC_MESSAGES)
"""
import gettext
import json
import sys
from pathlib import Path

LANGS = ["be", "de", "fr", "pl", "ro", "ru", "uk"]
COUNTRIES = ("UA-", "RU-", "BY-", "MD-")


def catalog(share, lang, domain):
    path = share / "locale" / lang / "LC_MESSAGES" / f"{domain}.mo"
    if not path.exists():
        return {}
    with open(path, "rb") as file:
        return gettext.GNUTranslations(file)._catalog


def write(name, head, rows):
    rows = sorted(rows)
    text = "".join("\t".join(row) + "\n" for row in [head, *rows])
    Path(__file__).with_name(name).write_text(text, "utf-8")
    print(f"{name}: {len(rows)} rows", file=sys.stderr)


def main(share):
    share = Path(share)
    units = json.loads((share / "iso-codes/json/iso_3166-2.json").read_text("utf-8"))["3166-2"]
    states = json.loads((share / "iso-codes/json/iso_3166-1.json").read_text("utf-8"))["3166-1"]
    # "iso": the romanized name in the standard itself; the rest are translations of it.
    unit_rows = [[u["code"], u["type"], "iso", u["name"]] for u in units if u["code"].startswith(COUNTRIES)]
    state_rows = []
    for state in states:
        for kind in ("name", "common_name", "official_name"):
            if kind in state:
                state_rows.append([state["alpha_2"], kind, "en", state[kind]])
    for lang in LANGS:
        names = catalog(share, lang, "iso_3166-2")
        for unit in units:
            text = names.get(unit["name"])
            # A catalogue that only repeats the msgid (German does, by the hundred) says nothing.
            if unit["code"].startswith(COUNTRIES) and text and (text != unit["name"] or lang == "ro"):
                unit_rows.append([unit["code"], unit["type"], lang, text])
        names = catalog(share, lang, "iso_3166-1")
        for state in states:
            for kind in ("name", "common_name", "official_name"):
                text = names.get(state.get(kind))
                if text:
                    state_rows.append([state["alpha_2"], kind, lang, text])
    write("subdivisions.tsv", ["iso", "type", "lang", "text"], unit_rows)
    write("countries.tsv", ["iso", "kind", "lang", "text"], state_rows)


main(*sys.argv[1:])
