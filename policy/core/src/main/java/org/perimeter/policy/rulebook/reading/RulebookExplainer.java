// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook.reading;

import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rulebook.RulebookHead;
import org.perimeter.policy.rulebook.RulebookSchema;
import org.perimeter.policy.rulebook.entry.Rule;
import org.perimeter.policy.rulebook.entry.RuleBounds;
import org.perimeter.policy.rulebook.entry.SourceEntry;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a rulebook as plain text that a board can read without knowing YAML. */
public final class RulebookExplainer {

    /** After so many days somebody must read a platform's terms again. */
    private static final long TERMS_DAYS = 90;

    private final RulebookSchema schema = RulebookSchema.shipped();
    private final Rulebook rulebook;
    private final LocalDate today;
    private final StringBuilder text = new StringBuilder();

    private RulebookExplainer(Rulebook rulebook, LocalDate today) {
        this.rulebook = rulebook;
        this.today = today;
    }

    /**
     * Explains a rulebook.
     *
     * @param today the day (UTC) as of which it is judged
     */
    public static String explain(Rulebook rulebook, LocalDate today) {
        RulebookExplainer explainer = new RulebookExplainer(rulebook, today);
        explainer.head();
        rulebook.rules().forEach(explainer::rule);
        explainer.categories();
        explainer.regions();
        explainer.line("").line("Sources").line("");
        rulebook.sources().forEach(explainer::source);
        return explainer.text.toString();
    }

    private void head() {
        RulebookHead head = rulebook.head();
        line("Rulebook of " + head.agency() + ", version " + head.version());
        line("Holds from " + head.effective() + " to " + rulebook.sunset() + " (UTC days).");
        long left = ChronoUnit.DAYS.between(today, rulebook.sunset());
        if (today.isBefore(head.effective())) {
            line("It has not come into effect yet.");
        } else if (left < 0) {
            line("IT HAS LAPSED: nothing is collected under it.");
        } else {
            line("It ends in " + left + " days; then nothing is collected any more.");
        }
        line("Hash " + rulebook.hash());
        line("").line("Rules").line("");
    }

    private void rule(Rule rule) {
        line(rule.id() + "  " + rule.text());
        line("    Set to: " + PlainNumber.format(rule.value()) + " " + rule.unit() + bounds(rule));
        line("    Why: " + rule.why());
        line("    Basis: " + String.join("; ", rule.ref()));
        line("    Answers for it: " + rule.owner() + "; ends " + rule.sunset());
        line("");
    }

    private String bounds(Rule rule) {
        Optional<RuleBounds> bounds = schema.bounds(rule.id());
        String range =
                bounds.map(
                                b ->
                                        " (can be set from "
                                                + PlainNumber.format(b.min())
                                                + " to "
                                                + PlainNumber.format(b.max())
                                                + "; ")
                        .orElse(" (");
        return range
                + switch (rule.loosening()) {
                    case UP -> "a higher number lets more through)";
                    case DOWN -> "a lower number lets more through)";
                    case NONE -> "the number does not change what gets through)";
                };
    }

    private void categories() {
        line("Incidents can be about");
        line("");
        line(
                "    "
                        + rulebook.categories().stream()
                                .map(category -> category.name().replace('_', ' '))
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ")));
    }

    private void regions() {
        line("");
        line("Phone numbers and licence plates are replaced in the forms of");
        line("");
        line("    " + String.join(", ", rulebook.regions()));
    }

    private void source(SourceEntry source) {
        line(source.status() + "  " + source.id() + " (" + source.network() + ")");
        line("    Basis: " + source.legalBasis());
        line("    Deletions: " + source.deleteMechanism());
        long age = ChronoUnit.DAYS.between(source.termsReviewedAt(), today);
        String due = age > TERMS_DAYS ? " - READ THEM AGAIN, " + age + " days ago" : "";
        line("    Terms: " + source.termsUrl() + ", read " + source.termsReviewedAt() + due);
        line("    Answers for it: " + source.owner() + "; ends " + source.expires());
        line("");
    }

    private RulebookExplainer line(String line) {
        text.append(line).append('\n');
        return this;
    }
}
