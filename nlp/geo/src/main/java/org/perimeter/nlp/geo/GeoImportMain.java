// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo;

import org.perimeter.nlp.geo.pbf.OsmFileException;

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

    static int run(String[] args, OutputStream out, OutputStream errors) {
        PrintStream err = new PrintStream(errors, true, StandardCharsets.UTF_8);
        try {
            GeoImportOptions options = GeoImportOptions.parse(args);
            GeoImport.Written written =
                    new GeoImport(step -> err.println("geo import: " + step)).run(options);
            PrintStream result = new PrintStream(out, true, StandardCharsets.UTF_8);
            result.println(GeoImportSummary.json(written, options.out()));
            return result.checkError() ? 1 : 0;
        } catch (IllegalArgumentException e) {
            return fail(err, 2, e);
        } catch (OsmFileException | IOException e) {
            return fail(err, 1, e);
        }
    }

    private static int fail(PrintStream err, int status, Exception e) {
        err.println("geo import: " + e.getMessage());
        return status;
    }
}
