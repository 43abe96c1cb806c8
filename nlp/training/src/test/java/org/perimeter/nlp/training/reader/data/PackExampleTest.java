// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.perimeter.nlp.close.CloseHead;
import org.perimeter.policy.model.reading.ThreatKind;

final class PackExampleTest {

    @Test
    void readsBothForms() {
        // When
        PackExample plain = PackExample.parse("y\tREPORT\tFIRE\ten\tsmoke over the mill", false);
        PackExample played =
                PackExample.parseExercise(
                        "0:43\ta005\tC\t\tsmoke over the mill\tmill\tREPORT\tFIRE\ta\tgps=mill",
                        false);

        // Then
        assertThat(played).isEqualTo(plain);
        assertThat(plain.about()).isTrue();
        assertThat(plain.kind()).isEqualTo(ThreatKind.REPORT);
    }

    @Test
    void leavesOutWhatIsOnlyDeleted() {
        assertThat(PackExample.parseExercise("9:00\ta1\tD m-first\t\t\t-\tNONE\t\tn\t", false))
                .isNull();
    }

    @Test
    void aPostAboutTheIncidentIsRelevantWhateverItsKind() {
        PackExample tip = PackExample.parse("y\tNONE\t-\ten\twhich way did the grey van go", false);
        PackExample life = PackExample.parse("n\tNONE\t-\ten\tbread is out again", false);
        PackExample open = PackExample.parse("?\tNONE\t-\ten\twhat was that", false);

        assertThat(tip.labels().answer(CloseHead.RELEVANT)).isTrue();
        assertThat(life.labels().answer(CloseHead.RELEVANT)).isFalse();
        assertThat(open.labels().answer(CloseHead.RELEVANT)).isNull();
        assertThat(tip.labels().answer(CloseHead.DENIES)).isFalse();
        assertThat(life.labels().answer(CloseHead.DENIES)).isNull();
    }

    @Test
    void aDenialIsOneWhereSomebodySaidSo() {
        PackExample denial = PackExample.parse("y\tNONE\t-\ten\tit was fireworks", true);

        assertThat(denial.labels().answer(CloseHead.DENIES)).isTrue();
        assertThat(denial.labels().answer(CloseHead.RELEVANT)).isTrue();
    }

    @Test
    void aReportOfAnotherIncidentStaysRelevant() {
        PackExample other =
                PackExample.parse("n\tREPORT\tFIRE\ten\tmeanwhile the barn burns", false);

        assertThat(other.labels().answer(CloseHead.RELEVANT)).isTrue();
        assertThat(other.labels().answer(CloseHead.DENIES)).isFalse();
    }

    @Test
    void refusesAVerdictThatIsNone() {
        assertThatThrownBy(() -> PackExample.parse("x\tNONE\t-\ten\ttext", false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
