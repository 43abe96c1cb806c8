// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader;

import org.perimeter.nlp.close.CloseHead;
import org.perimeter.nlp.close.HeadModel;
import org.perimeter.nlp.close.Heads;
import org.perimeter.nlp.training.reader.data.CorpusShare;
import org.perimeter.nlp.training.reader.fit.Curve;
import org.perimeter.nlp.training.reader.fit.HeadFit;
import org.perimeter.nlp.training.reader.fit.ReadExample;
import org.perimeter.policy.model.incident.IncidentCategory;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes down what was trained on, and the curves from which the thresholds were chosen. */
final class ModelCard {

    private static final double LOWEST = -3;
    private static final double STEP = 0.5;
    private static final int STEPS = 17;

    private final Heads heads;
    private final StringBuilder out = new StringBuilder();

    ModelCard(Heads heads) {
        this.heads = heads;
        line("# Close reading: what training wrote down");
        line("");
        line("Model `" + heads.model() + "`, " + heads.width() + " dimensions.");
    }

    /** Says that nothing was trained, only calibrated. */
    void calibratedOnly() {
        line("");
        line("Calibrated anew; what it was trained on stands in the card of its training.");
    }

    /** The posts of an epoch. */
    void data(Map<String, Integer> authored, List<CorpusShare> shares) {
        line("");
        line("| trained on | posts | at most an epoch |");
        line("|---|---|---|");
        new TreeMap<>(authored)
                .forEach((name, count) -> line("| " + name + " | " + count + " | all |"));
        shares.forEach(
                share ->
                        line(
                                "| %s | %d | %d |",
                                share.name(), share.posts().size(), share.perEpoch()));
    }

    /** A head's curve over some posts. */
    void curve(String over, CloseHead head, List<ReadExample> read) {
        Curve curve = new Curve(HeadFit.outcomes(read.stream(), head));
        line("");
        line(
                "## %s over %s: %d of the class, %d not",
                head.label(), over, curve.positives(), curve.negatives());
        line("");
        line("| from log odds | recall | precision | false alarms |");
        line("|---|---|---|---|");
        for (int i = 0; i < STEPS; i++) {
            double threshold = LOWEST + i * STEP;
            row(String.format(Locale.ROOT, "%.1f", threshold), curve, threshold);
        }
        HeadModel model = heads.questions().get(head);
        if (model != null) {
            double find = model.thresholds().find();
            double veto = model.thresholds().veto();
            row(String.format(Locale.ROOT, "**find %.2f**", find), curve, find);
            row(String.format(Locale.ROOT, "veto %.2f", veto), curve, veto);
        }
    }

    private void row(String name, Curve curve, double threshold) {
        line(
                "| %s | %.3f | %.3f | %.4f |",
                name,
                curve.recall(threshold),
                curve.precision(threshold),
                curve.falseAlarms(threshold));
    }

    /** How often the category is right where there is one. */
    void categories(List<ReadExample> read) {
        Map<IncidentCategory, List<ReadExample>> byCategory =
                read.stream()
                        .filter(r -> r.example().labels().category() != null)
                        .collect(Collectors.groupingBy(ModelCard::category));
        line("");
        line("## Categories over posts of the hand that training did not see");
        line("");
        line("| category | posts | right |");
        line("|---|---|---|");
        new TreeMap<>(byCategory)
                .forEach(
                        (category, posts) -> {
                            Predicate<ReadExample> right = r -> r.reading().category() == category;
                            double share =
                                    (double) posts.stream().filter(right).count() / posts.size();
                            line("| %s | %d | %.2f |", category, posts.size(), share);
                        });
    }

    private static IncidentCategory category(ReadExample read) {
        IncidentCategory category = read.example().labels().category();
        if (category == null) {
            throw new IllegalStateException("only posts with a category are counted");
        }
        return category;
    }

    /** Posts of which either head says that something is to be alarmed about. */
    void alarms(String over, List<ReadExample> read) {
        long found =
                read.stream()
                        .filter(r -> r.reading().threat().finds() || r.reading().report().finds())
                        .count();
        line("");
        line("Alarmed, %s: %d of %d (%.4f).", over, found, read.size(), share(found, read));
    }

    private static double share(long part, List<ReadExample> whole) {
        return whole.isEmpty() ? 0 : (double) part / whole.size();
    }

    @SuppressWarnings("AnnotateFormatMethod") // Most lines are no formats.
    private void line(String format, Object... values) {
        out.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append('\n');
    }

    /** All of it. */
    String text() {
        return out.toString();
    }
}
