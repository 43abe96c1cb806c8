// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.pack;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.quality.corpus.CorpusFiles;
import org.perimeter.policy.model.place.PlaceEvidence;
import org.perimeter.policy.model.post.PostPlace;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads incident packs as people write them for the exercise: {@code incidents.tsv} (id, title,
 * category, priority, place, radius, ...) and one file per incident, rows of offset, author,
 * operation, label, text, place, kind, category, admissible and attached. The place is a key of the
 * town, or {@code -}.
 */
public final class PackCorpus {

    private static final String INCIDENTS = "incidents.tsv";
    private static final String NOWHERE = "-";
    private static final double GPS_METERS = 30;
    private static final double TAG_METERS = 150;

    private static final int TEXT = 4;
    private static final int PLACE = 5;
    private static final int ATTACHED = 9;

    private final PackTown town;
    private final List<PackPost> posts = new ArrayList<>();

    private PackCorpus(PackTown town) {
        this.town = town;
    }

    /**
     * The posts of a folder of packs.
     *
     * @return empty when the town does not know the places of the incidents
     * @throws IOException when a file cannot be read or names a place that the town lacks
     */
    public static Optional<List<PackPost>> read(CorpusFiles files, PackTown town)
            throws IOException {
        PackCorpus corpus = new PackCorpus(town);
        for (Path list : files.named(INCIDENTS::equals).files()) {
            for (String[] incident : rows(list)) {
                Optional<PackPlace> place = town.find(incident[4]);
                if (place.isEmpty()) {
                    return Optional.empty();
                }
                Path pack = list.resolveSibling(incident[0] + ".tsv");
                corpus.pack(pack, place.get(), Double.parseDouble(incident[5]));
            }
        }
        return Optional.of(corpus.posts);
    }

    private void pack(Path file, PackPlace incident, double radius) throws IOException {
        for (String[] row : rows(file)) {
            if (!row[TEXT].isEmpty()) {
                posts.add(post(row, incident, radius));
            }
        }
    }

    private PackPost post(String[] row, PackPlace incident, double radius) throws IOException {
        List<String> languages = new ArrayList<>();
        @Nullable PostPlace attached = null;
        boolean same = false;
        for (String each : row[ATTACHED].split(";", -1)) {
            int equals = each.indexOf('=');
            String value = each.substring(equals + 1).strip();
            if (each.strip().startsWith("lang=")) {
                languages.add(value);
            } else if (equals > 0) {
                boolean gps = each.strip().startsWith("gps=");
                attached =
                        new PostPlace(
                                place(value).middle(),
                                gps ? GPS_METERS : TAG_METERS,
                                gps ? PlaceEvidence.GPS : PlaceEvidence.PLACE_TAG,
                                null);
                same |= value.equals(row[PLACE]);
            }
        }
        @Nullable PackPlace truth = row[PLACE].equals(NOWHERE) ? null : place(row[PLACE]);
        return new PackPost(row[TEXT], languages, attached, truth, same, incident.middle(), radius);
    }

    private PackPlace place(String key) throws IOException {
        return town.find(key).orElseThrow(() -> new IOException("the town has no place " + key));
    }

    private static List<String[]> rows(Path file) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(line.split("\t", -1));
                }
            }
        }
        return rows;
    }
}
