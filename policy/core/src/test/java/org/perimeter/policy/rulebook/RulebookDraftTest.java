// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.rulebook.entry.Rule;
import org.perimeter.policy.rulebook.entry.SourceEntry;
import org.perimeter.policy.rulebook.entry.SourceStatus;
import org.perimeter.policy.yaml.YamlProblem;

import java.time.LocalDate;
import java.util.regex.Pattern;

/** What the schema and the consistency check let through and what they refuse. */
final class RulebookDraftTest {

    @ParameterizedTest
    @CsvSource({
        "COL-02, 2",
        "COL-02.area, 13",
        "COL-03, 6",
        "COL-03.stop, 72",
        "COL-08, 1500",
        "COL-08.confidence, 0.5",
        "COL-09, 20000",
        "COL-10, 10",
        "FAS-01, 24",
        "RET-01.R1, 72",
        "RET-01.R1.cap, 7",
        "RET-01.R2, 30",
        "OUT-03.raise, 2",
        "OUT-03.confirm, 4",
        "OUT-03.window, 30",
        "OUT-03.score, 0.5",
        "OUT-03.probability, 0.9",
        "OUT-03.certainty, 0.98",
        "OUT-03.fall, 0.5",
        "OUT-03.chance, 0.05",
        "OUT-03.floor, 0.5",
        "AUD-01, 30",
        "IDN-01.time, 1"
    })
    void theShippedRulebookHasTheAgreedNumbers(String ruleId, double value) {
        // Given
        Rulebook rulebook = RulebookFixture.rulebook();

        // When
        double shipped = rulebook.value(ruleId);

        // Then
        assertThat(shipped).isEqualTo(value);
    }

    @Test
    @Control("GOV-01")
    void theShippedRulebookIsCompleteAndEndsAfterAYear() {
        // Given
        String yaml = RulebookFixture.yaml();

        // When
        RulebookDraft draft = RulebookDraft.parse(yaml);

        // Then
        assertThat(draft.problems()).isEmpty();
        Rulebook rulebook = draft.rulebook().orElseThrow();
        assertThat(rulebook.head().agency()).isEqualTo("Example City RTCC");
        assertThat(rulebook.sunset()).isEqualTo(LocalDate.parse("2027-12-31"));
        assertThat(rulebook.categories()).containsExactly(IncidentCategory.values());
        assertThat(rulebook.rules()).extracting(Rule::id).containsAll(RuleId.WITH_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"x", "meta", "mastodon.social"})
    @Control("COL-05")
    void theShippedRegisterProhibitsWhatItsTermsProhibit(String source) {
        // Given
        Rulebook rulebook = RulebookFixture.rulebook();

        // When
        SourceEntry entry = rulebook.source(source).orElseThrow();

        // Then
        assertThat(entry.status()).isEqualTo(SourceStatus.PROHIBITED);
        assertThat(entry.isUsable(RulebookFixture.NOON)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"bluesky, bluesky", "rss, web", "exercise, exercise", "mastodon, fediverse"})
    @Control("COL-05")
    void theShippedRegisterAllowsWhatItsTermsAllow(String source, String network) {
        // Given
        Rulebook rulebook = RulebookFixture.rulebook();

        // When
        SourceEntry entry = rulebook.source(source).orElseThrow();

        // Then
        assertThat(entry.isUsable(RulebookFixture.NOON)).isTrue();
        assertThat(entry.network()).isEqualTo(network);
    }

