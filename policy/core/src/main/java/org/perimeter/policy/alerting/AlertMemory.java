// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.alerting;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.reading.ThreatKind;

import java.util.ArrayList;
import java.util.List;

/**
 * What the posts of one incident say: its hypotheses, and the voices that deny. Every change gives
 * a new memory.
 *
 * @param hypotheses at most one for each kind and group of categories
 * @param denials voices that say it is not so, or over
 */
public record AlertMemory(List<AlertHypothesis> hypotheses, List<AlertFamily> denials) {

    /** Nothing yet. */
    public static final AlertMemory EMPTY = new AlertMemory(List.of(), List.of());

    public AlertMemory {
        hypotheses = List.copyOf(hypotheses);
        denials = List.copyOf(denials);
    }

    /** The same with what this post says, instead of an earlier state of it. */
    public AlertMemory with(AlertEvidence post) {
        AlertMemory before = without(post.documentId());
        IncidentCategory category = post.category();
        if (post.denies() || category == null) {
            return new AlertMemory(
                    before.hypotheses, Families.with(before.denials, post, List.of()));
        }
        CategoryGroup group = CategoryGroup.of(category);
        AlertHypothesis hypothesis = before.get(post.kind(), group);
        return before.with(
                hypothesis.withFamilies(
                        Families.with(hypothesis.families(), post, hypothesis.carrying())));
    }

    /** The same without this post. */
    public AlertMemory without(String documentId) {
        return new AlertMemory(
                hypotheses.stream()
                        .map(
                                each ->
                                        each.withFamilies(
                                                Families.without(each.families(), documentId)))
                        .toList(),
                Families.without(denials, documentId));
    }

    /** The same with an alert that the store remembers. */
    public AlertMemory with(Alert alert) {
        return with(get(alert.kind(), CategoryGroup.of(alert.category())).withAlert(alert));
    }

    /** The same with another state of one hypothesis. */
    public AlertMemory with(AlertHypothesis changed) {
        List<AlertHypothesis> all = new ArrayList<>(hypotheses);
        int at = 0;
        while (at < all.size() && !isOf(all.get(at), changed.kind(), changed.group())) {
            at++;
        }
        if (at < all.size()) {
            all.set(at, changed);
        } else {
            all.add(changed);
        }
        return new AlertMemory(all, denials);
    }

    /** Whether any alert still stands. */
    public boolean stands() {
        return hypotheses.stream()
                .map(AlertHypothesis::alert)
                .anyMatch(alert -> alert != null && alert.state().stands());
    }

    /** The alert with this id; null when there is none. */
    public @Nullable Alert find(String alertId) {
        for (AlertHypothesis hypothesis : hypotheses) {
            Alert alert = hypothesis.alert();
            if (alert != null && alert.id().equals(alertId)) {
                return alert;
            }
        }
        return null;
    }

    private AlertHypothesis get(ThreatKind kind, CategoryGroup group) {
        return hypotheses.stream()
                .filter(each -> isOf(each, kind, group))
                .findFirst()
                .orElseGet(() -> new AlertHypothesis(kind, group, List.of(), null));
    }

    private static boolean isOf(AlertHypothesis each, ThreatKind kind, CategoryGroup group) {
        return each.kind() == kind && each.group() == group;
    }
}
