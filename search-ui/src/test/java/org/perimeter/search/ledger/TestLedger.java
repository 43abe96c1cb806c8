// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.ledger;

import org.perimeter.connectors.spi.store.IncidentStore;
import org.perimeter.policy.key.IncidentSeal;
import org.perimeter.policy.ledger.Ledger;
import org.perimeter.policy.ledger.LedgerKeys;
import org.perimeter.policy.ledger.LedgerVerifier;
import org.perimeter.policy.ledger.RecordedDrafts;
import org.perimeter.policy.ledger.docket.DocketBook;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.tlog.note.NoteSigner;
import org.perimeter.policy.tlog.note.VerifierKey;
import org.perimeter.policy.tlog.tile.DirectoryTiles;
import org.perimeter.policy.tlog.tile.TileReader;
import org.perimeter.policy.tlog.verify.LogVerification;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

import javax.crypto.spec.SecretKeySpec;

/** A ledger with throw-away keys, and invented drafts for it. */
final class TestLedger {

    private final Path folder;
    private final LedgerKeys keys;

    TestLedger(Path folder) {
        this.folder = folder;
        try {
            this.keys =
                    new LedgerKeys(
                            new NoteSigner(
                                    "log.example/audit",
                                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair()),
                            new SecretKeySpec(new byte[32], "HmacSHA256"),
                            new SecretKeySpec(new byte[32], "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private TestLedger(Path folder, LedgerKeys keys) {
        this.folder = folder;
        this.keys = keys;
    }

    /** A ledger in another folder under the same keys. */
    TestLedger at(Path other) {
        return new TestLedger(other, keys);
    }

    Ledger open() throws IOException {
        return Ledger.open(folder, keys);
    }

    TileReader tiles() {
        return new DirectoryTiles(folder);
    }

    RecordedDrafts recorded() {
        return new RecordedDrafts(tiles(), Ledger.payloads(folder, keys), keys);
    }

    IncidentSeal seal() {
        return new IncidentSeal(new SecretKeySpec(new byte[32], "AES"));
    }

    /** Tells of the incidents in it. */
    DocketDesk docket(IncidentStore incidents) {
        DocketBook book = new DocketBook(tiles(), Ledger.payloads(folder, keys), seal());
        return new DocketDesk(book, keys.signer(), incidents);
    }

    VerifierKey key() {
        return keys.signer().verifierKey();
    }

    LogVerification verify() throws IOException {
        return LedgerVerifier.of(key()).verify(tiles(), null);
    }

    static LedgerDraft draft(String producer, long sequence) {
        return draft(producer, sequence, "AUD-02");
    }

    static LedgerDraft draft(String producer, long sequence, String ruleId) {
        return new LedgerDraft(
                producer,
                sequence,
                LedgerEntryType.SEARCH,
                Instant.parse("2026-11-24T05:00:00Z"),
                ruleId,
                "",
                Outcome.ADMIT,
                "analyst-1",
                "{}");
    }

    static List<LedgerDraft> drafts(String producer, long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(n -> draft(producer, n)).toList();
    }
}
