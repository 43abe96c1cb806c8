// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.testing;

import org.perimeter.policy.key.KeyFolder;
import org.perimeter.policy.rulebook.RulebookDraft;
import org.perimeter.policy.rulebook.RulebookFolder;
import org.perimeter.policy.rulebook.RulebookSigner;
import org.perimeter.policy.rulebook.RulebookTemplate;
import org.perimeter.policy.rulebook.TrustKeys;
import org.perimeter.policy.tlog.note.NoteSigner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A deployment's folder with fresh keys and the shipped rulebook, signed and in force today. */
public final class Deployment {

    private final Path folder;

    private Deployment(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder. */
    public static Deployment create(Path folder) throws IOException {
        KeyFolder keys = KeyFolder.create(folder.resolve("keys"), "rtcc.example.org/audit");
        NoteSigner agency = signer("perimeter-demo/agency");
        NoteSigner board = signer("perimeter-demo/board");
        Files.writeString(
                keys.trustFile(),
                new TrustKeys(agency.verifierKey(), board.verifierKey()).format());
        String yaml = RulebookTemplate.render("Example City RTCC", LocalDate.now(ZoneOffset.UTC));
        String text = RulebookSigner.text(RulebookDraft.parse(yaml).hash());
        RulebookFolder.write(
                folder.resolve("rulebook"),
                yaml,
                agency.sign(text).with(board.sign(text)).format());
        return new Deployment(folder);
    }

    /** Writes its config file, with a store and whatever the console's section is to be. */
    public Path config(String url, String prefix, String console) throws IOException {
        return Files.writeString(
                folder.resolve("config.yaml"),
                """
                store: { url: "%s", prefix: %s }
                keys: { folder: keys }
                rulebook: { folder: rulebook }
                console: %s
                """
                        .formatted(url, prefix, console));
    }

    /** Its keys. */
    public KeyFolder keys() {
        return KeyFolder.open(folder.resolve("keys"));
    }

    /** Where its ledger is when the console's section says nothing else. */
    public Path ledger() {
        return folder.resolve("ledger");
    }

    /** A signer with a new key. */
    public static NoteSigner signer(String name) {
        try {
            return new NoteSigner(name, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
