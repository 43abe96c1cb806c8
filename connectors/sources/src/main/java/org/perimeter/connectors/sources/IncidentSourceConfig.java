// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.config.ConfigFile;

/**
 * One source of incidents.
 *
 * @param id names it in incident ids and logs: 1 to 40 lower-case letters, digits or hyphens
 * @param type {@code geojson} or {@code cap}
 * @param path the file, or for {@code cap} a file or directory; relative to the configuration file;
 *     it may appear later
 * @param pollSeconds how often it is looked at, 1 to 3600; 5 when left out
 */
public record IncidentSourceConfig(
        String id, String type, String path, @Nullable Integer pollSeconds) {

    /** Type of a GeoJSON file. */
    public static final String GEOJSON = "geojson";

    /** Type of alerts of the Common Alerting Protocol. */
    public static final String CAP = "cap";

    private static final int POLL_SECONDS = 5;
    private static final int LONGEST_POLL_SECONDS = 3600;

    /**
     * @throws IllegalArgumentException with the name of the component in front
     */
    public IncidentSourceConfig {
        SourceIds.require(id);
        ConfigFile.require("type", type);
        if (!type.equals(GEOJSON) && !type.equals(CAP)) {
            throw new IllegalArgumentException("type: unknown; known are cap and geojson");
        }
        ConfigFile.require("path", path);
        pollSeconds = pollSeconds == null ? Integer.valueOf(POLL_SECONDS) : pollSeconds;
        if (pollSeconds < 1 || pollSeconds > LONGEST_POLL_SECONDS) {
            throw new IllegalArgumentException("pollSeconds: must be 1 to " + LONGEST_POLL_SECONDS);
        }
    }

    /** How often the file is looked at. */
    @Override
    public Integer pollSeconds() {
        return pollSeconds == null ? Integer.valueOf(POLL_SECONDS) : pollSeconds;
    }
}
