// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.staging;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.exercise.city.City;
import org.perimeter.connectors.exercise.city.CityLandmark;
import org.perimeter.connectors.exercise.scenario.Extras;
import org.perimeter.connectors.exercise.scenario.Operation;
import org.perimeter.connectors.exercise.scenario.OrdinaryTemplate;
import org.perimeter.connectors.exercise.scenario.ScenarioLine;
import org.perimeter.connectors.exercise.scenario.TrueClaim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The ordinary posts of a city: daily life, figurative violence, sport, games, lyrics, film, news
 * about other cities, places as figures of speech. None of them may be stored, not even those that
 * carry a position inside a fence. No two of them read the same. The same seed gives the same
 * stream.
 */
final class OrdinaryStream {

    /** Below 1, so that the first minutes are the quietest; 1 would be an even stream. */
    private static final double WAKING = 0.7;

    private static final int AUTHORS = 6_000;
    private static final int PLACED_PERCENT = 3;
    private static final int MOST_TRIES = 1_000;

    private final Random random;
    private final Grammar grammar;
    private final Register register;
    private final List<OrdinaryTemplate> templates;
    private final List<String> landmarks;
    private final List<String> inside;
    private final int insidePercent;
    private final Set<String> written = new HashSet<>();

    /**
     * @param slots all slots that the city fills
     * @param all templates, of which those count whose slots the city fills
     * @param inside keys of places inside fences, for the share of posts that lie there
     */
    OrdinaryStream(
            City city,
            Map<String, List<String>> slots,
            List<OrdinaryTemplate> all,
            Staging staging,
            List<String> inside) {
        this.random = new Random(staging.seed());
        this.grammar = new Grammar(slots, random);
        this.register = new Register(random, city.name());
        this.templates =
                all.stream().filter(template -> TownSlots.fit(template.text(), slots)).toList();
        this.landmarks = city.landmarks().stream().map(CityLandmark::id).toList();
        this.inside = List.copyOf(inside);
        this.insidePercent = inside.isEmpty() ? 0 : staging.insidePercent();
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
            OrdinaryTemplate template = templates.get(random.nextInt(templates.size()));
            String text = register.write(grammar.expand(template.text()));
            if (written.add(text.toLowerCase(Locale.ROOT))) {
                String language = template.topic().equals("spanish") ? "es" : "en";
                return new ScenarioLine(
                        at,
                        ScenarioLine.ORDINARY,
                        "o" + author(),
                        Operation.CREATE,
                        ScenarioLine.ORDINARY + "-" + number,
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
        String place = place();
        boolean exact = random.nextBoolean();
        return new Extras(exact ? place : null, exact ? null : place, null, declared, false);
    }

    private @Nullable String place() {
        if (insidePercent > 0 && random.nextInt(100) < insidePercent) {
            return inside.get(random.nextInt(inside.size()));
        }
        return random.nextInt(100) < PLACED_PERCENT && !landmarks.isEmpty()
                ? landmarks.get(random.nextInt(landmarks.size()))
                : null;
    }

    /** A few authors write much, most write little. */
    private int author() {
        double draw = random.nextDouble();
        return (int) (draw * draw * AUTHORS);
    }
}
