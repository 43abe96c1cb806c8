// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store;

import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.decision.RetentionClass;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceBasis;
import org.perimeter.policy.model.place.PlaceEvidence;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.place.PlacePrecision;
import org.perimeter.policy.model.post.IdentityRecord;
import org.perimeter.policy.model.post.StoredPost;
import org.perimeter.policy.model.post.VoiceSketch;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.CloseReading;
import org.perimeter.policy.model.reading.EntityMention;
import org.perimeter.policy.model.reading.EntityType;
import org.perimeter.policy.model.reading.EvidenceSpan;
import org.perimeter.policy.model.reading.IncidentRelevance;
import org.perimeter.policy.model.reading.Match;
import org.perimeter.policy.model.reading.ThreatFinding;
import org.perimeter.policy.model.reading.ThreatKind;

import java.time.Instant;
import java.util.List;

/**
 * An invented admitted post, with everything that a store must keep; the {@code with} methods
 * change what a test is about.
 *
 * @param id document id
 * @param incidentId its incident
 * @param author pseudonym
 * @param text redacted text
 * @param witnessedAt when the network witnessed it
 * @param point centre of the matched place
 * @param kind of threat language
 * @param retentionClass its class
 * @param deleteByDay ISO date
 * @param version of the post
 */
public record SamplePost(
        String id,
        String incidentId,
        String author,
        String text,
        Instant witnessedAt,
        GeoPoint point,
        ThreatKind kind,
        RetentionClass retentionClass,
        String deleteByDay,
        long version) {

    /** Where sample posts are, unless a test moves them: open water, so no real place. */
    public static final GeoPoint PLACE = new GeoPoint(-45.8767, -125.3933);

    /** When sample posts are witnessed, unless a test says otherwise. */
    public static final Instant WITNESSED = Instant.parse("2026-11-24T10:15:30.123456789Z");

    /** A report from {@link #PLACE} in class R1. */
    public static SamplePost of(String incidentId, String id) {
        return new SamplePost(
                id,
                incidentId,
                "author-1",
                "Shots fired at the mall, everybody is running",
                WITNESSED,
                PLACE,
                ThreatKind.REPORT,
                RetentionClass.R1,
                "2026-12-01",
                1);
    }

    /** The same post by another author. */
    public SamplePost withAuthor(String other) {
        return new SamplePost(
                id,
                incidentId,
                other,
                text,
                witnessedAt,
                point,
                kind,
                retentionClass,
                deleteByDay,
                version);
    }

    /** The same post with another text. */
    public SamplePost withText(String other) {
        return new SamplePost(
                id,
                incidentId,
                author,
                other,
                witnessedAt,
                point,
                kind,
                retentionClass,
                deleteByDay,
                version);
    }

    /** The same post witnessed at another time. */
    public SamplePost withWitnessedAt(Instant other) {
        return new SamplePost(
                id,
                incidentId,
                author,
                text,
                other,
                point,
                kind,
                retentionClass,
                deleteByDay,
                version);
    }

    /** The same post matched at another place. */
    public SamplePost withPoint(GeoPoint other) {
        return new SamplePost(
                id,
                incidentId,
                author,
                text,
                witnessedAt,
                other,
                kind,
                retentionClass,
                deleteByDay,
                version);
    }

    /** The same post with another kind of threat language. */
    public SamplePost withKind(ThreatKind other) {
        return new SamplePost(
                id,
                incidentId,
                author,
                text,
                witnessedAt,
                point,
                other,
                retentionClass,
                deleteByDay,
                version);
    }

    /** The same post in another slice. */
    public SamplePost withSlice(RetentionClass otherClass, String otherDay) {
        return new SamplePost(
                id,
                incidentId,
                author,
                text,
                witnessedAt,
                point,
                kind,
                otherClass,
                otherDay,
                version);
    }

    /** The same post in another version. */
    public SamplePost withVersion(long other) {
        return new SamplePost(
                id,
                incidentId,
                author,
                text,
                witnessedAt,
                point,
                kind,
                retentionClass,
                deleteByDay,
                other);
    }

    /** As the admission gate hands it on. */
    public StoredPost stored() {
        PlaceMention place =
                new PlaceMention(
                        "the mall",
                        15,
                        23,
                        point,
                        120.5,
                        PlaceEvidence.TEXT,
                        PlaceBasis.STATED,
                        PlacePrecision.LANDMARK,
                        "landmarks:7",
                        0.9);
        return new StoredPost(
                id,
                incidentId,
                "exercise",
                "exercise-ndjson",
                author,
                text,
                List.of("a blurred photo of a doorway"),
                witnessedAt.minusSeconds(2),
                witnessedAt,
                witnessedAt.plusSeconds(1),
                new Analysis(
                        "en",
                        List.of(new EntityMention(EntityType.LOCATION, "the mall", 15, 23)),
                        List.of(place),
                        new IncidentRelevance(true, 0.93),
                        finding(),
                        new CloseReading(1.75, -3.5, 2.25, -4.0)),
                new Match(incidentId, place, 42.25, false),
                new PolicyDecision(Outcome.ADMIT, "COL-08", ReasonCode.ALLOWED, "00ff"),
                retentionClass,
                deleteByDay,
                new VoiceSketch("c2tldGNo", List.of("00ff00ff00ff00ff")),
                version);
    }

    private ThreatFinding finding() {
        return kind == ThreatKind.NONE
                ? ThreatFinding.none()
                : new ThreatFinding(
                        kind,
                        IncidentCategory.SHOOTING,
                        0.91,
                        0.875,
                        List.of(new EvidenceSpan(0, 11, "report.shots-fired")));
    }

    /** Its entry in the identity map. */
    public IdentityRecord identity() {
        return new IdentityRecord(id, incidentId, "c2VhbGVk", retentionClass, deleteByDay, version);
    }

    /** The write that stores it. */
    public PostWrite upsert() {
        return PostWrite.upsert(stored(), identity());
    }

    /** The write that erases it. */
    public PostWrite erase() {
        return PostWrite.erase(id, version);
    }
}
