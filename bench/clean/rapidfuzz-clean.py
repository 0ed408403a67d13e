"""The script that a plain user of Python writes: pandas reads the CSV in parts, rapidfuzz answers each distinct pair of name and oblast once.

Arguments: NAMES.json IN.csv OUT.csv SECONDS afterwards|blocks, as peer-cleaner.ts takes them. `blocks` asks `extractOne` for the nearest of
the names of the row's oblast, `afterwards` takes the first in the oblast of the fifty nearest of all names.
"""

import json
import re
import resource
import sys
import time

import pandas as pd
from anyascii import anyascii
from rapidfuzz import fuzz, process

# The cutoff that did best in bench/peers.
CUTOFF = 85
CANDIDATES = 50
PART = 20_000

BEFORE = re.compile(
    r"^(?:(?:м|г|гор|с|смт|пгт|пос|п|дер|m|s|c|smt|vil)(?:\.\s*|\s+)|(?:місто|город|селище|с-ще|село|поселок|city of"
    r"|town of|village of|settlement of|urban-type settlement|village|selo)\s+)",
    re.IGNORECASE,
)
UNIT = re.compile(r"\s*(?:область|обл\.|oblast|obl\.|region)$", re.IGNORECASE)


def prepare_name(cell):
    cell = re.sub(r",.*$", "", re.sub(r"\s+", " ", cell).strip())
    return anyascii(BEFORE.sub("", cell)).lower()


def prepare_oblast(cell):
    return anyascii(UNIT.sub("", BEFORE.sub("", cell.strip()))).lower()


def main():
    names_path, source, target, seconds, how = sys.argv[1:]
    with open(names_path, encoding="utf-8") as file:
        names = json.load(file)
    keys, places, ids, oblast_of = names["keys"], names["places"], names["ids"], names["oblastOf"]
    oblasts = names["oblasts"]
    blocks = {}

    def block_of(oblast):
        if oblast not in blocks:
            own = [key for key, having in enumerate(places) if any(oblast_of[place] == oblast for place in having)]
            blocks[oblast] = ([keys[key] for key in own], own)
        return blocks[oblast]

    def inside(key, oblast):
        return next((ids[place] for place in places[key] if oblast_of[place] == oblast), "")

    def answer(name, oblast_cell):
        prepared = prepare_name(name)
        if prepared == "":
            return ""
        oblast = oblasts.get(prepare_oblast(oblast_cell))
        if oblast is None:
            found = process.extractOne(prepared, keys, scorer=fuzz.ratio, score_cutoff=CUTOFF)
            return "" if found is None else ids[places[found[2]][0]]
        if how == "blocks":
            choices, own = block_of(oblast)
            found = process.extractOne(prepared, choices, scorer=fuzz.ratio, score_cutoff=CUTOFF)
            return "" if found is None else inside(own[found[2]], oblast)
        for _, _, key in process.extract(prepared, keys, scorer=fuzz.ratio, score_cutoff=CUTOFF, limit=CANDIDATES):
            if inside(key, oblast):
                return inside(key, oblast)
        return ""

    start, cpu_before = time.perf_counter(), time.process_time()
    end = start + float(seconds)
    known, rows, finished = {}, 0, True
    for part in pd.read_csv(source, dtype=str, keep_default_na=False, chunksize=PART):
        kept = len(part)
        for at, pair in enumerate(zip(part["name"], part["oblast"])):
            if pair in known:
                continue
            if time.perf_counter() >= end:
                kept, finished = at, False
                break
            known[pair] = answer(*pair)
        part = part.head(kept).copy()
        part["answered_id"] = [known[pair] for pair in zip(part["name"], part["oblast"])]
        part.to_csv(target, index=False, mode="w" if rows == 0 else "a", header=rows == 0)
        rows += kept
        if not finished:
            break
    run = {
        "rows": rows,
        "distinct": len(known),
        "seconds": time.perf_counter() - start,
        "cpuSeconds": time.process_time() - cpu_before,
        "buildSeconds": 0,
        "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        "finished": finished,
    }
    print(json.dumps(run))


main()
