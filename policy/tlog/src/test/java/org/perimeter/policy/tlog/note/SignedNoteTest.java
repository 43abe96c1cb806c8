// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.log.Checkpoint;
import org.perimeter.policy.tlog.tree.Hash;

import java.nio.charset.StandardCharsets;

class SignedNoteTest {

    /** A checkpoint made by another program, accepted by Go's sumdb/note. */
    private static final String FOREIGN_KEY =
            "rtcc.example.org/audit+5e4493ca+ARyhiQtJuthTfpL/MUtL8/McJ8BX6ryoqQYbi4iseVd6";

    private static final String FOREIGN_CHECKPOINT =
            """
            rtcc.example.org/audit
            70123
            XlZHPHMooePP4svqMTfuy/dun6J6cQJIipFJ7IF35xY=

            — rtcc.example.org/audit \
            XkSTynKstVqQkuv6J1E5Roaw/XIuZfOZbl2EBbwH603TPKS6HcoX32tdoIpYIk/zmY0xy85DtZv3hWteQRO8VXslqAI=
            """;

    @Test
    void verifiesTheCheckpointOfAnotherProgram() throws MalformedLogException {
        // Given
        VerifierKey key = VerifierKey.parse(FOREIGN_KEY);

        // When
        Checkpoint checkpoint = Checkpoint.open(parse(FOREIGN_CHECKPOINT), key);

        // Then
        assertThat(checkpoint.origin()).isEqualTo("rtcc.example.org/audit");
        assertThat(checkpoint.size()).isEqualTo(70123);
        assertThat(checkpoint.root().toBase64())
                .isEqualTo("XlZHPHMooePP4svqMTfuy/dun6J6cQJIipFJ7IF35xY=");
        assertThat(key.text()).isEqualTo(FOREIGN_KEY);
    }

    @Test
    void findsEveryChangedByteOfACheckpoint() throws MalformedLogException {
        // Given
        VerifierKey key = VerifierKey.parse(FOREIGN_KEY);
        byte[] good = FOREIGN_CHECKPOINT.getBytes(StandardCharsets.UTF_8);

        for (int i = 0; i < good.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] bad = good.clone();
                bad[i] ^= (byte) (1 << bit);

                // When
                Throwable problem = null;
                try {
                    Checkpoint.open(SignedNote.parse(bad), key);
                } catch (MalformedLogException e) {
                    problem = e;
                }

                // Then
                assertThat(problem).as("byte %d, bit %d", i, bit).isNotNull();
            }
        }
    }

    @Test
    void writesWhatItReads() throws MalformedLogException {
        // When
        SignedNote note = parse(FOREIGN_CHECKPOINT);

        // Then
        assertThat(note.format()).isEqualTo(FOREIGN_CHECKPOINT);
    }

    @Test
    void signsSoThatOnlyTheRightKeyVerifies() {
        // Given
        NoteSigner signer = TestSigners.signer("log.example/a");
        NoteSigner other = TestSigners.signer("log.example/a");

        // When
        SignedNote note = signer.sign("a text\n\nwith a blank line\n");

        // Then
        assertThat(note.isSignedBy(signer.verifierKey())).isTrue();
        assertThat(note.isSignedBy(other.verifierKey())).isFalse();
    }

    @Test
    void keepsBothSignaturesOfACosignedNote() throws MalformedLogException {
        // Given
        NoteSigner agency = TestSigners.signer("agency");
        NoteSigner board = TestSigners.signer("board");

        // When
        SignedNote note = parse(agency.sign("same\n").with(board.sign("same\n")).format());

        // Then
        assertThat(note.isSignedBy(agency.verifierKey())).isTrue();
        assertThat(note.isSignedBy(board.verifierKey())).isTrue();
    }

    @Test
    void refusesTheCheckpointOfAnotherLogUnderTheSameKey() {
        // Given
        NoteSigner signer = TestSigners.signer("log.example/a");
        SignedNote note = signer.sign(new Checkpoint("log.example/b", 0, Hash.emptyTree()).text());

        // When / Then
        assertThatThrownBy(() -> Checkpoint.open(note, signer.verifierKey()))
                .isInstanceOf(MalformedLogException.class)
                .hasMessageContaining("another log");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o\n01\nXlZHPHMooePP4svqMTfuy/dun6J6cQJIipFJ7IF35xY=\n",
                "o\n-1\nXlZHPHMooePP4svqMTfuy/dun6J6cQJIipFJ7IF35xY=\n",
                "o\n1\nXlZHPHMooePP4svqMTfuy/dun6J6cQJIipFJ7IF35xY=\nextension\n",
                "o\n1\nXlZH\n",
                "o\n1\nXlZHPHMooePP4svqMTfuy/dun6J6cQJIipFJ7IF35xZ=\n",
                "o\n1\n",
                "o\n99999999999999999999\nXlZHPHMooePP4svqMTfuy/dun6J6cQJIipFJ7IF35xY=\n",
            })
    void refusesMalformedCheckpoints(String text) {
        // When / Then
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(MalformedLogException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtcc.example.org/audit+5e4493cb+ARyhiQtJuthTfpL/MUtL8/McJ8BX6ryoqQYbi4iseVd6",
                "other.example.org/audit+5e4493ca+ARyhiQtJuthTfpL/MUtL8/McJ8BX6ryoqQYbi4iseVd6",
                "rtcc.example.org/audit+5e4493ca+BByhiQtJuthTfpL/MUtL8/McJ8BX6ryoqQYbi4iseVd6",
                "rtcc.example.org/audit",
                "",
            })
    void refusesVerifierKeysThatDoNotAddUp(String text) {
        // When / Then
        assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(MalformedLogException.class);
    }

    private static SignedNote parse(String note) throws MalformedLogException {
        return SignedNote.parse(note.getBytes(StandardCharsets.UTF_8));
    }
}
