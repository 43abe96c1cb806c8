// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

/** Text that two YAML readers could understand differently is refused. */
final class YamlDocumentTest {

    @Test
    void readsMappingsSequencesAndScalarsAsJson() throws RefusedYamlException {
        // Given
        String text =
                """
                name: Example City   # a comment
                quoted: "no"
                list: [1, 2.50, -3e2]
                nested:
                  flag: true
                  nothing: null
                  day: 2027-06-30
                """;

        // When
        YamlDocument tree = YamlDocument.parse(text);

        // Then
        assertThat(tree.root())
                .hasToString(
                        "{\"name\":\"Example City\",\"quoted\":\"no\",\"list\":[1,2.50,-3E+2],"
                                + "\"nested\":{\"flag\":true,\"nothing\":null,"
                                + "\"day\":\"2027-06-30\"}}");
        assertThat(tree.lines()).containsAllEntriesOf(Map.of("name", 1, "nested.day", 7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "No",
                "NO",
                "yes",
                "on",
                "off",
                "y",
                "~",
                "True",
                "NULL",
                "010",
                "0o10",
                "0x1F",
                "1_000",
                "12:30",
                "190:20:30",
                ".5",
                "5.",
                "+1",
                ".inf",
                "-.INF",
                ".nan",
                "2027-06-30T10:00:00Z",
                "1e999",
                "00"
            })
    void refusesScalarsThatReadersUnderstandDifferently(String scalar) {
        // Given
        String text = "rules:\n  - value: " + scalar + "\n";

        // When
        assertThatExceptionOfType(RefusedYamlException.class)
                .isThrownBy(() -> YamlDocument.parse(text))

                // Then
                .withMessageContaining("different")
                .withMessageContaining("(line 2)")
                .satisfies(e -> assertThat(e.problem().path()).isEqualTo("rules[0].value"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: !!javax.script.ScriptEngineManager [x]",
                "a: !!str 5",
                "a: !local 5",
                "a: &anchor 5",
                "a: *anchor",
                "<<: {b: 1}",
                "a: 1\na: 2",
                "a: {b: 1, b: 2}",
                "a: 1\n---\nb: 2",
                "? [a]\n: 1",
                "a: [1, 2",
                "a: \"unclosed",
                "a:\n\t- 1",
                "%YAML 1.1\n---\na: 1",
                "%YAML 3.0\n---\na: 1",
                "%TAG ! tag:example.org,2027:\n---\na: 1",
                "a: 1\n...\nb: 2",
                "a: 1\n\"a\": 2",
                "a: \u0007",
                "# only a comment",
                ""
            })
    void refusesWhatIsNotPlainYaml(String text) {
        // Given the text

        // When
        assertThatExceptionOfType(RefusedYamlException.class)

                // Then
                .isThrownBy(() -> YamlDocument.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.0.0.1:8080",
                "2027-06-30",
                "${HOME}",
                "v1.2",
                "http://127.0.0.1:9251/x",
                "nothing",
                "once",
                "keys/10"
            })
    void takesWordsThatEverybodyReadsAsWords(String word) throws RefusedYamlException {
        // When
        YamlDocument document = YamlDocument.parse("a: " + word + "\n");

        // Then
        assertThat(document.root().path("a").isTextual()).isTrue();
        assertThat(document.root().path("a").asText()).isEqualTo(word);
    }

    @Test
    void refusesATextThatIsTooLong() {
        // Given
        String text = "a: \"" + "x".repeat(1_000_000) + "\"\n";

        // When, Then
        assertThatExceptionOfType(RefusedYamlException.class)
                .isThrownBy(() -> YamlDocument.parse(text))
                .withMessageContaining("longer than");
    }

    @Test
    void namesTheLineOfTheNearestPartThatIsThere() throws RefusedYamlException {
        // Given
        YamlDocument document = YamlDocument.parse("a:\n  b:\n    - c: 1\n");

        // When, Then
        assertThat(document.problem("a.b[0].missing", "is missing"))
                .hasToString("a.b[0].missing: is missing (line 3)");
        assertThat(document.problem("z", "is missing")).hasToString("z: is missing");
        assertThat(document.problem("", "is bad")).hasToString("is bad");
    }

    @Test
    void refusesAnAliasBombBeforeItGrows() {
        // Given
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a" + i + ": &a" + i + " [" + alias + ", " + alias + "]\n");
        }

        // When
        assertThatExceptionOfType(RefusedYamlException.class)
                .isThrownBy(() -> YamlDocument.parse(bomb.toString()))

                // Then
                .withMessageContaining("anchors");
    }

    @Test
    void refusesDeepNesting() {
        // Given
        String text = "[".repeat(5_000) + "]".repeat(5_000);

        // When
        assertThatExceptionOfType(RefusedYamlException.class)
                .isThrownBy(() -> YamlDocument.parse(text))

                // Then
                .withMessageContaining("nested deeper");
    }

    @Test
    void namesTheKeyThatAppearsTwice() {
        // Given
        String text = "rules:\n  - id: A\n    value: 1\n    value: 2\n";

        // When
        assertThatExceptionOfType(RefusedYamlException.class)
                .isThrownBy(() -> YamlDocument.parse(text))

                // Then
                .satisfies(e -> assertThat(e.problem().path()).isEqualTo("rules[0].value"))
                .withMessage("the key appears twice (line 4)");
    }
}
