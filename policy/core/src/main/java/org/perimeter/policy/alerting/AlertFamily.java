// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.alerting;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Posts that count as one voice: of one author, copies of one text, or pointing to one link.
 *
 * @param members oldest witness first, at most {@link #MOST_MEMBERS}; what goes beyond says nothing
 *     new
 */
public record AlertFamily(List<AlertEvidence> members) {

    /** The oldest of a family are kept; two hundred copies are no more than these. */
    static final int MOST_MEMBERS = 8;

    static final Comparator<AlertEvidence> OLDEST_FIRST =
            Comparator.comparing(AlertEvidence::witnessedAt)
                    .thenComparing(AlertEvidence::documentId);

    /**
     * @throws IllegalArgumentException when it has no member
     */
    public AlertFamily {
        if (members.isEmpty()) {
            throw new IllegalArgumentException("a family has a member");
        }
        members = members.stream().sorted(OLDEST_FIRST).limit(MOST_MEMBERS).toList();
    }

    /** The weight of its surest member. */
    public double weight() {
        return members.stream().mapToDouble(AlertEvidence::weight).max().orElse(0);
    }

    /** When its first member was witnessed. */
    public Instant firstAt() {
        return members.get(0).witnessedAt();
    }

    /** When its last member was witnessed. */
    Instant lastAt() {
        return members.get(members.size() - 1).witnessedAt();
    }

    /** Its surest member; of equals the oldest. */
    AlertEvidence surest() {
        AlertEvidence surest = members.get(0);
        for (AlertEvidence member : members) {
            surest = member.weight() > surest.weight() ? member : surest;
        }
        return surest;
    }

    boolean holds(String documentId) {
        return members.stream().anyMatch(member -> member.documentId().equals(documentId));
    }

    /** Whether a post is another saying of the same voice. */
    boolean isJoinedBy(AlertEvidence post) {
        return members.stream()
                .anyMatch(
                        member ->
                                member.author().equals(post.author())
                                        || WordSketch.isNear(member.voice(), post.voice()));
    }

    /** Whether one of its authors speaks in the other family, and not before this one. */
    boolean isTakenBackBy(AlertFamily other) {
        return other.members.stream()
                .anyMatch(
                        later ->
                                members.stream()
                                        .anyMatch(
                                                said ->
                                                        said.author().equals(later.author())
                                                                && !later.witnessedAt()
                                                                        .isBefore(
                                                                                said
                                                                                        .witnessedAt())));
    }
}
