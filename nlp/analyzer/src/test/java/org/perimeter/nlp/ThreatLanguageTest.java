// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.nlp.places.Neighbourhood;
import org.perimeter.nlp.resource.LineResource;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceEvidence;
import org.perimeter.policy.model.post.PostPlace;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.ThreatFinding;
import org.perimeter.policy.model.reading.ThreatKind;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Precision and recall of threat language on invented posts, half of them never tuned on. */
class ThreatLanguageTest {

    private static final String FOLDER = "/org/perimeter/nlp/threat/";

    private static final GeoPoint HERE = new GeoPoint(44.8, -68.77);

    private record Labelled(ThreatKind kind, String category, String text) {}

    @ParameterizedTest
    @CsvSource({
        // file, most false alarms, least recall of reports, of threats, of right categories
        "posts-tuned.tsv, 0.00, 0.95, 0.90, 0.90",
        "posts-held-out.tsv, 0.10, 0.90, 0.65, 0.90"
    })
    void findsWhatIsSaidAndLeavesTheRestAlone(
            String file, double falseAlarms, double reports, double threats, double categories) {
        // Given
        List<Labelled> posts =
                LineResource.read(FOLDER + file).stream().map(ThreatLanguageTest::parse).toList();

        // When
        Tally tally = new Tally();
        posts.forEach(post -> tally.add(post, finding(post)));

        // Then
        assertThat(tally.share(ThreatKind.NONE, tally.alarmed)).isLessThanOrEqualTo(falseAlarms);
        assertThat(tally.share(ThreatKind.REPORT, tally.found)).isGreaterThanOrEqualTo(reports);
        assertThat(tally.share(ThreatKind.THREAT, tally.found)).isGreaterThanOrEqualTo(threats);
        assertThat(tally.categoriesRight()).isGreaterThanOrEqualTo(categories);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How to help the victims of the tornado: donate to the food bank",
                "Watching the news about the tornado, those poor families and their children"
            })
    void callsTalkOfAStormNoReport(String text) {
        // When
        ThreatFinding finding = SharedModels.ANALYZER.analyze(AnalysisRequest.of(text)).threat();

        // Then
        assertThat(finding.kind()).isEqualTo(ThreatKind.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Shots fired outside the laundromat, call me",
                "This is not a drill, there is a gunman in the cafeteria",
                "i thought it was fireworks but somebody is shooting outside the bakery"
            })
    void believesAWitnessWhoInsistsOrAsksForACall(String text) {
        // When
        ThreatFinding finding = SharedModels.ANALYZER.analyze(AnalysisRequest.of(text)).threat();

        // Then
        assertThat(finding.kind()).isEqualTo(ThreatKind.REPORT);
        assertThat(finding.category()).isEqualTo(IncidentCategory.SHOOTING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Active shooter drill at the cannery on Tuesday, staff will hide in the cold room",
                "Police training exercise by the old lighthouse tonight, loud explosions expected",
                "In the trilogy's last book a sniper shoots the duke on the bridge",
                "The tornado siren test is at noon as always",
                "Tornado watch for the whole county until nine"
            })
    void callsDrillsFictionAndForecastsNoReport(String text) {
        // When
        ThreatFinding finding = SharedModels.ANALYZER.analyze(AnalysisRequest.of(text)).threat();

        // Then
        assertThat(finding.kind()).isEqualTo(ThreatKind.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "'we hid from the rain in a tea house in Marrow Bay, best scones ever', false",
        "'they are hiding in the stock room of the tea house, somebody is shooting', true"
    })
    void tellsAScenesWordsFromAScene(String text, boolean relevant) {
        // Given
        AnalysisRequest besideAnIncident =
                new AnalysisRequest(
                        text,
                        List.of(),
                        new PostPlace(HERE, 50, PlaceEvidence.GPS, null),
                        List.of(new Neighbourhood(HERE, 2_000)));

        // When
        Analysis analysis = SharedModels.ANALYZER.analyze(besideAnIncident);

        // Then
        assertThat(analysis.relevance().relevant()).isEqualTo(relevant);
    }

    private static ThreatFinding finding(Labelled post) {
        return SharedModels.ANALYZER.analyze(AnalysisRequest.of(post.text())).threat();
    }

    private static Labelled parse(String line) {
        String[] fields = line.split("\t", -1);
        return new Labelled(ThreatKind.valueOf(fields[0]), fields[1], fields[2]);
    }

    private static final class Tally {

        private final Map<ThreatKind, Integer> total = new EnumMap<>(ThreatKind.class);
        private final Map<ThreatKind, Integer> alarmed = new EnumMap<>(ThreatKind.class);
        private final Map<ThreatKind, Integer> found = new EnumMap<>(ThreatKind.class);
        private int categorized;
        private int right;

        void add(Labelled post, ThreatFinding finding) {
            total.merge(post.kind(), 1, Integer::sum);
            if (finding.kind() != ThreatKind.NONE) {
                alarmed.merge(post.kind(), 1, Integer::sum);
                assertThat(finding.spans()).isNotEmpty();
            }
            if (finding.kind() == post.kind()) {
                found.merge(post.kind(), 1, Integer::sum);
                if (finding.category() != null) {
                    categorized++;
                    right += finding.category().name().equals(post.category()) ? 1 : 0;
                }
            }
        }

        double share(ThreatKind kind, Map<ThreatKind, Integer> counts) {
            return counts.getOrDefault(kind, 0) / (double) total.getOrDefault(kind, 0);
        }

        double categoriesRight() {
            return right / (double) categorized;
        }
    }
}
