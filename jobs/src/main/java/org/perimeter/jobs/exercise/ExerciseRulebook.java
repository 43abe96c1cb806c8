// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.exercise;

import org.perimeter.policy.key.KeyFolder;
import org.perimeter.policy.model.decision.SignedRulebook;
import org.perimeter.policy.rulebook.RulebookDraft;
import org.perimeter.policy.rulebook.RulebookSigner;
import org.perimeter.policy.rulebook.RulebookTemplate;
import org.perimeter.policy.rulebook.TrustKeys;
import org.perimeter.policy.tlog.note.NoteSigner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.ZoneOffset;

/** Makes fresh keys and the default rulebook, signed with them. */
final class ExerciseRulebook {

    private ExerciseRulebook() {}

    /**
     * Makes the key folder and the rulebook.
     *
     * @param keys where the key folder is made
     * @param now from which day on it is in effect
     */
    static SignedRulebook sign(Path keys, Instant now)
            throws IOException, GeneralSecurityException {
        NoteSigner agency = signer("bench.invalid/agency");
        NoteSigner board = signer("bench.invalid/board");
        KeyFolder folder = KeyFolder.create(keys, "bench.invalid/audit");
        Files.writeString(
                folder.trustFile(),
                new TrustKeys(agency.verifierKey(), board.verifierKey()).format());
        String yaml = RulebookTemplate.render("Exercise", now.atZone(ZoneOffset.UTC).toLocalDate());
        String hash = RulebookDraft.parse(yaml).hash();
        String note = RulebookSigner.add(RulebookSigner.sign(hash, agency), hash, board);
        return new SignedRulebook(hash, yaml, note, now);
    }

    private static NoteSigner signer(String name) throws GeneralSecurityException {
        return new NoteSigner(name, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    }
}
