#!/usr/bin/env python3
"""Who deals with whom: claims in which one company sells or supplies what another takes.

usage: stratscan claims [PATH…] --format ndjson | examples/deals.py

Reads the claims contract (docs/json.md) from standard input; needs nothing but Python's own library.
"""
import json
import sys

GIVES = {"sells", "supplies"}
TAKES = {"buys"}


def deals(claim):
    """Pairs of giver and taker on the same axis, with the figures of the claim."""
    for gives in claim["tags"]:
        for takes in claim["tags"]:
            same_axis = gives["axis"] == takes["axis"]
            if same_axis and gives["position"] in GIVES and takes["position"] in TAKES:
                if gives["company"] and takes["company"] and gives["company"] != takes["company"]:
                    yield gives["company"], takes["company"], gives["axis"]


def main():
    for line in sys.stdin:
        claim = json.loads(line)
        if not claim["schema"].startswith("stratscan.claims/1"):
            sys.exit(f"not the claims this script knows: {claim['schema']}")
        figures = ", ".join(figure["text"] for figure in claim["figures"]) or "no figure"
        for giver, taker, axis in deals(claim):
            place = f"{claim['path']}:{claim['line']}"
            print(f"{giver} -> {taker}\t{axis}\t{claim['status']}\t{figures}\t{place}")


if __name__ == "__main__":
    main()
