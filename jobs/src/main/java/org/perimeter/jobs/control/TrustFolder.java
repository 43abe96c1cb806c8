// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.control;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.key.KeyFolder;
import org.perimeter.policy.ledger.docket.Docket;
import org.perimeter.policy.model.decision.SignedRulebook;
import org.perimeter.policy.rulebook.RulebookCheck;
import org.perimeter.policy.rulebook.RulebookLoader;
import org.perimeter.policy.rulebook.TrustKeys;
import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.note.VerifierKey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Verifies rulebooks by the trust file of a key folder and dockets by its ledger key, on whatever
 * machine the station runs.
 */
public final class TrustFolder implements ControlReading {

    private static final long serialVersionUID = 1L;

    private final String keys;
    private final boolean loopbackOnly;
    private transient @Nullable RulebookLoader loader;
    private transient @Nullable VerifierKey ledger;

    /**
     * @param keys path of the key folder
     * @param loopbackOnly whether the console can be reached from this machine only
     */
    public TrustFolder(Path keys, boolean loopbackOnly) {
        this.keys = keys.toString();
        this.loopbackOnly = loopbackOnly;
    }

    /**
     * @throws UncheckedIOException when the trust file cannot be read
     */
    @Override
    public RulebookCheck read(SignedRulebook signed, Instant now) {
        if (loader == null) {
            try {
                Path trust = KeyFolder.open(Path.of(keys)).trustFile();
                loader = new RulebookLoader(TrustKeys.read(trust), loopbackOnly);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the rulebook's trust file", e);
            }
        }
        return loader.load(signed, now);
    }

    /**
     * @throws UncheckedIOException when the ledger's key cannot be read
     */
    @Override
    public Optional<Docket> docket(String note) {
        try {
            return Optional.of(Docket.open(note, ledgerKey()));
        } catch (MalformedLogException e) {
            return Optional.empty();
        }
    }

    private VerifierKey ledgerKey() {
        VerifierKey known = ledger;
        if (known == null) {
            try {
                known = KeyFolder.open(Path.of(keys)).ledgerKey();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the ledger's public key", e);
            }
            ledger = known;
        }
        return known;
    }
}
