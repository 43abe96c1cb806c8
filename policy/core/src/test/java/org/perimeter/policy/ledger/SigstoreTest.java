// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.Objects.requireNonNull;

import dev.sigstore.encryption.signers.Verifiers;
import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import dev.sigstore.rekor.client.Checkpoints;
import dev.sigstore.rekor.client.RekorEntry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.tlog.note.NoteSigner;
import org.perimeter.policy.tlog.tile.DirectoryTiles;
import org.perimeter.policy.tlog.tree.Hash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;

/** A verifier that others wrote judges our checkpoints and receipts. */
class SigstoreTest {

    private static final int SIZE = 777;

    @TempDir private Path folder;
    private KeyPair pair;
    private LedgerReader reader;

    @BeforeEach
    void writeALog() throws IOException, GeneralSecurityException {
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        LedgerKeys keys =
                new LedgerKeys(
                        new NoteSigner("log.example/audit", pair),
                        TestKeys.secret("HmacSHA256", 1),
                        TestKeys.secret("AES", 2));
        try (Ledger ledger = Ledger.open(folder, keys)) {
            ledger.append(Drafts.range("jobs-1", 1, SIZE));
        }
        reader = new LedgerReader(new DirectoryTiles(folder));
    }

    @Test
    @Control("AUD-04")
    void readsTheCheckpointAndFindsItsSignatureGood() throws Exception {
        // Given
        String note = Files.readString(folder.resolve("checkpoint"));

        // When
        RekorEntry.Checkpoint checkpoint = Checkpoints.from(note);

        // Then
        assertThat(checkpoint.getOrigin()).isEqualTo("log.example/audit");
        assertThat(checkpoint.getSize()).isEqualTo(SIZE);
        assertThat(checkpoint.getBase64Hash()).isEqualTo(reader.head().root().toBase64());
        assertThat(checkpoint.getSignatures()).hasSize(1);
        byte[] signed = checkpoint.getSignedData().getBytes(StandardCharsets.UTF_8);
        byte[] signature = checkpoint.getSignatures().get(0).getSignature();
        assertThat(Verifiers.newVerifier(pair.getPublic()).verify(signed, signature)).isTrue();
        signed[0] ^= 1;
        assertThat(Verifiers.newVerifier(pair.getPublic()).verify(signed, signature)).isFalse();
    }

    @Test
    void acceptsTheProofOfEveryReceiptAndNoOther() throws Exception {
        byte[] root = reader.head().root().toBytes();
        for (int index = 0; index < SIZE; index += 37) {
            // Given
            byte[] leaf = Hash.leaf(requireNonNull(reader.findEntry(index))).toBytes();
            Receipt receipt = requireNonNull(reader.findReceipt(index));
            List<byte[]> proof = receipt.proof().stream().map(Hash::toBytes).toList();

            // When
            InclusionProofVerifier.verify(leaf, index, SIZE, proof, root);

            // Then
            leaf[0] ^= 1;
            long at = index;
            assertThatThrownBy(() -> InclusionProofVerifier.verify(leaf, at, SIZE, proof, root))
                    .isInstanceOf(InclusionProofVerificationException.class);
        }
    }
}