    @ParameterizedTest
    @CsvSource({
        "COL-02, 200",
        "COL-02, 0",
        "COL-02, -1",
        "COL-02.area, 20000",
        "COL-03, 48",
        "COL-03.stop, 73",
        "COL-08, 25001",
        "COL-08, 49",
        "COL-08.confidence, 0",
        "COL-09, 1000000",
        "COL-09, 100.5",
        "COL-10, 16",
        "COL-10, -1",
        "FAS-01, 25",
        "RET-01.R1, 169",
        "RET-01.R1.cap, 8",
        "RET-01.R2, 91",
        "OUT-03.raise, 1",
        "OUT-03.confirm, 1",
        "OUT-03.window, 1440",
        "OUT-03.score, 1.01",
        "OUT-03.probability, 0.49",
        "OUT-03.certainty, 1",
        "OUT-03.fall, 0",
        "OUT-03.chance, 0.21",
        "OUT-03.floor, 0.96",
        "AUD-01, 3600",
        "AUD-01, '\"30\"'"
    })
    @Control("GOV-01")
    void refusesNumbersOutsideTheirBoundsAndNamesThePath(String ruleId, String value) {
        // Given
        String yaml = RulebookFixture.yamlWithValue(ruleId, value);
        int index =
                RulebookFixture.rulebook().rules().stream().map(Rule::id).toList().indexOf(ruleId);

        // When
        RulebookDraft draft = RulebookDraft.parse(yaml);

        // Then
        assertThat(draft.rulebook()).isEmpty();
        assertThat(draft.problems())
                .extracting(YamlProblem::path)
                .containsOnly("rules[" + index + "].value");
        assertThat(draft.problems().get(0).message()).contains("(line ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unit: km2|unit: mi2|rules[1].unit",
                "agency: |agencies: |''",
                "owner: legal-counsel|owner: legal-counsel\\n    extra: 1|rules[8]",
                "- SHOOTING|- PROTEST|categories[0]",
                "- STABBING|- SHOOTING|categories",
                "- US|- QQ|regions[0]",
                "- US|- usa|regions[0]",
                "loosening: down|loosening: none|rules[5].loosening",
                "id: COL-09|id: COL-99|rules[6].id",
                "sunset: 2027-12-31|sunset: 2028-06-30|sunset",
                "sunset: 2027-12-31|sunset: 2026-06-30|sunset",
                "sunset: 2027-12-31|sunset: 2027-02-30|sunset",
                "id: rss|id: bluesky|sources[2].id",
                "termsUrl: https://www.weather|termsUrl: http://www.weather|sources[3].termsUrl",
                "status: allowed|status: maybe|sources[0].status"
            })
    void refusesOtherMistakesAndNamesThePath(String from, String to, String path) {
        // Given
        String yaml =
                RulebookFixture.yaml().replaceFirst(Pattern.quote(from), to.replace("\\n", "\n"));

        // When
        RulebookDraft draft = RulebookDraft.parse(yaml);

        // Then
        assertThat(draft.rulebook()).isEmpty();
        assertThat(draft.problems()).extracting(YamlProblem::path).contains(path);
    }

    @Test
    @Control("GOV-01")
    void refusesARulebookThatLacksARule() {
        // Given
        String yaml = RulebookFixture.yaml();
        int from = yaml.indexOf("  - id: COL-09\n");
        String shorter = yaml.substring(0, from) + yaml.substring(yaml.indexOf("  - id: COL-10\n"));

        // When
        RulebookDraft draft = RulebookDraft.parse(shorter);

        // Then
        assertThat(draft.problems().toString()).contains("the rule COL-09 is missing");
    }

    @Test
    void refusesARuleThatIsSetTwice() {
        // Given
        String yaml = RulebookFixture.yaml();
        int from = yaml.indexOf("  - id: COL-09\n");
        String rule = yaml.substring(from, yaml.indexOf("  - id: COL-10\n"));

        // When
        RulebookDraft draft = RulebookDraft.parse(yaml.replace(rule, rule + rule));

        // Then
        assertThat(draft.problems().toString())
                .contains("rules[7].id: COL-09 is already the id of rules[6]");
    }

    @Test
    void refusesNumbersThatContradictEachOther() {
        // Given
        String yaml = RulebookFixture.yamlWithValue(RuleId.ALERT_RAISE, "9");

        // When
        RulebookDraft draft = RulebookDraft.parse(yaml);

        // Then
        assertThat(draft.problems().toString()).contains("OUT-03.raise must not exceed");
    }

    @Test
    void reportsEveryProblemAtOnce() {
        // Given
        String yaml =
                RulebookFixture.yamlWithValue(RuleId.FENCE_RADIUS, "200")
                        .replace("status: prohibited", "status: forbidden");

        // When
        RulebookDraft draft = RulebookDraft.parse(yaml);

        // Then
        assertThat(draft.problems()).hasSize(4);
    }

    @Test
    @Control("GOV-01")
    void theHashIsThatOfTheCanonicalJson() {
        // Given
        String yaml = RulebookFixture.yaml();

        // When
        String reordered =
                RulebookDraft.parse(yaml.replace("version: \"1\"\n", "") + "\nversion: '1'\n")
                        .hash();

        // Then
        assertThat(reordered).isEqualTo(RulebookDraft.parse(yaml).hash());
        assertThat(RulebookDraft.parse(yaml.replace("version: \"1\"", "version: \"2\"")).hash())
                .isNotEqualTo(reordered);
    }
}
