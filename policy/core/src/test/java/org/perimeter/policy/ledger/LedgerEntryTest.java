// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.tlog.encoding.MalformedLogException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

class LedgerEntryTest {

    private static final LedgerEntry ENTRY =
            new LedgerEntry(
                    1,
                    42,
                    Instant.parse("2026-11-24T05:00:00.250Z"),
                    LedgerEntryType.SEARCH,
                    "ACC-02",
                    "ab".repeat(32),
                    Outcome.ADMIT,
                    "cd".repeat(32),
                    "ef".repeat(32));

    @Test
    void isCanonicalJsonWithSortedNames() throws MalformedLogException {
        // When
        String json = new String(ENTRY.toJson(), StandardCharsets.UTF_8);

        // Then
        assertThat(json)
                .isEqualTo(
                        "{\"actorRef\":\"%s\",\"objCommit\":\"%s\",\"outcome\":\"ADMIT\",\"ruleId\":\"ACC-02\",\"rulebookHash\":\"%s\",\"seq\":42,\"tsUtc\":\"2026-11-24T05:00:00.250Z\",\"type\":\"SEARCH\",\"v\":1}"
                                .formatted("cd".repeat(32), "ef".repeat(32), "ab".repeat(32)));
        assertThat(LedgerEntry.parse(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(ENTRY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"v\":1            | \"v\":2",
                "\"v\":1            | \"v\":1,\"w\":1",
                "\"v\":1            | \"v\": 1",
                "\"seq\":42         | \"seq\":42.0",
                "\"seq\":42         | \"seq\":\"42\"",
                "SEARCH             | SEARCHES",
                "2026-11-24         | 2026-13-24",
                "\"ruleId\":\"ACC-02\", | ''",
                "{                  | [",
            })
    void refusesEveryOtherForm(String from, String to) {
        // Given
        byte[] json =
                new String(ENTRY.toJson(), StandardCharsets.UTF_8)
                        .replace(from, to)
                        .getBytes(StandardCharsets.UTF_8);

        // When / Then
        assertThatThrownBy(() -> LedgerEntry.parse(json))
                .isInstanceOf(MalformedLogException.class)
                .hasMessageNotContaining("ACC-02");
    }
}
