// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo;

import org.perimeter.nlp.geo.pbf.OsmFileException;
import org.perimeter.policy.command.CommandManner;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The {@code geo import} command: a jurisdiction's folder out of an OSM extract. Progress on
 * standard error, a summary as one JSON object on standard output.
 *
 * <p>Exit status 0 ok, 1 the work failed, 2 the call was wrong.
 */
public final class GeoImportMain {

    private GeoImportMain() {}

    /** Runs the command. */
    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] args, OutputStream out, OutputStream err) {
        return CommandManner.run(
                new GeoImportOptions(), options -> run(options, out, err), out, err, args);
    }

    private static int run(GeoImportOptions options, OutputStream out, OutputStream errors)
            throws OsmFileException, IOException {
        PrintStream err = new PrintStream(errors, true, StandardCharsets.UTF_8);
        GeoImport.Written written =
                new GeoImport(step -> err.println("geo import: " + step)).run(options);
        PrintStream result = new PrintStream(out, true, StandardCharsets.UTF_8);
        result.println(GeoImportSummary.json(written, options.out()));
        return result.checkError() ? 1 : 0;
    }
}
