// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.score;

import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.alert.AlertState;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the alerts of exercises, one a line, for whoever tunes them. */
public final class AlertTable {

    private static final String HEAD =
            "exercise\tseed\tincident\texpected\tkind\tcategory\tstates\tright\tvoices\tdenials"
                    + "\tprobability\tsupporting\tposts\n";

    private final Writer out;

    /** Writes the head of the table. */
    public AlertTable(Writer out) throws IOException {
        this.out = out;
        out.write(HEAD);
    }

    /** Writes the alerts of one exercise. */
    public void add(String exercise, long seed, ExerciseScore score) throws IOException {
        for (IncidentScore incident : score.incidents()) {
            String expected =
                    incident.plan().alerts().stream()
                            .map(alert -> alert.kind() + " " + alert.category())
                            .collect(Collectors.joining(";"));
            for (JudgedAlert alert : score.alerts()) {
                if (alert.incident().equals(incident.plan().id())) {
                    out.write(
                            String.join(
                                    "\t", exercise, String.valueOf(seed), row(alert, expected)));
                }
            }
        }
    }

    private static String row(JudgedAlert alert, String expected) {
        Alert judged = alert.judged();
        return String.join(
                        "\t",
                        alert.incident(),
                        expected,
                        judged.kind().name(),
                        judged.category().name(),
                        states(alert.versions()),
                        alert.right() ? "right" : "wrong",
                        String.valueOf(judged.authors()),
                        String.valueOf(judged.denials()),
                        String.format(Locale.ROOT, "%.3f", judged.probability()),
                        alert.supporting() + " of " + judged.postIds().size(),
                        String.join(" ", alert.posts()))
                + "\n";
    }

    /** Each state that it took, with the minutes since the alert began. */
    private static String states(List<Alert> versions) {
        List<String> states = new ArrayList<>();
        AlertState last = null;
        for (Alert version : versions) {
            if (version.state() != last) {
                last = version.state();
                Duration since = Duration.between(versions.get(0).updatedAt(), version.updatedAt());
                states.add(last + "@" + since.toMinutes());
            }
        }
        return String.join(" ", states);
    }
}
