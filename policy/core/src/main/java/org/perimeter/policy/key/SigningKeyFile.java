// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.key;

import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.note.NoteSigner;
import org.perimeter.policy.tlog.note.VerifierKey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * An Ed25519 signing key on disk: {@code <stem>.key} (PKCS#8, Base64, mode 0600) and beside it
 * {@code <stem>.vkey}, the verifier key that also holds the signer's name.
 */
public final class SigningKeyFile {

    private SigningKeyFile() {}

    /**
     * Makes a new pair and writes both files.
     *
     * @param name of the signer; a demo's names start with {@code perimeter-demo/}
     * @throws java.nio.file.FileAlreadyExistsException when there is such a key already
     */
    public static NoteSigner create(Path folder, String stem, String name) throws IOException {
        KeyPair pair = generate(new SecureRandom());
        NoteSigner signer = new NoteSigner(name, pair);
        String key = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
        PrivateFiles.create(folder.resolve(stem + ".key"), key + "\n");
        Files.writeString(folder.resolve(stem + ".vkey"), signer.verifierKey().text() + "\n");
        return signer;
    }

    /**
     * Reads a pair.
     *
     * @throws IOException when a file cannot be read, is no key, or the two do not belong together
     */
    public static NoteSigner read(Path folder, String stem) throws IOException {
        VerifierKey expected = verifierKey(folder, stem);
        byte[] encoded;
        NoteSigner signer;
        try {
            encoded = Base64.getDecoder().decode(PrivateFiles.read(folder.resolve(stem + ".key")));
            signer = new NoteSigner(expected.name(), pairOf(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(stem + ".key is not an Ed25519 key in Base64 PKCS#8", e);
        }
        if (!signer.verifierKey().text().equals(expected.text())) {
            throw new IOException(stem + ".key and " + stem + ".vkey do not belong together");
        }
        return signer;
    }

    /** Reads the public half only. */
    public static VerifierKey verifierKey(Path folder, String stem)
            throws IOException, MalformedLogException {
        return VerifierKey.parse(Files.readString(folder.resolve(stem + ".vkey")).strip());
    }

    private static KeyPair pairOf(byte[] encoded) throws GeneralSecurityException {
        PrivateKey key =
                KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        byte[] seed =
                ((EdECPrivateKey) key)
                        .getBytes()
                        .orElseThrow(() -> new GeneralSecurityException("the key has no bytes"));
        return generate(new FixedSeed(seed));
    }

    private static KeyPair generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks Ed25519", e);
        }
    }

    /**
     * Hands the generator the 32 bytes of a known private key: the JDK has no other way to derive a
     * public key from a private one (RFC 8032, section 5.1.5).
     */
    private static final class FixedSeed extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        FixedSeed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("an Ed25519 seed has " + seed.length + " bytes");
            }
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }
}
