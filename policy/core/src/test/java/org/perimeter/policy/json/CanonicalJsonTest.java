// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

final class CanonicalJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void ordersMembersByNameAndEscapesOnlyWhatMustBe() {
        // Given
        Map<String, Object> members =
                Map.of("b", 2, "a", "quote \" backslash \\ line\n bell\u0007 \u00e9", "B", 1L);

        // When
        String json = CanonicalJson.text(members);

        // Then
        assertThat(json)
                .isEqualTo(
                        "{\"B\":1,\"a\":\"quote \\\" backslash \\\\ line\\n bell\\u0007"
                                + " \u00e9\",\"b\":2}");
    }

    @Test
    void isAnEmptyObjectWithoutMembers() {
        assertThat(CanonicalJson.text(Map.of())).isEqualTo("{}");
    }

    @Test
    void writesTheExampleOfTheStandard() throws IOException {
        // Given
        String example =
                """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }
                """;

        // When
        String json = CanonicalJson.text(JSON.readTree(example));

        // Then
        assertThat(json)
                .isEqualTo(
                        "{\"literals\":[null,true,false],"
                                + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                                + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void sortsByUtf16UnitsAndHashesUtf8() throws IOException {
        // Given
        String json = "{\"\ud83d\ude00\":1,\"\ufb33\":2,\"\u20ac\":3}";

        // When
        byte[] bytes = CanonicalJson.bytes(JSON.readTree(json));

        // Then
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo("{\"\u20ac\":3,\"\ud83d\ude00\":1,\"\ufb33\":2}");
        assertThat(CanonicalJson.hash(JSON.readTree("{}")))
                .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }

    @ParameterizedTest
    @ValueSource(longs = {(1L << 53) + 1, Long.MAX_VALUE, Long.MIN_VALUE})
    void refusesAWholeNumberThatWouldBecomeAnother(long number) {
        // Given
        Map<String, Object> members = Map.of("deep", List.of(Map.of("n", number)));

        // When, Then
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.text(members));
        assertThat(CanonicalJson.text(Map.of("n", 1L << 53))).isEqualTo("{\"n\":9007199254740992}");
    }
}
