// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.data;

import org.perimeter.nlp.close.IncidentText;
import org.perimeter.nlp.resource.LineResource;
import org.perimeter.policy.model.incident.IncidentCategory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads the folders of authors: {@code posts.tsv}; packs either with their incident in the first
 * line, or in the exercise's form with {@code incidents.tsv} and the names of its places beside
 * them.
 */
public final class AuthorFiles {

    private static final String FOLDER = "/org/perimeter/nlp/training/reader/authors/";
    private static final String POSTS = "/posts.tsv";
    private static final String INCIDENTS = "/packs/incidents.tsv";
    private static final List<String> BESIDE = List.of("incidents.tsv", "packs.tsv", "places.tsv");

    private final String folder;
    private final List<AuthoredExample> posts = new ArrayList<>();
    private final List<AuthoredPack> packs = new ArrayList<>();

    private AuthorFiles(String folder) {
        this.folder = folder;
    }

    /** All authors of the class path, in the order of their names. */
    public static Authors read() {
        return read(FOLDER);
    }

    static Authors read(String folder) {
        AuthorFiles reader = new AuthorFiles(folder);
        LineResource.read(folder + "index.txt").forEach(reader::take);
        return new Authors(reader.posts, reader.packs);
    }

    private void take(String file) {
        String author = file.substring(0, file.indexOf('/'));
        String name = file.substring(file.lastIndexOf('/') + 1);
        if (file.endsWith(INCIDENTS)) {
            exercise(author);
        } else if (file.endsWith(POSTS)) {
            lines(file).stream()
                    .skip(1)
                    .forEach(line -> posts.add(AuthoredExample.parse(author, line)));
        } else if (!BESIDE.contains(name)) {
            List<String> lines = lines(file);
            String[] first = lines.get(0).substring(1).split("\\|", -1);
            if (lines.get(0).startsWith("# offset")) {
                return;
            }
            IncidentText incident =
                    new IncidentText(
                            first[0].strip(),
                            IncidentCategory.valueOf(first[1].strip()),
                            first[2].strip());
            List<PackExample> rows = content(lines).stream().map(PackExample::parse).toList();
            packs.add(new AuthoredPack(author, name, incident, rows));
        }
    }

    private void exercise(String author) {
        Map<String, String> places = new HashMap<>();
        for (String line : content(lines(author + "/packs/places.tsv"))) {
            String[] column = line.split("\t", -1);
            places.put(column[0], column[1]);
        }
        for (String line : content(lines(author + INCIDENTS))) {
            String[] column = line.split("\t", -1);
            IncidentText incident =
                    new IncidentText(
                            column[1],
                            IncidentCategory.valueOf(column[2]),
                            places.getOrDefault(column[4], column[4]));
            List<PackExample> rows =
                    content(lines(author + "/packs/" + column[0] + ".tsv")).stream()
                            .map(PackExample::parseExercise)
                            .filter(Objects::nonNull)
                            .toList();
            packs.add(new AuthoredPack(author, column[0] + ".tsv", incident, rows));
        }
    }

    private static List<String> content(List<String> lines) {
        return lines.stream().filter(line -> !line.startsWith("# ")).toList();
    }

    /** Empty columns at the end of a line are content. */
    private List<String> lines(String file) {
        return LineResource.text(folder + file).lines().filter(line -> !line.isBlank()).toList();
    }
}
