# SPDX-License-Identifier: GPL-3.0-or-later
"""Derives the gold file of streets-*.ndjson: true points for the marks in bangor.txt and columbus.txt.

    python3 derive.py EXTRACT.osm.pbf POSTS.txt OUT.ndjson      (Debian: python3-pyosmium)

It reads the extract by itself and looks names up exactly as the map spells them; it shares no code,
no data and no name matching with the resolver that is measured.
"""
import collections
import json
import math
import re
import sys
import zlib

import osmium

STEP = 100        # metres between the points kept of a street
ROAD = 60         # metres within which a motorway and the street over it "meet"
DIRECTIONS = ("North", "South", "East", "West")
NAMES = ("name", "alt_name", "name_1", "name_2", "short_name", "loc_name", "old_name")

ways = collections.defaultdict(list)    # street name -> lists of (id, lon, lat)
refs = collections.defaultdict(list)    # road number -> the same
things = collections.defaultdict(list)  # landmark or district name -> lists of (lon, lat)
exits = collections.defaultdict(list)   # (road, number) -> (lon, lat)
junctions = {}
road_nodes = collections.defaultdict(set)


class Reader(osmium.SimpleHandler):
    def node(self, n):
        if "name" in n.tags and "highway" not in n.tags:
            things[n.tags["name"]].append([(n.location.lon, n.location.lat)])
        if n.tags.get("highway") == "motorway_junction" and "ref" in n.tags:
            junctions[n.id] = (n.tags["ref"], n.location.lon, n.location.lat)

    def way(self, w):
        line = [(n.ref, n.lon, n.lat) for n in w.nodes if n.location.valid()]
        if not line:
            return
        if "highway" in w.tags:
            if w.tags["highway"] in ("proposed", "construction", "discontinued"):
                return
            for key in NAMES:
                for name in w.tags.get(key, "").split(";"):
                    if name.strip():
                        ways[name.strip()].append(line)
            for ref in w.tags.get("ref", "").split(";"):
                if ref.strip():
                    refs[ref.strip()].append(line)
                    if not w.tags["highway"].endswith("_link"):
                        road_nodes[ref.strip()].update(i for i, _, _ in line)
        if "name" in w.tags:
            things[w.tags["name"]].append([(x, y) for _, x, y in line])


def meters(a, b):
    x = math.radians(b[0] - a[0]) * math.cos(math.radians((a[1] + b[1]) / 2))
    return math.hypot(x, math.radians(b[1] - a[1])) * 6371000


def dense(lines):
    points = []
    for line in lines:
        for a, b in zip(line, line[1:]):
            n = max(1, int(meters(a, b) / 20))
            points += [(a[0] + (b[0] - a[0]) * i / n, a[1] + (b[1] - a[1]) * i / n) for i in range(n)]
        points.append(line[-1])
    return points


def thin(points, step=STEP):
    kept = []
    for p in points:
        if all(meters(p, k) >= step for k in kept):
            kept.append(p)
    return kept


def street(name):
    names = [name]
    if name.startswith("~"):
        base = name[1:]
        names = [base] + [d + " " + base for d in DIRECTIONS]
    found = [line for n in names for line in ways.get(n, [])]
    if not found:
        raise KeyError("no street " + name)
    return found


def truth(mark):
    kind, what = mark.split(" ", 1)
    if kind == "s":
        return thin(dense([[(x, y) for _, x, y in line] for line in street(what)]))
    if kind == "x":
        a, b = what.split("*")
        nodes = {i: (x, y) for line in street(a) for i, x, y in line}
        both = {i for line in street(b) for i, _, _ in line}
        points = [p for i, p in nodes.items() if i in both]
        if not points:
            raise KeyError("no corner " + what)
        return thin(points, 30)
    if kind == "r":
        road, name = what.split("*")
        one = dense([[(x, y) for _, x, y in line] for line in refs[road]])
        other = dense([[(x, y) for _, x, y in line] for line in street(name)])
        points = [p for p in one if any(meters(p, q) < ROAD for q in other)]
        if not points:
            raise KeyError("no meeting " + what)
        return thin(points, 50)
    if kind == "e":
        road, number = what.split("*")
        points = [(x, y) for i, (ref, x, y) in junctions.items()
                  if i in road_nodes[road] and (ref == number or re.fullmatch(number + "[A-Z]", ref))]
        if not points:
            raise KeyError("no exit " + what)
        return points
    if kind in "ld":
        if what not in things:
            raise KeyError("no landmark " + what)
        points = []
        for outline in things[what]:
            points.append((sum(x for x, _ in outline) / len(outline), sum(y for _, y in outline) / len(outline)))
            points += outline
        return thin(points, 60)
    raise KeyError(mark)


def main():
    extract, posts, out = sys.argv[1:]
    Reader().apply_file(extract, locations=True)
    kinds = {"x": "INTERSECTION", "s": "STREET", "l": "LANDMARK", "e": "EXIT", "r": "INTERSECTION", "d": "DISTRICT"}
    town = posts.rsplit("/", 1)[-1].split(".")[0]
    part, number = "", 0
    with open(out, "w") as file:
        for line in open(posts):
            line = line.rstrip("\n")
            if line.startswith("#!") or not line:
                continue
            if line.startswith("# "):
                part = line[2:]
                continue
            number += 1
            text, places, at = "", [], 0
            for m in re.finditer(r"\[\[(.*?)\|(.*?)\]\]", line):
                text += line[at:m.start()]
                points = []
                for mark in m[2].split(" or "):
                    try:
                        points += truth(mark)
                    except KeyError as e:
                        sys.exit("line %d of the posts: %s" % (number, e))
                places.append({"start": len(text), "end": len(text) + len(m[1]), "kind": kinds[m[2][0]],
                               "points": [[round(x, 5), round(y, 5)] for x, y in points]})
                text += m[1]
                at = m.end()
            text += line[at:]
            post = {"id": "%s-%03d" % (town, number), "part": part, "text": text, "places": places}
            file.write(json.dumps(post, ensure_ascii=False, separators=(",", ":")) + "\n")


main()
