// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.EvidenceSpan;
import org.perimeter.policy.model.reading.IncidentRelevance;
import org.perimeter.policy.model.reading.ThreatFinding;
import org.perimeter.policy.model.reading.ThreatKind;

import java.util.List;

final class CascadeTest {

    private static final EvidenceSpan REASON = new EvidenceSpan(0, 5, "report.shots-fired");
    private static final HeadScore FINDS = new HeadScore(2, 0.9, true, -3);
    private static final HeadScore UNSURE = new HeadScore(0, 0.4, false, -1);
    private static final HeadScore VETOES = new HeadScore(-3, 0.02, false, 2);

    @Test
    void keepsCategoryAndReasonsOfTheRulesWhereBothAgree() {
        // Given
        Analysis first = first(ThreatKind.REPORT, IncidentCategory.SHOOTING, 0.7);

        // When
        Analysis both = Cascade.join(first, scores(VETOES, FINDS), null);

        // Then
        assertThat(both.threat().kind()).isEqualTo(ThreatKind.REPORT);
        assertThat(both.threat().category()).isEqualTo(IncidentCategory.SHOOTING);
        assertThat(both.threat().probability()).isEqualTo(0.9);
        assertThat(both.threat().spans()).containsExactly(REASON);
    }

    @Test
    void needsMoreDoubtToOverruleTheRulesInSpanish() {
        // Given
        Analysis english = first(ThreatKind.REPORT, IncidentCategory.SHOOTING, 0.9);
        Analysis spanish =
                new Analysis(
                        "es",
                        english.entities(),
                        english.places(),
                        english.relevance(),
                        english.threat());
        HeadScore sure = new HeadScore(-8, 0.01, false, 7);

        // When
        Analysis doubted = Cascade.join(spanish, scores(VETOES, VETOES), null);
        Analysis refused = Cascade.join(spanish, scores(sure, sure), null);

        // Then
        assertThat(doubted.threat().kind()).isEqualTo(ThreatKind.REPORT);
        assertThat(refused.threat().kind()).isEqualTo(ThreatKind.NONE);
    }

    @Test
    void findsWhatTheRulesMissed() {
        // Given
        Analysis first = Analysis.empty("en");

        // When
        Analysis both = Cascade.join(first, scores(FINDS, VETOES), null);

        // Then
        assertThat(both.threat().kind()).isEqualTo(ThreatKind.THREAT);
        assertThat(both.threat().category()).isEqualTo(IncidentCategory.FIRE);
        assertThat(both.relevance().relevant()).isTrue();
    }

    @Test
    void vetoesWhatTheRulesMistook() {
        // Given
        Analysis first = first(ThreatKind.REPORT, IncidentCategory.SHOOTING, 0.9);

        // When
        Analysis both = Cascade.join(first, scores(VETOES, VETOES), null);

        // Then
        assertThat(both.threat().kind()).isEqualTo(ThreatKind.NONE);
        assertThat(both.threat().score()).isLessThan(0.5);
        assertThat(both.threat().spans()).containsExactly(REASON);
        assertThat(both.relevance().relevant()).isFalse();
    }

    @Test
    void letsTheFirstReadingStandBetweenTheThresholds() {
        // Given
        Analysis first = first(ThreatKind.THREAT, IncidentCategory.ASSAULT, 0.6);

        // When
        Analysis both = Cascade.join(first, scores(UNSURE, UNSURE), null);

        // Then
        assertThat(both.threat().kind()).isEqualTo(ThreatKind.THREAT);
        assertThat(both.threat().score()).isEqualTo(0.6);
        assertThat(both.threat().probability()).isEqualTo(0.4);
    }

    @Test
    void takesTheLikelierOfTwoKinds() {
        // Given
        HeadScore likelier = new HeadScore(4, 0.97, true, -5);

        // When
        Analysis both = Cascade.join(Analysis.empty("en"), scores(FINDS, likelier), null);

        // Then
        assertThat(both.threat().kind()).isEqualTo(ThreatKind.REPORT);
    }

    @Test
    void fallsBackOnTheIncidentsCategoryWhereTheReaderKnowsNone() {
        // Given
        CloseScores scores =
                new CloseScores(
                        VETOES, FINDS, FINDS, VETOES, FINDS, IncidentCategory.EARTHQUAKE, 0.2);

        // When
        Analysis both = Cascade.join(Analysis.empty("en"), scores, IncidentCategory.ROBBERY);

        // Then
        assertThat(both.threat().category()).isEqualTo(IncidentCategory.ROBBERY);
        assertThat(both.close()).isNotNull();
        assertThat(both.close().aboutLogOdds()).isPositive();
    }

    private static Analysis first(ThreatKind kind, IncidentCategory category, double score) {
        return new Analysis(
                "en",
                List.of(),
                List.of(),
                new IncidentRelevance(true, score),
                new ThreatFinding(kind, category, score, List.of(REASON)));
    }

    private static CloseScores scores(HeadScore threat, HeadScore report) {
        HeadScore relevant = report.finds() || threat.finds() ? FINDS : report;
        return new CloseScores(threat, report, relevant, VETOES, null, IncidentCategory.FIRE, 0.8);
    }
}
