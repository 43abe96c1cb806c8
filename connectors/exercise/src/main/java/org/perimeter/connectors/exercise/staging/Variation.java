// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.staging;

import org.perimeter.connectors.exercise.city.TownPlaces;
import org.perimeter.connectors.exercise.scenario.ScenarioLine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Varies a pack by a seed. Nobody overtakes anybody: every act stays between the middles of the
 * gaps to its neighbours, and moves by at most twenty seconds. Slots in texts are always filled.
 */
final class Variation {

    private static final long LONGEST_MILLIS = 20_000;
    private static final Pattern SLOT = Pattern.compile("\\{([a-z0-9_-]+)\\}");

    private final Staging staging;
    private final TownPlaces places;
    private final Map<String, List<String>> slots;

    Variation(Staging staging, TownPlaces places, Map<String, List<String>> slots) {
        this.staging = staging;
        this.places = places;
        this.slots = slots;
    }

    /** The pack as this staging has it, in order of time. */
    List<ScenarioLine> of(List<ScenarioLine> pack) {
        if (pack.isEmpty()) {
            return pack;
        }
        Random random = new Random(staging.seed() * 31 + pack.get(0).pack().hashCode());
        Grammar grammar = new Grammar(slots, random);
        List<ScenarioLine> sorted = new ArrayList<>(pack);
        sorted.sort(Comparator.comparing(ScenarioLine::at));
        List<ScenarioLine> varied = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            ScenarioLine line = sorted.get(i);
            Duration at = staging.varied() ? moved(sorted, i, random) : line.at();
            String author = staging.varied() ? line.author() + "/" + staging.seed() : line.author();
            varied.add(line.with(at, author, filled(line, grammar, random)));
        }
        return varied;
    }

    private static Duration moved(List<ScenarioLine> lines, int index, Random random) {
        long at = lines.get(index).at().toMillis();
        long before = index == 0 ? 0 : lines.get(index - 1).at().toMillis();
        long after =
                index + 1 == lines.size()
                        ? at + LONGEST_MILLIS
                        : lines.get(index + 1).at().toMillis();
        double back = Math.min(LONGEST_MILLIS, (at - before) / 2.0);
        double on = Math.min(LONGEST_MILLIS, (after - at) / 2.0);
        return Duration.ofMillis(Math.round(at - back + random.nextDouble() * (back + on)));
    }

    private String filled(ScenarioLine line, Grammar grammar, Random random) {
        Matcher matcher = SLOT.matcher(line.text());
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            String value =
                    name.equals(TownSlots.PLACE)
                            ? NamedPlaceWords.of(places, line.claim().place(), random)
                            : grammar.expand(matcher.group());
            matcher.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(text).toString();
    }
}
