// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.exercise.scenario;

import org.perimeter.launcher.exercise.city.City;
import org.perimeter.launcher.exercise.city.Table;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The ordinary posts of a city: daily life, figurative violence, sport, games, lyrics, film, news
 * about other cities. None of them may be stored. The same seed gives the same stream.
 */
final class OrdinaryStream {

    private static final String PACK = "ordinary";

    private final Random random;
    private final Grammar grammar;
    private final Register register;
    private final List<List<String>> templates;

    OrdinaryStream(City city, long seed) {
        this.random = new Random(seed);
        this.grammar = new Grammar(CitySlots.of(city), random);
        this.register = new Register(random);
        this.templates = Table.rows(OrdinaryStream.class, "ordinary.tsv");
    }

    /** So many posts, spread over the given time, in order. */
    List<ScenarioLine> over(Duration length, int count) {
        List<ScenarioLine> lines = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            Duration at =
                    Duration.ofMillis(
                            (long) ((number + random.nextDouble()) * length.toMillis() / count));
            lines.add(line(at, number));
        }
        return List.copyOf(lines);
    }

    private ScenarioLine line(Duration at, int number) {
        List<String> template = templates.get(random.nextInt(templates.size()));
        String text = register.write(grammar.expand(template.get(1)));
        String language = template.get(0).equals("spanish") ? "es" : "en";
        // Half of the authors declare a language, as on the real networks.
        boolean declared = random.nextBoolean();
        return new ScenarioLine(
                at,
                PACK,
                "o" + author(),
                Operation.CREATE,
                PACK + "-" + number,
                text,
                Claim.ordinary(),
                new Extras(null, null, null, declared ? language : null, false));
    }

    /** A few authors write much, most write little. */
    private int author() {
        double draw = random.nextDouble();
        return (int) (draw * draw * 1_800);
    }
}
