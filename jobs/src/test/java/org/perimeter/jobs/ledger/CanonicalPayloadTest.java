// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CanonicalPayloadTest {

    @Test
    void ordersMembersByNameAndEscapesOnlyWhatMustBe() {
        // Given
        CanonicalPayload payload =
                new CanonicalPayload()
                        .with("b", 2)
                        .with("a", "quote \" backslash \\ line\n bell\u0007 \u00e9")
                        .with("B", 1);

        // When
        String json = payload.toJson();

        // Then
        assertThat(json)
                .isEqualTo(
                        "{\"B\":1,\"a\":\"quote \\\" backslash \\\\ line\\n bell\\u0007"
                                + " \u00e9\",\"b\":2}");
    }

    @Test
    void isAnEmptyObjectWithoutMembers() {
        assertThat(new CanonicalPayload().toJson()).isEqualTo("{}");
    }
}
