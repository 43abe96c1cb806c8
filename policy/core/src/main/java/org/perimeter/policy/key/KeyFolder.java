// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.key;

import org.perimeter.policy.ledger.LedgerKeys;
import org.perimeter.policy.tlog.note.NoteSigner;
import org.perimeter.policy.tlog.note.VerifierKey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The folder of a deployment's keys. What travels between processes is its path, never a key.
 *
 * <p>{@code master.key}, {@code payload.key} and {@code actor.key} hold 32 random bytes in Base64;
 * {@code ledger.key} and {@code ledger.vkey} the ledger's signing pair; {@code rulebook-trust.txt}
 * the verifier keys of agency and board; {@code incidents} the wrapped keys of incidents.
 */
public final class KeyFolder {

    private static final String MASTER = "master.key";
    private static final String PAYLOAD = "payload.key";
    private static final String ACTOR = "actor.key";
    private static final String LEDGER = "ledger";

    private final Path path;
    private final byte[] master;
    private final byte[] payload;
    private final byte[] actor;

    private KeyFolder(Path path) {
        this.path = path;
        this.master = secret(path.resolve(MASTER));
        this.payload = secret(path.resolve(PAYLOAD));
        this.actor = secret(path.resolve(ACTOR));
    }

    /**
     * Opens a folder.
     *
     * @throws java.io.UncheckedIOException when a key file is missing
     * @throws IllegalStateException when a key file is readable for others or holds no key
     */
    public static KeyFolder open(Path path) {
        return new KeyFolder(path);
    }

    /**
     * Makes the folder with fresh keys; signers of the rulebook are not among them.
     *
     * @param ledgerOrigin name of the ledger, such as {@code rtcc.example.org/audit}
     * @throws java.nio.file.FileAlreadyExistsException when there are keys already
     */
    public static KeyFolder create(Path path, String ledgerOrigin) throws IOException {
        Files.createDirectories(path.resolve("incidents"));
        for (String name : new String[] {MASTER, PAYLOAD, ACTOR}) {
            String key = Base64.getEncoder().encodeToString(Secrets.random(Secrets.KEY_LENGTH));
            PrivateFiles.create(path.resolve(name), key + "\n");
        }
        SigningKeyFile.create(path, LEDGER, ledgerOrigin);
        return new KeyFolder(path);
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Signs checkpoints; only the sequencer asks for it. */
    public NoteSigner ledgerSigner() throws IOException {
        return SigningKeyFile.read(path, LEDGER);
    }

    /** Verifies checkpoints. */
    public VerifierKey ledgerKey() throws IOException {
        return SigningKeyFile.verifierKey(path, LEDGER);
    }

    /** Encrypts audit payloads (AES-256). */
    public SecretKey payloadKey() {
        return new SecretKeySpec(payload, "AES");
    }

    /** Everything that the ledger's one writer needs. */
    public LedgerKeys ledgerKeys() throws IOException {
        return new LedgerKeys(ledgerSigner(), new SecretKeySpec(actor, "HmacSHA256"), payloadKey());
    }

    /** Seals what is told of incidents. */
    public IncidentSeal incidentSeal() {
        return new IncidentSeal(masterKey());
    }

    /** The file with the verifier keys of those who sign the rulebook, which may not exist yet. */
    public Path trustFile() {
        return path.resolve("rulebook-trust.txt");
    }

    Path incidents() {
        return path.resolve("incidents");
    }

    SecretKey masterKey() {
        return new SecretKeySpec(master, "AES");
    }

    private static byte[] secret(Path file) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(PrivateFiles.require(file));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file.getFileName() + " is not Base64", e);
        }
        if (key.length != Secrets.KEY_LENGTH) {
            throw new IllegalStateException(
                    file.getFileName() + " must hold " + Secrets.KEY_LENGTH + " bytes");
        }
        return key;
    }
}
