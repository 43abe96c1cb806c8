// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.bench;

import org.perimeter.connectors.exercise.city.Town;
import org.perimeter.connectors.exercise.scenario.ActivityWriter;
import org.perimeter.connectors.exercise.scenario.Exercise;
import org.perimeter.connectors.exercise.scenario.Operation;
import org.perimeter.connectors.exercise.scenario.ScenarioLine;
import org.perimeter.connectors.exercise.scenario.Script;
import org.perimeter.connectors.exercise.scenario.Timeline;
import org.perimeter.connectors.exercise.staging.ExerciseStage;
import org.perimeter.connectors.exercise.staging.Staging;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What a network says while incidents are open, as the lines of a file that the real connector
 * reads: ordinary posts, of which 3 % carry a position, 2 % posts about the incidents, and 5 %
 * deletes and edits of what was said before. The same call gives the same stream.
 */
final class HonestMix {

    private static final int ABOUT_PERCENT = 2;
    private static final int DELETED_PERCENT = 3;
    private static final int EDITED_PERCENT = 2;

    /** Most of what is taken back was said a moment ago. */
    private static final int LATELY = 2_000;

    private final Random random = new Random(20_261_201);
    private final Town town;
    private final Script script;
    private final List<ScenarioLine> lately = new ArrayList<>();
    private Iterator<ScenarioLine> ordinary = List.<ScenarioLine>of().iterator();
    private Iterator<ScenarioLine> about = List.<ScenarioLine>of().iterator();
    private int ordinarySeed;
    private int aboutSeed;

    HonestMix(Town town, Script script) {
        this.town = town;
        this.script = script;
    }

    /** Writes so many lines, witnessed one after the other until the given time. */
    void write(int count, Instant until, Path file) throws IOException {
        Exercise acts = new Exercise(Exercise.LENGTH, lines(count), script.incidents());
        new ActivityWriter(town.places()).write(acts, new Timeline(until, Duration.ZERO, 1), file);
    }

    /** So many acts, a millisecond apart, the last one at 0. */
    List<ScenarioLine> lines(int count) {
        List<ScenarioLine> lines = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            ScenarioLine line = next();
            lines.add(at(line, Duration.ofMillis(number + 1L - count)));
        }
        return List.copyOf(lines);
    }

    private ScenarioLine next() {
        int draw = random.nextInt(100);
        if (draw < DELETED_PERCENT && !lately.isEmpty()) {
            return changed(lately.remove(random.nextInt(lately.size())), Operation.DELETE, "");
        }
        if (draw < DELETED_PERCENT + EDITED_PERCENT && !lately.isEmpty()) {
            ScenarioLine said = lately.get(random.nextInt(lately.size()));
            return changed(said, Operation.UPDATE, said.text() + " (edit: typo)");
        }
        boolean incident = random.nextInt(100) < ABOUT_PERCENT;
        ScenarioLine line = incident ? nextAbout() : nextOrdinary();
        if (lately.size() >= LATELY) {
            lately.set(random.nextInt(LATELY), line);
        } else {
            lately.add(line);
        }
        return line;
    }

    private ScenarioLine nextOrdinary() {
        if (!ordinary.hasNext()) {
            Staging staging = Staging.asWritten(ordinarySeed++);
            ordinary = staged(staging, true).iterator();
        }
        return keyed(ordinary.next(), ordinarySeed);
    }

    private ScenarioLine nextAbout() {
        if (!about.hasNext()) {
            about = staged(new Staging(aboutSeed++, true, 0, 0), false).iterator();
        }
        return keyed(about.next(), aboutSeed);
    }

    private List<ScenarioLine> staged(Staging staging, boolean ordinaryOnes) {
        Set<String> incidents = new HashSet<>();
        script.incidents().forEach(incident -> incidents.add(incident.id()));
        return new ExerciseStage(town, script)
                .play(staging).lines().stream()
                        .filter(line -> line.operation() == Operation.CREATE)
                        .filter(line -> !line.extras().restricted())
                        .filter(
                                line ->
                                        ordinaryOnes
                                                ? line.pack().equals(ScenarioLine.ORDINARY)
                                                : incidents.contains(line.pack()))
                        .toList();
    }

    /** Every staging names its posts alike; here each is another post. */
    private static ScenarioLine keyed(ScenarioLine line, int seed) {
        return as(line, line.at(), line.operation(), line.post() + "/" + seed, line.text());
    }

    private static ScenarioLine changed(ScenarioLine line, Operation operation, String text) {
        return as(line, line.at(), operation, line.post(), text);
    }

    private static ScenarioLine at(ScenarioLine line, Duration at) {
        return as(line, at, line.operation(), line.post(), line.text());
    }

    private static ScenarioLine as(
            ScenarioLine line, Duration at, Operation operation, String post, String text) {
        return new ScenarioLine(
                at, line.pack(), line.author(), operation, post, text, line.claim(), line.extras());
    }
}
