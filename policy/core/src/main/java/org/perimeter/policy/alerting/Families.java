// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.alerting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Sorts posts into families as they come and go. Immutable lists in, immutable lists out. */
public final class Families {

    /** More voices than these make nothing surer. */
    static final int MOST = 128;

    private Families() {}

    /**
     * The families with this post: in one that it belongs to, of several joined, or of its own.
     *
     * @param carrying document ids on which an alert stands; they are never given up
     */
    static List<AlertFamily> with(
            List<AlertFamily> families, AlertEvidence post, Collection<String> carrying) {
        List<AlertFamily> apart = new ArrayList<>();
        List<AlertEvidence> joined = new ArrayList<>(List.of(post));
        for (AlertFamily family : families) {
            if (family.isJoinedBy(post)) {
                joined.addAll(family.members());
            } else {
                apart.add(family);
            }
        }
        boolean isNew = joined.size() == 1;
        if (isNew && apart.size() >= MOST) {
            return instead(apart, new AlertFamily(joined), carrying);
        }
        apart.add(new AlertFamily(joined));
        return List.copyOf(apart);
    }

    /** The families without this post; one that it held together falls apart. */
    static List<AlertFamily> without(List<AlertFamily> families, String documentId) {
        List<AlertFamily> left = new ArrayList<>();
        for (AlertFamily family : families) {
            if (!family.holds(documentId)) {
                left.add(family);
                continue;
            }
            List<AlertFamily> parts = List.of();
            for (AlertEvidence member : family.members()) {
                if (!member.documentId().equals(documentId)) {
                    parts = with(parts, member, List.of());
                }
            }
            left.addAll(parts);
        }
        return List.copyOf(left);
    }

    /** Full: a stronger voice takes the place of the weakest; a weaker one is not heard. */
    private static List<AlertFamily> instead(
            List<AlertFamily> full, AlertFamily newcomer, Collection<String> carrying) {
        List<AlertFamily> changed = new ArrayList<>(full);
        full.stream()
                .filter(family -> carrying.stream().noneMatch(family::holds))
                .min(Comparator.comparingDouble(AlertFamily::weight))
                .filter(weakest -> weakest.weight() < newcomer.weight())
                .ifPresent(
                        weakest -> {
                            changed.remove(weakest);
                            changed.add(newcomer);
                        });
        return List.copyOf(changed);
    }
}
