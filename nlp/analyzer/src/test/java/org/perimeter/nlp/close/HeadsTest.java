// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.model.incident.IncidentCategory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

final class HeadsTest {

    private static final int WIDTH = 21;
    private static final Heads HEADS = InventedHeads.of("abc", WIDTH);

    @Test
    void findsAboveTheUpperThresholdAndVetoesBelowTheLower() {
        // Given
        float[] mean = new float[WIDTH];
        mean[CloseHead.THREAT.place()] = 0.5f;
        mean[CloseHead.REPORT.place()] = -0.6f;

        // When
        CloseScores reading = HEADS.read(mean, false);

        // Then
        assertThat(reading.threat()).isEqualTo(new HeadScore(0.5, 0.625, true, -1));
        assertThat(reading.report().finds()).isFalse();
        assertThat(reading.report().vetoes(0)).isTrue();
        assertThat(reading.relevant()).isEqualTo(new HeadScore(0, 0.5, false, -0.5));
    }

    @Test
    void namesTheLikeliestCategoryAndCalibratesByItsGroup() {
        // Given
        float[] mean = new float[WIDTH];
        mean[
                        CloseHead.values().length
                                + List.of(IncidentCategory.values())
                                        .indexOf(IncidentCategory.FIRE)] =
                3;

        // When
        CloseScores reading = HEADS.read(mean, false);

        // Then
        assertThat(reading.category()).isEqualTo(IncidentCategory.FIRE);
        double e = Math.exp(3);
        assertThat(reading.categoryProbability()).isCloseTo(e / (e + 15), within(1e-9));
        assertThat(reading.report().probability()).isEqualTo(0.625);
        assertThat(reading.threat().probability()).isEqualTo(0.5);
    }

    @Test
    void knowsNothingAboutAnIncidentItWasNotReadWith() {
        assertThat(HEADS.read(new float[WIDTH], false).about()).isNull();
        assertThat(HEADS.read(new float[WIDTH], true).about()).isNotNull();
    }

    @Test
    void comesOutOfItsFileAsItWentIn() throws IOException {
        // Given
        byte[] bytes = HeadsFile.bytes(HEADS);

        // When
        Heads read = HeadsFile.read(bytes);

        // Then
        assertThat(read).isEqualTo(HEADS);
        assertThat(HeadsFile.bytes(read)).isEqualTo(bytes);
    }

    @Test
    void refusesAFileWithoutAllHeads() throws IOException {
        String whole = new String(HeadsFile.bytes(HEADS), StandardCharsets.UTF_8);
        byte[] broken = whole.replace("\"denies\"", "\"other\"").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> HeadsFile.read(broken)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesHeadsOfAnotherWidth() {
        assertThatThrownBy(() -> new Heads("abc", WIDTH + 1, HEADS.questions(), HEADS.categories()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Heads("abc", WIDTH, Map.of(), HEADS.categories()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
