// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook;

import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.note.NoteSigner;
import org.perimeter.policy.tlog.note.SignedNote;

import java.nio.charset.StandardCharsets;

/** Makes the {@code SIGNATURES} file: one note over a rulebook's hash, one line per signer. */
public final class RulebookSigner {

    private RulebookSigner() {}

    /** The text that is signed. */
    public static String text(String hash) {
        return "perimeter rulebook\n" + hash + "\n";
    }

    /** A note with one signature. */
    public static String sign(String hash, NoteSigner signer) {
        return signer.sign(text(hash)).format();
    }

    /**
     * Adds a signature below those that are there.
     *
     * @param signatures the file so far
     * @throws MalformedLogException when the file is not a note over this hash
     */
    public static String add(String signatures, String hash, NoteSigner signer)
            throws MalformedLogException {
        SignedNote note = SignedNote.parse(signatures.getBytes(StandardCharsets.UTF_8));
        if (!note.text().equals(text(hash))) {
            throw new MalformedLogException("the signatures are over another rulebook");
        }
        return note.with(signer.sign(text(hash))).format();
    }
}
