// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.nlp.close.CloseHead;
import org.perimeter.nlp.close.IncidentText;
import org.perimeter.policy.model.incident.IncidentCategory;

import java.util.List;
import java.util.Random;

final class TrainingMixTest {

    private static final IncidentText FIRE =
            new IncidentText("Fire", IncidentCategory.FIRE, "the mill");
    private static final IncidentText FALL =
            new IncidentText("Wall fell", IncidentCategory.COLLAPSE, "the gym");

    private static final Authors AUTHORS =
            new Authors(
                    List.of(
                            AuthoredExample.parse("x", "NONE\t-\t-\ten\tbread is out"),
                            AuthoredExample.parse("x", "REPORT\tFIRE\t-\ten\tthe barn burns")),
                    List.of(
                            pack("fire", FIRE, "y\tREPORT\tFIRE\ten\tflames"),
                            pack("fall", FALL, "?\tNONE\t-\ten\twhat was that")));

    private static final CorpusShare MANY =
            new CorpusShare(
                    "many",
                    List.of(
                            ReaderExample.alone("c", "one", Labels.NONE, 1),
                            ReaderExample.alone("c", "two", Labels.NONE, 1),
                            ReaderExample.alone("c", "three", Labels.NONE, 1)),
                    2);

    @Test
    void aPostIsAboutItsOwnIncidentOnly() {
        // When
        List<ReaderExample> epochs = epochs(40);

        // Then
        List<ReaderExample> flames =
                epochs.stream()
                        .filter(e -> e.text().equals("flames") && e.incident() != null)
                        .toList();
        assertThat(flames)
                .allMatch(
                        e ->
                                FIRE.equals(e.incident())
                                        == Boolean.TRUE.equals(e.labels().answer(CloseHead.ABOUT)));
        assertThat(flames).anyMatch(e -> FALL.equals(e.incident()));
        assertThat(flames.stream().filter(e -> FIRE.equals(e.incident()))).hasSize(40);
    }

    @Test
    void aDoubtfulPostIsReadAloneOnly() {
        assertThat(epochs(20))
                .filteredOn(e -> e.text().equals("what was that"))
                .isNotEmpty()
                .allMatch(e -> e.incident() == null);
    }

    @Test
    void aReportIsNeverSetBesideAnIncidentOfItsOwnTown() {
        assertThat(epochs(20))
                .filteredOn(e -> e.text().equals("the barn burns"))
                .hasSize(20)
                .allMatch(e -> e.incident() == null);
        assertThat(epochs(20))
                .filteredOn(e -> e.text().equals("bread is out"))
                .anyMatch(e -> e.incident() != null);
    }

    @Test
    void drawsNoMoreOfACorpusThanItsShare() {
        List<ReaderExample> epoch = new TrainingMix(AUTHORS, List.of(MANY)).epoch(new Random(1));

        assertThat(epoch.stream().filter(e -> e.source().equals("c"))).hasSize(2);
    }

    @Test
    void theSameSeedDrawsTheSame() {
        assertThat(epochs(3)).isEqualTo(epochs(3));
    }

    private static List<ReaderExample> epochs(int count) {
        Random random = new Random(5);
        TrainingMix mix = new TrainingMix(AUTHORS, List.of(MANY));
        return java.util.stream.IntStream.range(0, count)
                .boxed()
                .flatMap(i -> mix.epoch(random).stream())
                .toList();
    }

    private static AuthoredPack pack(String name, IncidentText incident, String line) {
        return new AuthoredPack("x", name, incident, List.of(PackExample.parse(line, false)));
    }
}
