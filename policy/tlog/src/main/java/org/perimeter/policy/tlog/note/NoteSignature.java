// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.note;

import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.encoding.StrictBase64;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** One signature line of a note: key name, four bytes of key id, signature. */
final class NoteSignature {

    static final int KEY_ID_LENGTH = 4;

    /** An em dash and a space. */
    private static final String MARK = "\u2014 ";

    private final String name;
    private final byte[] keyIdAndSignature;

    private NoteSignature(String name, byte[] keyIdAndSignature) {
        this.name = name;
        this.keyIdAndSignature = keyIdAndSignature;
    }

    static NoteSignature of(VerifierKey key, byte[] signature) {
        return new NoteSignature(
                key.name(),
                ByteBuffer.allocate(KEY_ID_LENGTH + signature.length)
                        .put(key.keyId())
                        .put(signature)
                        .array());
    }

    static NoteSignature parse(String line) throws MalformedLogException {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(MARK) || space < MARK.length()) {
            throw new MalformedLogException("a signature line is not of the form “— name …”");
        }
        String name = VerifierKey.requireName(line.substring(MARK.length(), space));
        byte[] bytes = StrictBase64.decode(line.substring(space + 1));
        if (bytes.length <= KEY_ID_LENGTH) {
            throw new MalformedLogException("a signature line without signature");
        }
        return new NoteSignature(name, bytes);
    }

    String line() {
        return MARK + name + " " + StrictBase64.encode(keyIdAndSignature) + "\n";
    }

    boolean isBy(VerifierKey key) {
        return name.equals(key.name())
                && Arrays.equals(key.keyId(), Arrays.copyOf(keyIdAndSignature, KEY_ID_LENGTH));
    }

    byte[] signature() {
        return Arrays.copyOfRange(keyIdAndSignature, KEY_ID_LENGTH, keyIdAndSignature.length);
    }
}
