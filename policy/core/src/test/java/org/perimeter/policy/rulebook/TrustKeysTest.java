// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.note.NoteSigner;
import org.perimeter.policy.tlog.note.VerifierKey;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;

final class TrustKeysTest {

    @Test
    void survivesItsTextForm() throws MalformedLogException {
        // Given
        TrustKeys trust = new RulebookFixture().trust();

        // When
        TrustKeys read = TrustKeys.parse(trust.format());

        // Then
        assertThat(read.format()).isEqualTo(trust.format());
        assertThat(read.isDemo()).isFalse();
    }

    @Test
    void refusesOneKeyUnderTwoNames() throws GeneralSecurityException {
        // Given
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        VerifierKey agency = new NoteSigner("agency", pair).verifierKey();
        VerifierKey board = new NoteSigner("board", pair).verifierKey();

        // When
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrustKeys(agency, board))

                // Then
                .withMessageContaining("two different signers");
    }

    @Test
    void refusesAFileWithOneKey() {
        // Given
        String text = RulebookFixture.signer("agency").verifierKey().text() + "\n";

        // When
        assertThatExceptionOfType(MalformedLogException.class)
                .isThrownBy(() -> TrustKeys.parse(text))

                // Then
                .withMessageContaining("two verifier keys");
    }
}
