// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Header;
import io.javalin.http.staticfiles.Location;
import io.javalin.http.staticfiles.StaticFileConfig;

import java.util.Map;

/** The page's own scripts, styles and pictures, and the map library, all out of the class path. */
final class StaticFiles {

    private static final String LEAFLET = "/META-INF/resources/webjars/leaflet/1.9.4";

    private StaticFiles() {}

    static void serve(JavalinConfig config) {
        // Asked for again after every build: their names do not change with their content.
        config.staticFiles.add(files -> describe(files, "/assets", "/public", "no-cache"));
        config.staticFiles.add(
                files -> describe(files, "/webjars/leaflet/1.9.4", LEAFLET, "max-age=31536000"));
    }

    private static void describe(
            StaticFileConfig files, String path, String directory, String cacheControl) {
        files.hostedPath = path;
        files.directory = directory;
        files.location = Location.CLASSPATH;
        files.headers = Map.of(Header.CACHE_CONTROL, cacheControl);
    }
}
