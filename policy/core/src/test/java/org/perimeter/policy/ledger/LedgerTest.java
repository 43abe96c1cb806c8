// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.tlog.log.Folders;
import org.perimeter.policy.tlog.note.TestSigners;
import org.perimeter.policy.tlog.note.VerifierKey;
import org.perimeter.policy.tlog.tile.DirectoryTiles;
import org.perimeter.policy.tlog.tree.Hash;
import org.perimeter.policy.tlog.verify.LogVerification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class LedgerTest {

    private static final LedgerKeys KEYS = TestKeys.ledger("log.example/audit");

    @TempDir private Path folder;

    @Test
    void beginsWithASignedCheckpointOfAnEmptyTree() throws IOException {
        // When
        Ledger.open(folder, KEYS).close();

        // Then
        assertThat(verify())
                .isEqualTo(new LogVerification(true, 0, Hash.emptyTree().toBase64(), null));
    }

    @Test
    void appendsEachDraftOnceAcrossRestarts() throws IOException {
        // Given
        try (Ledger ledger = Ledger.open(folder, KEYS)) {
            ledger.append(Drafts.range("jobs-1", 1, 300));
        }

        // When
        LedgerAppend again;
        try (Ledger ledger = Ledger.open(folder, KEYS)) {
            List<LedgerDraft> drafts = new ArrayList<>(Drafts.range("jobs-1", 290, 305));
            drafts.addAll(Drafts.range("jobs-2", 1, 2));
            again = ledger.append(drafts);
        }

        // Then
        assertThat(again.firstIndex()).isEqualTo(300);
        assertThat(again.added()).hasSize(7).startsWith(Drafts.of("jobs-1", 301));
        assertThat(verify().size()).isEqualTo(307);
        try (Ledger ledger = Ledger.open(folder, KEYS)) {
            assertThat(ledger.mark("jobs-1")).isEqualTo(305);
            assertThat(ledger.mark("jobs-2")).isEqualTo(2);
            assertThat(ledger.mark("jobs-3")).isZero();
        }
    }

    @Test
    void leavesTheLogAsItWasWhenADraftIsMissing() throws IOException {
        try (Ledger ledger = Ledger.open(folder, KEYS)) {
            // Given
            ledger.append(Drafts.range("jobs-1", 1, 3));

            // When / Then
            assertThatThrownBy(
                            () ->
                                    ledger.append(
                                            List.of(
                                                    Drafts.of("jobs-1", 4),
                                                    Drafts.of("jobs-1", 6))))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(ledger.size()).isEqualTo(3);
            assertThat(ledger.append(Drafts.range("jobs-1", 4, 4)).firstIndex()).isEqualTo(3);
        }
    }

    @Test
    void refusesAnEntryThatNoBundleCanHold() throws IOException {
        try (Ledger ledger = Ledger.open(folder, KEYS)) {
            // Given
            LedgerDraft tooLong =
                    new LedgerDraft(
                            "jobs-1",
                            1,
                            LedgerEntryType.SEARCH,
                            Instant.EPOCH,
                            "x".repeat(65_536),
                            "",
                            Outcome.ADMIT,
                            "a",
                            "{}");

            // When / Then
            assertThatThrownBy(() -> ledger.append(List.of(tooLong)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("65535");
            assertThat(ledger.size()).isZero();
        }
    }

    @Test
    void showsNeitherActorNorPayloadInThePublishedFiles() throws IOException {
        // When
        try (Ledger ledger = Ledger.open(folder, KEYS)) {
            ledger.append(Drafts.range("jobs-1", 1, 3));
        }

        // Then
        for (Path file : Folders.files(folder)) {
            if (!file.startsWith(folder.resolve("writer"))) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(content).doesNotContain("analyst-").doesNotContain("jobs-1");
            }
        }
    }

    @Test
    void opensTheCommitmentOfAnEntryUntilItIsErased() throws IOException {
        // Given
        try (Ledger ledger = Ledger.open(folder, KEYS)) {
            ledger.append(Drafts.range("jobs-1", 1, 600));
        }
        PayloadStore payloads = Ledger.payloads(folder, KEYS);
        LedgerEntry entry = entry(511);
        SaltedPayload opened = payloads.find(511);

        // When
        payloads.erase(511);

        // Then
        assertThat(opened).isNotNull();
        assertThat(opened.payload()).isEqualTo(Drafts.payload("jobs-1", 512));
        assertThat(opened.commitment()).isEqualTo(entry.objCommit());
        assertThat(payloads.find(511)).isNull();
        assertThat(payloads.find(510)).isNotNull();
        assertThat(payloads.find(512)).isNotNull();
        assertThat(verify().ok()).isTrue();
    }

    @Test
    void givesTheSameReferenceToTheSameActorOnly() throws IOException {
        // When
        try (Ledger ledger = Ledger.open(folder, KEYS)) {
            ledger.append(Drafts.range("jobs-1", 1, 6));
        }

        // Then
        assertThat(entry(0).actorRef()).isEqualTo(entry(3).actorRef()).hasSize(64);
        assertThat(entry(0).actorRef()).isNotEqualTo(entry(1).actorRef());
    }

    @Test
    void givesEveryEntryAReceiptThatProvesItAndNoOther() throws IOException {
        // Given
        try (Ledger ledger = Ledger.open(folder, KEYS)) {
            ledger.append(Drafts.range("jobs-1", 1, 600));
        }
        LedgerReader reader = new LedgerReader(new DirectoryTiles(folder));
        VerifierKey key = KEYS.signer().verifierKey();

        for (int index = 0; index < 600; index += 23) {
            // When
            Receipt receipt = Receipt.parse(requireNonNull(reader.findReceipt(index)).format());

            // Then
            assertThat(receipt.proves(entry(reader, index), key)).isTrue();
            assertThat(receipt.proves(entry(reader, (index + 1) % 600), key)).isFalse();
            assertThat(
                            receipt.proves(
                                    entry(reader, index),
                                    TestSigners.signer("log.example/audit").verifierKey()))
                    .isFalse();
        }
        assertThat(reader.findReceipt(600)).isNull();
        assertThat(reader.findEntry(-1)).isNull();
    }

    private LogVerification verify() throws IOException {
        return LedgerVerifier.of(KEYS.signer().verifierKey())
                .verify(new DirectoryTiles(folder), null);
    }

    private static byte[] entry(LedgerReader reader, long index) throws IOException {
        return requireNonNull(reader.findEntry(index));
    }

    private LedgerEntry entry(long index) throws IOException {
        return LedgerEntry.parse(entry(new LedgerReader(new DirectoryTiles(folder)), index));
    }
}
