// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.log.Checkpoint;
import org.perimeter.policy.tlog.note.NoteSigner;
import org.perimeter.policy.tlog.note.TestSigners;
import org.perimeter.policy.tlog.tree.Hash;
import org.perimeter.policy.tlog.tree.MemoryTree;
import org.perimeter.policy.tlog.tree.MerkleTree;

import java.io.IOException;
import java.util.List;

class ReceiptTest {

    private static final NoteSigner SIGNER = TestSigners.signer("log.example/audit");
    private static final MemoryTree TREE = MemoryTree.ofSize(11);

    @Test
    void findsAChangeOfAnyCharacter() throws IOException {
        // Given
        String good = receipt().format();

        for (int i = 0; i < good.length(); i++) {
            char[] bad = good.toCharArray();
            bad[i] = (char) (bad[i] ^ 1);

            // When
            boolean proven = proves(new String(bad));

            // Then
            assertThat(proven).as("character %d", i).isFalse();
        }
        assertThat(proves(good)).isTrue();
    }

    @Test
    void ignoresTheUnauthenticatedExtraLine() throws IOException {
        // Given
        String text = receipt().format().replace("\nindex", "\nextra AAEC\nindex");

        // When
        boolean proven = proves(text);

        // Then
        assertThat(proven).isTrue();
    }

    @Test
    void hasTheShapeOfTheSpecification() throws IOException {
        // When
        String text = receipt().format();

        // Then
        assertThat(text.lines().limit(2)).containsExactly("c2sp.org/tlog-proof@v1", "index 7");
        assertThat(text.lines().skip(2).limit(4).map(String::length)).containsOnly(44);
        assertThat(text).contains("\n\nlog.example/audit\n11\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "c2sp.org/tlog-proof@v1\n\n",
                "c2sp.org/tlog-proof@v1\nextra AAEC\n\nx",
                "c2sp.org/tlog-proof@v1\nindex -1\n\nx",
                "c2sp.org/tlog-proof@v2\nindex 1\n\nx",
                "c2sp.org/tlog-proof@v1\nindex 1\nAAAA\n\nx",
            })
    void refusesWhatIsNoReceipt(String text) {
        // When / Then
        assertThatThrownBy(() -> Receipt.parse(text)).isInstanceOf(MalformedLogException.class);
    }

    private static Receipt receipt() throws IOException {
        Checkpoint checkpoint = new Checkpoint("log.example/audit", 11, TREE.root(11));
        List<Hash> proof = MerkleTree.inclusionProof(7, 11, TREE.source());
        return new Receipt(7, proof, SIGNER.sign(checkpoint.text()));
    }

    private static boolean proves(String text) {
        try {
            return Receipt.parse(text).proves(MemoryTree.entry(7), SIGNER.verifierKey());
        } catch (MalformedLogException e) {
            return false;
        }
    }
}
