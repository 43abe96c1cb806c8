// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.bench;

import org.perimeter.nlp.resource.LineResource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A stream of invented posts, the same on every run: ordinary ones with one about an incident in
 * fifty. Every post is varied and many carry words never seen before, so that nothing is measured
 * on memories alone.
 */
final class InventedStream {

    private static final String ORDINARY = "/org/perimeter/nlp/bench/posts.txt";
    private static final String INCIDENTS = "/org/perimeter/nlp/bench/incident-posts.txt";
    private static final int INCIDENT_EVERY = 50;
    private static final long SEED = 20_260_104;

    private final Random random = new Random(SEED);

    private InventedStream() {}

    /** The first posts of the stream. */
    static List<String> posts(int count) {
        return new InventedStream().make(count);
    }

    private List<String> make(int count) {
        List<String> ordinary = LineResource.read(ORDINARY);
        List<String> incidents = LineResource.read(INCIDENTS);
        List<String> posts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            boolean incident = i % INCIDENT_EVERY == 0;
            posts.add(varied(any(incident ? incidents : ordinary), ordinary));
        }
        return posts;
    }

    private String varied(String post, List<String> pool) {
        return switch (random.nextInt(8)) {
            case 0 -> "@" + word() + " " + post;
            case 1 -> post + " #" + word();
            case 2 -> post + " https://example.invalid/" + word();
            case 3 -> post + " " + any(pool);
            case 4 -> post + " 😂😂";
            case 5 -> word() + " " + post;
            case 6 -> any(pool).split(" ", 2)[0] + " " + post;
            default -> post;
        };
    }

    /** A word that nobody knows. */
    private String word() {
        StringBuilder word = new StringBuilder();
        int length = 4 + random.nextInt(8);
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private String any(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
