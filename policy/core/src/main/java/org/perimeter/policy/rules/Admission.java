// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import org.perimeter.policy.alerting.WordSketch;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.key.Identity;
import org.perimeter.policy.key.IncidentKey;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.decision.RetentionClass;
import org.perimeter.policy.model.post.IdentityRecord;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.post.StoredPost;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.Match;
import org.perimeter.policy.redaction.Redaction;
import org.perimeter.policy.redaction.Redactor;
import org.perimeter.policy.redaction.StoredTimes;

import java.util.List;
import java.util.stream.Stream;

/**
 * Turns an admitted post into the only form that may rest: author and ids become pseudonyms under
 * the incident's key, identifiers in its texts are replaced, its times are rounded, and its last
 * day is fixed.
 */
public final class Admission {

    private Admission() {}

    /**
     * Assembles what is stored.
     *
     * @param input what the gate decided about
     * @param decision the gate's decision about it
     * @param key the incident's key
     * @param version of the post event
     * @throws IllegalArgumentException when the decision is neither ADMIT nor REDACT
     */
    @Control({"COL-07", "IDN-01", "IDN-02", "RET-01"})
    public static Admitted of(
            AdmissionInput input, PolicyDecision decision, IncidentKey key, long version) {
        if (decision.outcome() != Outcome.ADMIT && decision.outcome() != Outcome.REDACT) {
            throw new IllegalArgumentException("not admitted: " + decision.outcome());
        }
        Post post = input.post();
        String id = key.documentId(post.network(), post.id());
        RetentionSchedule schedule = RetentionSchedule.of(input.rulebook());
        RetentionClass retentionClass = schedule.classify(input.incident());
        String day = schedule.deleteByDay(retentionClass, input.now()).toString();
        StoredTimes times = StoredTimes.of(input.rulebook());
        Redactor redactor = Redactor.of(input.rulebook());
        Redaction redaction = redactor.redact(post.text());
        Analysis analysis = redaction.rebase(input.analysis());
        Match match = redaction.rebase(input.match());
        List<String> media =
                post.mediaDescriptions().stream()
                        .map(text -> redactor.redact(text).text())
                        .toList();
        StoredPost stored =
                new StoredPost(
                        id,
                        input.incident().id(),
                        post.network(),
                        post.source(),
                        key.author(post.network(), post.authorId()),
                        redaction.text(),
                        media,
                        times.round(post.createdAt()),
                        times.round(post.witnessedAt()),
                        times.round(input.now()),
                        analysis,
                        match,
                        decision,
                        retentionClass,
                        day,
                        WordSketch.of(
                                redaction.text(),
                                media,
                                analysis.places(),
                                links(post, redactor, key)),
                        version);
        String sealed =
                new Identity(post.network(), post.id(), post.authorId(), post.permalink())
                        .seal(key, id);
        IdentityRecord identity =
                new IdentityRecord(id, input.incident().id(), sealed, retentionClass, day, version);
        return new Admitted(stored, identity);
    }

    private static List<String> links(Post post, Redactor redactor, IncidentKey key) {
        return Stream.concat(Stream.of(post.text()), post.mediaDescriptions().stream())
                .flatMap(text -> redactor.links(text).stream())
                .distinct()
                .map(key::link)
                .toList();
    }
}
