// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.note;

import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.tree.Hash;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A text with signature lines below it (C2SP signed-note). Parsing does not check signatures. */
public final class SignedNote {

    private static final int MAX_LENGTH = 1_000_000;
    private static final int MAX_SIGNATURES = 100;

    private final String text;
    private final List<NoteSignature> signatures;

    SignedNote(String text, List<NoteSignature> signatures) {
        this.text = text;
        this.signatures = List.copyOf(signatures);
    }

    /**
     * Takes a note apart: text up to the last blank line, then signature lines.
     *
     * @throws MalformedLogException when it is no UTF-8, holds control characters, is longer than a
     *     million bytes, or has no signature line
     */
    public static SignedNote parse(byte[] note) throws MalformedLogException {
        String whole = decode(note);
        int blank = whole.lastIndexOf("\n\n");
        if (blank < 0 || blank + 2 == whole.length() || !whole.endsWith("\n")) {
            throw new MalformedLogException("the note has no signature lines");
        }
        String[] lines = whole.substring(blank + 2, whole.length() - 1).split("\n", -1);
        if (lines.length > MAX_SIGNATURES) {
            throw new MalformedLogException("the note has " + lines.length + " signatures");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : lines) {
            signatures.add(NoteSignature.parse(line));
        }
        return new SignedNote(whole.substring(0, blank + 1), signatures);
    }

    /** The signed text, ending in a newline. */
    public String text() {
        return text;
    }

    /** The whole note in its published form. */
    public String format() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }

    /**
     * Whether the key signed the text. Lines of unknown keys are ignored, as the format asks; a
     * line that claims to be by this key and is not makes the note false.
     */
    public boolean isSignedBy(VerifierKey key) {
        List<NoteSignature> own = signatures.stream().filter(line -> line.isBy(key)).toList();
        byte[] message = Hash.utf8(text);
        return !own.isEmpty()
                && own.stream().allMatch(line -> key.verifies(message, line.signature()));
    }

    /** This note with the signatures of another over the same text added below its own. */
    public SignedNote with(SignedNote other) {
        if (!text.equals(other.text)) {
            throw new IllegalArgumentException("the notes have different texts");
        }
        List<NoteSignature> both = new ArrayList<>(signatures);
        both.addAll(other.signatures);
        return new SignedNote(text, both);
    }

    private static String decode(byte[] note) throws MalformedLogException {
        if (note.length > MAX_LENGTH) {
            throw new MalformedLogException("a note of " + note.length + " bytes");
        }
        String whole;
        try {
            whole = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(note)).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedLogException("the note is not UTF-8");
        }
        if (whole.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new MalformedLogException("the note holds control characters");
        }
        return whole;
    }
}
