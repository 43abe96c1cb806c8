// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.note;

import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.encoding.StrictBase64;
import org.perimeter.policy.tlog.tree.Hash;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The public half of a note signer, in the text form ("vkey") that boards keep and pass on: {@code
 * name+keyId+base64(type ‖ key)} (C2SP signed-note).
 */
public final class VerifierKey {

    /** Ed25519 over the note's text. */
    static final byte ED25519 = 1;

    private static final int KEY_LENGTH = 32;
    private static final Pattern FORM = Pattern.compile("([^+\\s]+)\\+([0-9a-f]{8})\\+(\\S+)");

    /** What X.509 puts before the 32 bytes of an Ed25519 key (RFC 8410). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] key;
    private final PublicKey publicKey;

    private VerifierKey(String name, byte[] key) throws MalformedLogException {
        this.name = requireName(name);
        this.key = key;
        this.publicKey = decode(key);
    }

    /**
     * Wraps a public key.
     *
     * @param name of the log or witness: not empty, without space and plus sign
     * @throws IllegalArgumentException when it is not an Ed25519 key or the name is not allowed
     */
    public static VerifierKey of(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded == null
                || encoded.length != X509_PREFIX.length + KEY_LENGTH
                || !Arrays.equals(
                        encoded, 0, X509_PREFIX.length, X509_PREFIX, 0, X509_PREFIX.length)) {
            throw new IllegalArgumentException("not an Ed25519 key: " + key.getAlgorithm());
        }
        try {
            return new VerifierKey(
                    name, Arrays.copyOfRange(encoded, X509_PREFIX.length, encoded.length));
        } catch (MalformedLogException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * Reads the text form.
     *
     * @throws MalformedLogException when it is not a vkey, is of another algorithm, or its key id
     *     belongs to another key
     */
    public static VerifierKey parse(String text) throws MalformedLogException {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new MalformedLogException("not a verifier key: name+keyId+base64 is expected");
        }
        byte[] typed = StrictBase64.decode(matcher.group(3));
        if (typed.length != 1 + KEY_LENGTH || typed[0] != ED25519) {
            throw new MalformedLogException("the verifier key is not an Ed25519 key");
        }
        VerifierKey parsed =
                new VerifierKey(matcher.group(1), Arrays.copyOfRange(typed, 1, typed.length));
        if (!parsed.text().equals(text)) {
            throw new MalformedLogException("the verifier key has the key id of another key");
        }
        return parsed;
    }

    /** The signer's name; for a log it is the origin line of its checkpoints. */
    public String name() {
        return name;
    }

    /** The key id that signature lines carry: SHA-256(name ‖ 0x0A ‖ type ‖ key)[:4]. */
    byte[] keyId() {
        MessageDigest digest = Hash.sha256();
        digest.update(Hash.utf8(name));
        digest.update((byte) '\n');
        digest.update(ED25519);
        return Arrays.copyOf(digest.digest(key), NoteSignature.KEY_ID_LENGTH);
    }

    /** The text form. */
    public String text() {
        byte[] typed = ByteBuffer.allocate(1 + KEY_LENGTH).put(ED25519).put(key).array();
        return name + "+" + HexFormat.of().formatHex(keyId()) + "+" + StrictBase64.encode(typed);
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(publicKey);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            // A signature of the wrong length or form is as good as a wrong one.
            return false;
        }
    }

    static String requireName(String name) throws MalformedLogException {
        boolean blank = name.chars().anyMatch(c -> Character.isWhitespace(c) || c < ' ');
        if (name.isEmpty() || blank || name.contains("+")) {
            throw new MalformedLogException("a key name has no space and no plus sign");
        }
        return name;
    }

    private static PublicKey decode(byte[] key) throws MalformedLogException {
        byte[] encoded =
                ByteBuffer.allocate(X509_PREFIX.length + KEY_LENGTH)
                        .put(X509_PREFIX)
                        .put(key)
                        .array();
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new MalformedLogException("not a point of Ed25519");
        }
    }

    @Override
    public String toString() {
        return text();
    }
}
