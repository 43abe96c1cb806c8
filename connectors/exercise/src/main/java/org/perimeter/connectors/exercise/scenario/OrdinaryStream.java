// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.scenario;

import org.perimeter.connectors.exercise.city.City;
import org.perimeter.connectors.exercise.city.CityLandmark;
import org.perimeter.connectors.exercise.city.Table;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * The ordinary posts of a city: daily life, figurative violence, sport, games, lyrics, film, news
 * about other cities, places as figures of speech. None of them may be stored, not even those that
 * carry a position inside a fence. No two of them read the same. The same seed gives the same
 * stream.
 */
final class OrdinaryStream {

    private static final String PACK = "ordinary";

    /** Below 1, so that the first minutes are the quietest; 1 would be an even stream. */
    private static final double WAKING = 0.7;

    private static final int AUTHORS = 6_000;
    private static final int PLACED_PERCENT = 3;
    private static final int MOST_TRIES = 1_000;

    private final Random random;
    private final Grammar grammar;
    private final Register register;
    private final List<List<String>> templates;
    private final List<String> landmarks;
    private final Set<String> written = new HashSet<>();

    OrdinaryStream(City city, long seed) {
        this.random = new Random(seed);
        this.grammar = new Grammar(CitySlots.of(city), random);
        this.register = new Register(random);
        this.templates = Table.rows(OrdinaryStream.class, "ordinary.tsv");
        this.landmarks = city.landmarks().stream().map(CityLandmark::id).toList();
    }

    /** So many posts, spread over the given time, in order; the city wakes up slowly. */
    List<ScenarioLine> over(Duration length, int count) {
        List<ScenarioLine> lines = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            double share = Math.pow((number + random.nextDouble()) / count, WAKING);
            lines.add(line(Duration.ofMillis((long) (share * length.toMillis())), number));
        }
        return List.copyOf(lines);
    }

    private ScenarioLine line(Duration at, int number) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            List<String> template = templates.get(random.nextInt(templates.size()));
            String text = register.write(grammar.expand(template.get(1)));
            if (written.add(text.toLowerCase(Locale.ROOT))) {
                String language = template.get(0).equals("spanish") ? "es" : "en";
                return new ScenarioLine(
                        at,
                        PACK,
                        "o" + author(),
                        Operation.CREATE,
                        PACK + "-" + number,
                        text,
                        TrueClaim.ordinary(),
                        extras(language));
            }
        }
        throw new IllegalStateException("the templates are used up after " + number + " posts");
    }

    /** Half of the authors declare a language, as on the real networks; few tell where they are. */
    private Extras extras(String language) {
        String declared = random.nextBoolean() ? language : null;
        String place =
                random.nextInt(100) < PLACED_PERCENT
                        ? landmarks.get(random.nextInt(landmarks.size()))
                        : null;
        boolean exact = random.nextBoolean();
        return new Extras(exact ? place : null, exact ? null : place, null, declared, false);
    }

    /** A few authors write much, most write little. */
    private int author() {
        double draw = random.nextDouble();
        return (int) (draw * draw * AUTHORS);
    }
}
