// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.data;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.close.IncidentText;
import org.perimeter.nlp.resource.LineResource;
import org.perimeter.policy.model.incident.IncidentCategory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the folders of authors: {@code posts.tsv}; packs either with their incident in the first
 * line, or in the exercise's form with {@code incidents.tsv} and the names of its places beside
 * them. Which posts of packs deny something stands in {@code denials.txt}.
 */
public final class AuthorFiles {

    private static final String FOLDER = "/org/perimeter/nlp/training/reader/authors/";
    private static final String POSTS = "/posts.tsv";
    private static final String PACKS = "/packs/";
    private static final String ENDING = ".tsv";
    private static final String INCIDENTS = PACKS + "incidents.tsv";
    private static final List<String> BESIDE = List.of("incidents.tsv", "packs.tsv", "places.tsv");

    private final String folder;
    private final Set<String> denials;
    private final List<AuthoredExample> posts = new ArrayList<>();
    private final List<AuthoredPack> packs = new ArrayList<>();

    private AuthorFiles(String folder) {
        this.folder = folder;
        this.denials = Set.copyOf(LineResource.read(folder + "denials.txt"));
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
            plain(author, name.substring(0, name.length() - ENDING.length()));
        }
    }

    private void plain(String author, String name) {
        String first = lines(author + PACKS + name + ENDING).get(0);
        if (first.startsWith("# offset")) {
            return;
        }
        String[] column = first.substring(1).split("\\|", -1);
        IncidentText incident =
                new IncidentText(
                        column[0].strip(),
                        IncidentCategory.valueOf(column[1].strip()),
                        column[2].strip());
        add(author, name, incident, PackExample::parse);
    }

    private void exercise(String author) {
        Map<String, String> places = new HashMap<>();
        for (String line : content(lines(author + PACKS + "places.tsv"))) {
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
            add(author, column[0], incident, PackExample::parseExercise);
        }
    }

    /** How a line of a pack is read; null for a line without a post. */
    @FunctionalInterface
    private interface Form {
        @Nullable PackExample parse(String line, boolean denies);
    }

    private void add(String author, String name, IncidentText incident, Form form) {
        List<String> lines = lines(author + PACKS + name + ENDING);
        List<PackExample> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            boolean denies = denials.contains(author + "/" + name + ":" + (i + 1));
            PackExample post = form.parse(lines.get(i), denies);
            if (post != null) {
                rows.add(post);
            }
        }
        packs.add(new AuthoredPack(author, name, incident, rows));
    }

    private static List<String> content(List<String> lines) {
        return lines.stream().filter(line -> !line.startsWith("# ")).toList();
    }

    /** Empty columns at the end of a line are content, so that no line is trimmed. */
    private List<String> lines(String file) {
        return LineResource.text(folder + file).lines().filter(line -> !line.isBlank()).toList();
    }
}
