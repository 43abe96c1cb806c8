// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.resource.LineResource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which named elements are landmarks: something that a post gives as its place. */
final class LandmarkKinds {

    private static final String RESOURCE = "/org/perimeter/nlp/geo/landmark-kinds.txt";
    private static final String ANY = "*";

    /** Tags that say that there is nothing. */
    private static final Set<String> NOTHING = Set.of("no", "vacant", "disused");

    private final List<Line> lines;

    private LandmarkKinds(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    private record Line(String key, String value, String kind) {}

    static LandmarkKinds load() {
        List<Line> lines = new ArrayList<>();
        for (String line : LineResource.read(RESOURCE)) {
            String[] parts = line.split(" ", -1);
            lines.add(new Line(parts[0], parts[1], parts[2]));
        }
        return new LandmarkKinds(lines);
    }

    /** The kind of a landmark; null when the element is none or has no name. */
    @Nullable String of(Map<String, String> tags) {
        String name = tags.get("name");
        if (name == null) {
            return null;
        }
        for (Line line : lines) {
            String value = tags.get(line.key());
            boolean fits =
                    value != null
                            && !NOTHING.contains(value)
                            && (line.value().equals(ANY) || line.value().equals(value));
            if (fits) {
                return line.kind();
            }
        }
        boolean bridge = tags.containsKey("bridge") || tags.containsKey("highway");
        return tags.containsKey("bridge:name") || (bridge && name.endsWith(" Bridge"))
                ? "bridge"
                : null;
    }
}
