// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.bench;

import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.decision.RetentionClass;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceBasis;
import org.perimeter.policy.model.place.PlaceEvidence;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.place.PlacePrecision;
import org.perimeter.policy.model.post.IdentityRecord;
import org.perimeter.policy.model.post.StoredPost;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.EvidenceSpan;
import org.perimeter.policy.model.reading.IncidentRelevance;
import org.perimeter.policy.model.reading.Match;
import org.perimeter.policy.model.reading.ThreatFinding;
import org.perimeter.policy.model.reading.ThreatKind;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Incidents in open water and the posts that they justify, 10,000 each. The same number is the same
 * post on every machine, so that an index that was left half full can be filled up.
 */
final class BenchPosts {

    /** Posts of one incident: half of what rule COL-09 allows by default. */
    static final int PER_INCIDENT = 10_000;

    /** Witness time of the first post; the others follow within a day. */
    static final Instant FIRST = Instant.parse("2026-11-24T00:00:00Z");

    private static final double RADIUS_METERS = 1_500;
    private static final int IN_A_ROW = 50;
    private static final int DAYS = 3;
    private static final long MILLIS_BETWEEN = 8_000;
    private static final int AUTHORS = 2_000;
    private static final String HASH = "0".repeat(64);

    private BenchPosts() {}

    /** Id of the incident to which a post belongs. */
    static String incidentId(int incident) {
        return "bench:" + incident;
    }

    /** Middle of an incident's fence. */
    static GeoPoint center(int incident) {
        int row = incident / IN_A_ROW;
        int column = incident % IN_A_ROW;
        return new GeoPoint(-40 + row * 0.05, -140 + column * 0.05);
    }

    /** An incident that is live now. */
    static Incident incident(int number, Instant now) {
        return new Incident(
                incidentId(number),
                "bench",
                caseNumber(number),
                "Measurement " + number,
                IncidentCategory.SHOOTING,
                2,
                IncidentStatus.ACTIVE,
                Fence.circle(center(number), RADIUS_METERS),
                now.minus(Duration.ofHours(1)),
                now,
                now.plus(Duration.ofHours(5)),
                null,
                false,
                false,
                true,
                now.toEpochMilli());
    }

    /** Case number of an incident. */
    static String caseNumber(int incident) {
        return "EX-2026-" + String.format(Locale.ROOT, "%04d", incident);
    }

    /** The post with this number and its entry in the identity map. */
    static PostWrite write(int number) {
        StoredPost post = post(number);
        return PostWrite.upsert(
                post,
                new IdentityRecord(
                        post.id(),
                        post.incidentId(),
                        "c2VhbGVk",
                        post.retentionClass(),
                        post.deleteByDay(),
                        1));
    }

    private static StoredPost post(int number) {
        SplittableRandom random = new SplittableRandom(number);
        int incident = number / PER_INCIDENT;
        GeoPoint center = center(incident);
        GeoPoint point =
                new GeoPoint(
                        center.lat() + random.nextDouble(-0.009, 0.009),
                        center.lon() + random.nextDouble(-0.011, 0.011));
        PlaceMention place =
                new PlaceMention(
                        "",
                        0,
                        0,
                        point,
                        50,
                        PlaceEvidence.GPS,
                        PlaceBasis.STATED,
                        PlacePrecision.POINT,
                        "platform:point",
                        0.95);
        Instant witnessed = FIRST.plusMillis(number % PER_INCIDENT * MILLIS_BETWEEN);
        return new StoredPost(
                String.format(Locale.ROOT, "%064x", number),
                incidentId(incident),
                "exercise",
                "bench",
                String.format(Locale.ROOT, "%064x", random.nextInt(AUTHORS)),
                new InventedWords(random).sentence(random.nextInt(6, 40)),
                List.of(),
                witnessed.minusSeconds(2),
                witnessed,
                witnessed.plusSeconds(1),
                new Analysis(
                        "en",
                        List.of(),
                        List.of(place),
                        new IncidentRelevance(true, 0.9),
                        finding(random)),
                new Match(incidentId(incident), place, 400, false),
                new PolicyDecision(Outcome.ADMIT, "COL-08", ReasonCode.ALLOWED, HASH),
                RetentionClass.R1,
                LocalDate.of(2026, 12, 1).plusDays(incident % DAYS).toString(),
                null,
                1);
    }

    private static ThreatFinding finding(SplittableRandom random) {
        return random.nextInt(5) > 0
                ? ThreatFinding.none()
                : new ThreatFinding(
                        ThreatKind.REPORT,
                        IncidentCategory.SHOOTING,
                        0.9,
                        List.of(new EvidenceSpan(0, 3, "report.bench")));
    }
}
