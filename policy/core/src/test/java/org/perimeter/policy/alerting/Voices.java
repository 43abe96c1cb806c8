// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.alerting;

import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceBasis;
import org.perimeter.policy.model.place.PlaceEvidence;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.place.PlacePrecision;
import org.perimeter.policy.model.post.VoiceSketch;
import org.perimeter.policy.model.reading.ThreatKind;

import java.time.Instant;
import java.util.List;

/** Makes invented evidence. */
public final class Voices {

    /** When the first speak. */
    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static final PlaceMention PLACE =
            new PlaceMention(
                    "",
                    0,
                    0,
                    new GeoPoint(-30, -140),
                    50,
                    PlaceEvidence.GPS,
                    PlaceBasis.STATED,
                    PlacePrecision.POINT,
                    "platform:GPS",
                    1);

    private Voices() {}

    /** A sure report of shots in words of its own, by an author of its own. */
    public static AlertEvidence shots(int number, int minute) {
        return report(number, minute, IncidentCategory.SHOOTING);
    }

    /** A sure report in words of its own, by an author of its own. */
    public static AlertEvidence report(int number, int minute, IncidentCategory category) {
        return of("p" + number, "author" + number, ownWords(number), category, 3, minute);
    }

    /** A sure report. */
    public static AlertEvidence of(
            String id,
            String author,
            String text,
            IncidentCategory category,
            double logOdds,
            int minute) {
        return new AlertEvidence(
                id,
                author,
                sketch(text),
                ThreatKind.REPORT,
                category,
                logOdds,
                logOdds,
                0.9,
                PLACE,
                NOON.plusSeconds(minute * 60L));
    }

    /** A sure denial by an author of its own. */
    public static AlertEvidence denial(int number, int minute) {
        return denialBy("denier" + number, "d" + number, ownWords(1000 + number), minute);
    }

    /** A sure denial. */
    public static AlertEvidence denialBy(String author, String id, String text, int minute) {
        return new AlertEvidence(
                id,
                author,
                sketch(text),
                ThreatKind.NONE,
                null,
                3,
                3,
                0.1,
                PLACE,
                NOON.plusSeconds(minute * 60L));
    }

    /** What these words are recognised by. */
    static VoiceSketch sketch(String text) {
        return WordSketch.of(text, List.of(), List.of(), List.of());
    }

    /** Words that no other number shares; letters, because numbers are masked. */
    private static String ownWords(int number) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            words.append("word");
            for (char digit : Integer.toString(number * 8 + i).toCharArray()) {
                words.append((char) ('a' + digit - '0'));
            }
            words.append(' ');
        }
        return words.toString();
    }
}
