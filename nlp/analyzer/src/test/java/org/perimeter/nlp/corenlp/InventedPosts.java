// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.corenlp;

import org.perimeter.nlp.resource.LineResource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Invented posts with names of all kinds in all kinds of dress, the same on every run. */
final class InventedPosts {

    private static final List<String> FRAMES =
            List.of(
                    "%s and %s were seen near %s this morning",
                    "Fire at the %s in %s, avoid %s",
                    "so %s really left %s for %s lol",
                    "RT @someone: %s says %s is closed #%s",
                    "Heading to %s with %s!! https://example.invalid/x",
                    "%s, %s: police report an accident on %s",
                    "I can't believe %s's show at %s got cancelled 😭 %s",
                    "BREAKING: %s confirms flooding in %s and %s",
                    "happy birthday %s love from %s & %s",
                    "“%s” by %s, playing in %s tonight",
                    "%s %s %s",
                    "Mr. %s of %s (%s) isn't commenting");

    private static final List<String> NAMES =
            List.of(
                    "Ana Duarte",
                    "Tom",
                    "Dr. Lena Okafor",
                    "O'Brien",
                    "Jean-Luc Moreau",
                    "San Marino",
                    "Los Angeles",
                    "St. Louis",
                    "Springfield, IL",
                    "U.S.",
                    "New York City",
                    "Lake Victoria",
                    "Main St",
                    "Highway 101",
                    "the Bay Bridge",
                    "Red Cross",
                    "AT&T",
                    "Toyota",
                    "University of Norvale",
                    "BBC News",
                    "Norvale Police Department",
                    "FC Norvale",
                    "La La Land",
                    "London",
                    "Paris",
                    "Kim",
                    "Lee",
                    "Jordan",
                    "Georgia",
                    "Washington",
                    "Virginia",
                    "May",
                    "june",
                    "Ünal Öztürk",
                    "José",
                    "東京",
                    "McDonald's",
                    "iPhone",
                    "COVID-19",
                    "4th of July",
                    "Norvale-East",
                    "NASA",
                    "the",
                    "home",
                    "3.5%",
                    "$20",
                    "me",
                    "everyone");

    private InventedPosts() {}

    static List<String> many(int count) {
        Random random = new Random(20_260_101);
        List<String> bundled = LineResource.read("/org/perimeter/nlp/bench/posts.txt");
        List<String> posts = new ArrayList<>(bundled);
        while (posts.size() < count) {
            String frame = FRAMES.get(random.nextInt(FRAMES.size()));
            String post =
                    String.format(Locale.ROOT, frame, name(random), name(random), name(random));
            posts.add(dressed(post, random));
        }
        return posts;
    }

    private static String name(Random random) {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private static String dressed(String post, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> post.toLowerCase(Locale.ROOT);
            case 1 -> post.toUpperCase(Locale.ROOT);
            case 2 -> post + "\n" + name(random) + " " + name(random);
            default -> post;
        };
    }
}
