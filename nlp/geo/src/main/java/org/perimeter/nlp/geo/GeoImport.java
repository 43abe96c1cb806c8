// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo;

import org.perimeter.nlp.geo.pbf.OsmFileException;
import org.perimeter.nlp.geo.pbf.PbfFile;
import org.perimeter.policy.model.place.GeoPoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Makes a jurisdiction's folder out of an extract. */
final class GeoImport {

    private static final List<String> LARGEST_FIRST = List.of("city", "town", "village", "hamlet");

    private static final String ATTRIBUTION =
            """
            The files of this folder are derived from OpenStreetMap
            (https://www.openstreetmap.org/copyright).
            © OpenStreetMap contributors, available under the Open Database License 1.0
            (https://opendatacommons.org/licenses/odbl/1-0/).

            Whoever passes them on, or a database made from them, must keep this notice and the
            licence. Maps drawn from them must show the credit.
            """;

    private final Consumer<String> progress;

    /**
     * @param progress told in words what is being done
     */
    GeoImport(Consumer<String> progress) {
        this.progress = progress;
    }

    /**
     * How much was written.
     *
     * @param name of the jurisdiction
     * @param streets number of features
     * @param crossings points where differently named streets meet
     * @param landmarks number of features
     * @param districts number of features
     * @param water number of features
     * @param addresses number of house numbers
     */
    record Written(
            String name,
            int streets,
            int crossings,
            int landmarks,
            int districts,
            int water,
            int addresses) {}

    /**
     * Reads and writes.
     *
     * @throws OsmFileException when the extract cannot be used
     */
    Written run(GeoImportOptions options) throws OsmFileException, IOException {
        LandmarkKinds kinds = LandmarkKinds.load();
        OsmExtract extract = OsmExtract.read(new PbfFile(options.pbf()), kinds, progress);
        List<Feature> streets = StreetLayer.of(extract);
        if (streets.isEmpty()) {
            throw new OsmFileException(
                    options.pbf() + " has no named street with points; is it a filtered extract?");
        }
        NamedPlaceLayers places = new NamedPlaceLayers(extract, kinds);
        List<Feature> landmarks = places.landmarks();
        List<Feature> districts = places.districts();
        List<Feature> water = places.water();
        Map<String, Map<String, GeoPoint>> addresses = AddressLayer.of(extract);
        String name = options.name() == null ? nameOf(districts, options.pbf()) : options.name();
        progress.accept("writing " + options.out());
        JurisdictionFiles files = new JurisdictionFiles(options.out());
        JurisdictionHead head = JurisdictionHead.of(name, streets, extract.timestamp());
        files.layer("streets.geojson", "class", streets);
        files.layer("landmarks.geojson", "kind", landmarks);
        files.layer("districts.geojson", "kind", districts);
        files.layer("water.geojson", "kind", water);
        files.addresses(addresses);
        files.text("ATTRIBUTION.txt", ATTRIBUTION);
        files.head(head);
        return new Written(
                head.name(),
                streets.size(),
                SharedPoints.count(streets),
                landmarks.size(),
                districts.size(),
                water.size(),
                addresses.values().stream().mapToInt(Map::size).sum());
    }

    /** The largest place of the map, or else the name of the file. */
    private static String nameOf(List<Feature> districts, Path pbf) {
        for (String kind : LARGEST_FIRST) {
            for (Feature district : districts) {
                if (district.kind().equals(kind)) {
                    return district.name();
                }
            }
        }
        String file = String.valueOf(pbf.getFileName());
        int point = file.indexOf('.');
        return point > 0 ? file.substring(0, point) : file;
    }
}
