"""A process of its own for one Python peer: JSON lines in and out, as contest/protocol.ts says. Started by measure-peers.ts."""

import json
import resource
import sys
import time


def resident():
    try:
        with open("/proc/self/statm") as statm:
            return int(statm.read().split()[1]) * 4096
    except OSError:  # no /proc: the peak must do
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def keyed(texts, places, key):
    """Distinct keys, and the places that have a name with the key."""
    numbers = {}
    keys = []
    sets = []
    for text, own in zip(texts, places):
        one = key(text)
        number = numbers.get(one)
        if number is None:
            number = numbers[one] = len(keys)
            keys.append(one)
            sets.append(set())
        sets[number].update(own)
    return keys, numbers, sets


def as_it_is(text):
    return text


def fold(text):
    from anyascii import anyascii

    return anyascii(text).lower()


def rapidfuzz_engine(texts, places, variant):
    from rapidfuzz import fuzz, process

    prepare = fold if variant["folded"] else as_it_is
    keys, _, sets = keyed(texts, places, prepare)
    options = {"scorer": getattr(fuzz, variant["scorer"])}
    if variant.get("cutoff"):
        options["score_cutoff"] = variant["cutoff"]

    def rank(text, limit):
        query = prepare(text)
        if limit == 1:
            found = process.extractOne(query, keys, **options)
            return [] if found is None else [found[2]]
        return [key for _, _, key in process.extract(query, keys, limit=limit, **options)]

    return rank, sets


def names_translator_engine(texts, places, _variant):
    """Every spelling it generates of every name, in a dict: what it can do for a search."""
    from names_translator.name_utils import generate_all_names, try_to_fix_mixed_charset

    keys, _, sets = keyed(texts, places, as_it_is)
    spellings = {}
    for number, text in enumerate(keys):
        for spelling in (text, *generate_all_names(text, "", "")):
            found = spellings.setdefault(spelling.lower(), [])
            if number not in found:
                found.append(number)

    def rank(text, limit):
        query = text.lower()
        found = spellings.get(query) or spellings.get(try_to_fix_mixed_charset(query)) or []
        return found[:limit]

    return rank, sets


def main():
    names_path, variant = sys.argv[1], json.loads(sys.argv[2])
    with open(names_path, encoding="utf-8") as file:
        names = json.load(file)
    before = resident()
    started = time.perf_counter()
    make = {"rapidfuzz": rapidfuzz_engine, "names-translator": names_translator_engine}[variant["engine"]]
    rank, sets = make(names["texts"], names["places"], variant)
    build = time.perf_counter() - started
    say({"buildSeconds": build, "memoryBytes": resident() - before, "memory": "resident"})
    for line in sys.stdin:
        request = json.loads(line)
        texts, limit, found, micros, thrown = request["texts"], request["limit"], [], [], 0
        limits = limit if isinstance(limit, list) else [limit] * len(texts)
        start = now = time.perf_counter()
        end = start + request["seconds"]
        for at, text in enumerate(texts):
            if at % 3 == 0 and now >= end:
                break
            before_one = time.perf_counter()
            try:
                found.append(rank(text, limits[at]))
            except Exception:
                found.append([])
                thrown += 1
            now = time.perf_counter()
            micros.append((now - before_one) * 1e6)
        answers = [[sorted(sets[key]) for key in answer] for answer in found]
        say({"seconds": now - start, "micros": micros, "answers": answers, "thrown": thrown})


def say(message):
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


main()
