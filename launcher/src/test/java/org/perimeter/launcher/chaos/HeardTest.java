// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.launcher.webhook.Received;

import java.time.Instant;

final class HeardTest {

    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
    private static final String RAISED =
            "{\"type\":\"alert.created\",\"data\":{\"alertId\":\"a1\",\"state\":\"RAISED\","
                    + "\"authors\":2}}";

    private final Heard heard = new Heard();

    @Test
    void theSameChangeUnderTwoIdsIsDoubled() {
        // When
        heard.accept(new Received(NOW, true, false, "m1", RAISED));
        heard.accept(new Received(NOW, true, false, "m2", RAISED));

        // Then
        assertThat(heard.changes()).isEqualTo(1);
        assertThat(heard.doubled()).isEqualTo(1);
    }

    @Test
    void theSameMessageAgainIsOnlyRepeated() {
        // When
        heard.accept(new Received(NOW, true, false, "m1", RAISED));
        heard.accept(new Received(NOW, true, true, "m1", RAISED));

        // Then
        assertThat(heard.changes()).isEqualTo(1);
        assertThat(heard.doubled()).isZero();
        assertThat(heard.repeated()).isEqualTo(1);
    }

    @Test
    void whatIsNotSignedIsRefusedAndNoChange() {
        // When
        heard.accept(new Received(NOW, false, false, "m1", RAISED));

        // Then
        assertThat(heard.changes()).isZero();
        assertThat(heard.refused()).isEqualTo(1);
    }
}
