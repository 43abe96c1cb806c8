// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook.reading;

import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rulebook.entry.Loosening;
import org.perimeter.policy.rulebook.entry.Rule;
import org.perimeter.policy.rulebook.entry.SourceEntry;
import org.perimeter.policy.rulebook.entry.SourceStatus;
import org.perimeter.policy.rulebook.reading.RulebookChange.Effect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Lists what a new rulebook changes, and which changes loosen it. */
public final class RulebookDiff {

    private final Rulebook before;
    private final Rulebook after;
    private final List<RulebookChange> changes = new ArrayList<>();

    private RulebookDiff(Rulebook before, Rulebook after) {
        this.before = before;
        this.after = after;
    }

    /** The differences, rules first, then regions, categories and sources. */
    @Control("GOV-02")
    public static List<RulebookChange> between(Rulebook before, Rulebook after) {
        RulebookDiff diff = new RulebookDiff(before, after);
        diff.rules();
        diff.regions();
        diff.categories();
        diff.sources();
        return List.copyOf(diff.changes);
    }

    private void rules() {
        for (Rule rule : after.rules()) {
            Rule old = before.find(rule.id()).orElse(null);
            if (old == null) {
                int order = Double.compare(rule.value(), before.value(rule.id()));
                add(rule.id(), "", number(rule), effect(order, rule.loosening()));
                continue;
            }
            int order = Double.compare(rule.value(), old.value());
            if (order != 0) {
                add(rule.id(), number(old), number(rule), effect(order, rule.loosening()));
            }
            if (!rule.sunset().equals(old.sunset())) {
                boolean later = rule.sunset().isAfter(old.sunset());
                String what = rule.id() + " sunset";
                add(what, old.sunset(), rule.sunset(), later ? Effect.LOOSENS : Effect.TIGHTENS);
            }
            if (!rule.text().equals(old.text())) {
                add(rule.id() + " text", old.text(), rule.text(), Effect.NEUTRAL);
            }
        }
        before.rules().stream()
                .filter(rule -> after.find(rule.id()).isEmpty())
                .forEach(this::leftOut);
    }

    /** Where a rule is left out another one holds instead, or none. */
    private void leftOut(Rule rule) {
        int order = Double.compare(after.value(rule.id()), rule.value());
        add(rule.id(), number(rule), "", effect(order, rule.loosening()));
    }

    /** Where a region goes, its phone numbers and plates are not known any more. */
    private void regions() {
        Set<String> all = new LinkedHashSet<>(before.regions());
        all.addAll(after.regions());
        for (String region : all) {
            boolean was = before.regions().contains(region);
            boolean is = after.regions().contains(region);
            if (was != is) {
                String what = "region " + region;
                add(what, listed(was), listed(is), is ? Effect.TIGHTENS : Effect.LOOSENS);
            }
        }
    }

    private void categories() {
        for (IncidentCategory category : IncidentCategory.values()) {
            boolean was = before.categories().contains(category);
            boolean is = after.categories().contains(category);
            if (was != is) {
                String what = "category " + category;
                add(what, listed(was), listed(is), is ? Effect.LOOSENS : Effect.TIGHTENS);
            }
        }
    }

    private void sources() {
        Set<String> ids = new LinkedHashSet<>();
        before.sources().forEach(source -> ids.add(source.id()));
        after.sources().forEach(source -> ids.add(source.id()));
        for (String id : ids) {
            String was = before.source(id).map(RulebookDiff::summary).orElse("");
            String is = after.source(id).map(RulebookDiff::summary).orElse("");
            if (!was.equals(is)) {
                boolean could = isAllowed(before, id);
                boolean can = isAllowed(after, id);
                Effect effect =
                        could == can ? Effect.NEUTRAL : can ? Effect.LOOSENS : Effect.TIGHTENS;
                add("source " + id, was, is, effect);
            }
        }
    }

    private void add(String what, Object was, Object is, Effect effect) {
        changes.add(new RulebookChange(what, was.toString(), is.toString(), effect));
    }

    private static boolean isAllowed(Rulebook rulebook, String id) {
        return rulebook.source(id)
                .filter(source -> source.status() == SourceStatus.ALLOWED)
                .isPresent();
    }

    private static Effect effect(int order, Loosening loosening) {
        if (order == 0 || loosening == Loosening.NONE) {
            return Effect.NEUTRAL;
        }
        return (order > 0) == (loosening == Loosening.UP) ? Effect.LOOSENS : Effect.TIGHTENS;
    }

    private static String number(Rule rule) {
        return PlainNumber.format(rule.value()) + " " + rule.unit();
    }

    private static String listed(boolean listed) {
        return listed ? "listed" : "";
    }

    private static String summary(SourceEntry source) {
        return source.status()
                + " on "
                + source.network()
                + " until "
                + source.expires()
                + ", terms of "
                + source.termsReviewedAt();
    }
}
