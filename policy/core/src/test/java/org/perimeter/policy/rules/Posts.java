// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceBasis;
import org.perimeter.policy.model.place.PlaceEvidence;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.place.PlacePrecision;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.CloseReading;
import org.perimeter.policy.model.reading.EvidenceSpan;
import org.perimeter.policy.model.reading.IncidentRelevance;
import org.perimeter.policy.model.reading.Match;
import org.perimeter.policy.model.reading.ThreatFinding;
import org.perimeter.policy.model.reading.ThreatKind;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rulebook.RulebookFixture;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An invented post about an invented incident that every rule admits, to be changed by tests. */
public final class Posts {

    public static final Instant NOW = RulebookFixture.NOON;
    static final Instant OPENED = NOW.minus(Duration.ofMinutes(30));
    public static final GeoPoint HALL = new GeoPoint(37.8053, -122.2726);
    public static final String TEXT = "Shots fired at City Hall, everybody run";

    public static final PlaceMention PLACE =
            new PlaceMention(
                    "City Hall",
                    15,
                    24,
                    HALL,
                    120,
                    PlaceEvidence.TEXT,
                    PlaceBasis.STATED,
                    PlacePrecision.LANDMARK,
                    "layer:12",
                    0.9);

    private Posts() {}

    public static Post post(String text) {
        return post(text, NOW.minus(Duration.ofMinutes(5)), false);
    }

    public static Post post(String text, Instant witnessedAt, boolean repost) {
        return new Post(
                "at://post/1",
                "bluesky",
                "bluesky",
                "did:plc:invented",
                text,
                List.of(),
                List.of("en"),
                witnessedAt,
                witnessedAt,
                "https://bsky.example/post/1",
                null,
                repost);
    }

    public static Analysis analysis(boolean relevant, ThreatKind kind, double score) {
        IncidentCategory category = kind == ThreatKind.NONE ? null : IncidentCategory.SHOOTING;
        return new Analysis(
                "en",
                List.of(),
                List.of(PLACE),
                new IncidentRelevance(relevant, 0.9),
                new ThreatFinding(
                        kind, category, score, List.of(new EvidenceSpan(0, 11, "report.shots"))));
    }

    /** A quiet post that was read beside its incident. */
    public static Analysis readClosely(boolean relevant, double aboutLogOdds) {
        Analysis first = analysis(relevant, ThreatKind.NONE, 0);
        return new Analysis(
                first.language(),
                first.entities(),
                first.places(),
                first.relevance(),
                first.threat(),
                new CloseReading(aboutLogOdds, -2, -1, -3));
    }

    /** The same without the places that it names. */
    public static Analysis withoutPlaces(Analysis analysis) {
        return new Analysis(
                analysis.language(),
                analysis.entities(),
                List.of(),
                analysis.relevance(),
                analysis.threat(),
                analysis.close());
    }

    /** A post that matched by the platform's position. */
    public static AdmissionInput byPosition(Analysis analysis, Rulebook rulebook) {
        PlaceMention position =
                new PlaceMention(
                        "",
                        0,
                        0,
                        HALL,
                        50,
                        PlaceEvidence.GPS,
                        PlaceBasis.STATED,
                        PlacePrecision.POINT,
                        "platform:GPS",
                        1);
        return new AdmissionInput(
                post(TEXT), analysis, match(position), incident(), null, 0, rulebook, NOW);
    }

    public static PlaceMention place(
            PlaceBasis basis, PlacePrecision precision, double radius, double confidence) {
        return new PlaceMention(
                "City Hall",
                15,
                24,
                HALL,
                radius,
                PlaceEvidence.TEXT,
                basis,
                precision,
                "layer:12",
                confidence);
    }

    public static Match match(PlaceMention place) {
        return new Match("cad:1", place, 0, false);
    }

    public static Incident incident() {
        return incident(IncidentStatus.ACTIVE, IncidentCategory.SHOOTING, false, false);
    }

    public static Incident incident(
            IncidentStatus status,
            IncidentCategory category,
            boolean protectedPlace,
            boolean approved) {
        return new Incident(
                "cad:1",
                "cad",
                "2027-0042",
                "Shots near City Hall",
                category,
                1,
                status,
                Fence.circle(HALL, 500),
                OPENED,
                OPENED,
                OPENED.plus(Duration.ofHours(6)),
                null,
                protectedPlace,
                approved,
                false,
                1);
    }

    public static AdmissionInput input(Post post) {
        return new AdmissionInput(
                post,
                analysis(true, ThreatKind.REPORT, 0.9),
                match(PLACE),
                incident(),
                null,
                0,
                RulebookFixture.rulebook(),
                NOW);
    }

    public static AdmissionInput input(
            Analysis analysis, Match match, Incident incident, long admitted) {
        return new AdmissionInput(
                post(TEXT),
                analysis,
                match,
                incident,
                null,
                admitted,
                RulebookFixture.rulebook(),
                NOW);
    }

    public static AdmissionInput input(Match match) {
        return input(analysis(true, ThreatKind.REPORT, 0.9), match, incident(), 0);
    }

    public static AdmissionInput input(Incident incident) {
        return input(analysis(true, ThreatKind.REPORT, 0.9), match(PLACE), incident, 0);
    }

    public static AdmissionInput input(Analysis analysis) {
        return input(analysis, match(PLACE), incident(), 0);
    }

    public static AdmissionInput input(Rulebook rulebook, Instant now) {
        return new AdmissionInput(
                post(TEXT),
                analysis(true, ThreatKind.REPORT, 0.9),
                match(PLACE),
                incident(),
                null,
                0,
                rulebook,
                now);
    }
}
