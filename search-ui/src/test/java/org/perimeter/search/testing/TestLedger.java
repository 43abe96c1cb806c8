// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.testing;

import org.perimeter.policy.key.IncidentSeal;
import org.perimeter.policy.ledger.Ledger;
import org.perimeter.policy.ledger.LedgerKeys;
import org.perimeter.policy.ledger.PayloadStore;
import org.perimeter.policy.ledger.docket.Docket;
import org.perimeter.policy.ledger.docket.DocketLine;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.tlog.note.NoteSigner;
import org.perimeter.policy.tlog.note.VerifierKey;
import org.perimeter.policy.tlog.tile.DirectoryTiles;
import org.perimeter.policy.tlog.tile.TileReader;
import org.perimeter.search.access.AuditTrail;
import org.perimeter.search.access.AuditUnavailableException;
import org.perimeter.search.access.PendingEntry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.crypto.spec.SecretKeySpec;

/** A real ledger in a folder that a test can take down, and that remembers what it was given. */
public final class TestLedger implements AuditTrail, AutoCloseable {

    private final Path folder;
    private final NoteSigner signer;
    private final Ledger ledger;
    private final LedgerKeys keys;
    private final List<LedgerDraft> drafts = new ArrayList<>();
    private boolean down;

    public TestLedger(Path folder, NoteSigner signer) throws IOException {
        this.folder = folder;
        this.signer = signer;
        this.keys =
                new LedgerKeys(
                        signer,
                        new SecretKeySpec(new byte[32], "HmacSHA256"),
                        new SecretKeySpec(new byte[32], "AES"));
        this.ledger = Ledger.open(folder, keys);
    }

    @Override
    public synchronized PendingEntry submit(LedgerDraft draft) {
        if (down) {
            throw new AuditUnavailableException(null);
        }
        try {
            long index = ledger.append(List.of(draft)).firstIndex();
            drafts.add(draft);
            return () -> index;
        } catch (IOException e) {
            throw new AuditUnavailableException(e);
        }
    }

    /** From now on nothing is recorded. */
    public synchronized void down() {
        down = true;
    }

    /** What was recorded, of one type. */
    public synchronized List<LedgerDraft> of(LedgerEntryType type) {
        return drafts.stream().filter(draft -> draft.type() == type).toList();
    }

    /** The published files. */
    public TileReader tiles() {
        return new DirectoryTiles(folder);
    }

    /** What its entries commit to. */
    public PayloadStore payloads() {
        return Ledger.payloads(folder, keys);
    }

    /** Seals what is told of incidents. */
    public IncidentSeal seal() {
        return new IncidentSeal(new SecretKeySpec(new byte[32], "AES"));
    }

    /** A docket that vouches for incidents, whatever was recorded. */
    public String docket(Instant at, Incident... incidents) {
        Map<String, DocketLine> lines = new HashMap<>();
        for (Incident incident : incidents) {
            lines.put(incident.id(), DocketLine.of(incident, 0));
        }
        return new Docket(at, 0, lines).signed(signer);
    }

    /** The key that verifies it. */
    public VerifierKey key() {
        return signer.verifierKey();
    }

    /** Where it lies. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        ledger.close();
    }
}
