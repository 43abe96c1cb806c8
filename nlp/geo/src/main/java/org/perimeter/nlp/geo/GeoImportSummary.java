// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.nio.file.Path;

/** What {@code geo import} prints at its end. */
final class GeoImportSummary {

    private GeoImportSummary() {}

    static String json(GeoImport.Written written, Path folder) {
        ObjectNode summary = new ObjectMapper().createObjectNode();
        summary.put("name", written.name());
        summary.put("streets", written.streets());
        summary.put("crossings", written.crossings());
        summary.put("landmarks", written.landmarks());
        summary.put("districts", written.districts());
        summary.put("water", written.water());
        summary.put("addresses", written.addresses());
        summary.put("folder", folder.toString());
        return summary.toString();
    }
}
