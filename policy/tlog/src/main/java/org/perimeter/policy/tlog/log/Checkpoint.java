// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.log;

import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.note.SignedNote;
import org.perimeter.policy.tlog.note.VerifierKey;
import org.perimeter.policy.tlog.tree.Hash;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state of a log that its signature vouches for (C2SP tlog-checkpoint, without extension
 * lines).
 *
 * @param origin names the log
 * @param size entries in it
 * @param root the Merkle root over them
 */
public record Checkpoint(String origin, long size, Hash root) {

    private static final Pattern FORM =
            Pattern.compile("([^\\n]+)\\n(0|[1-9]\\d{0,17})\\n([^\\n]+)\\n");

    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root.toBase64() + "\n";
    }

    /**
     * Reads a checkpoint's text.
     *
     * @throws MalformedLogException when it is anything but origin, size and root
     */
    public static Checkpoint parse(String text) throws MalformedLogException {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new MalformedLogException("a checkpoint has three lines: origin, size, root");
        }
        return new Checkpoint(
                matcher.group(1),
                Long.parseLong(matcher.group(2)),
                Hash.parseBase64(matcher.group(3)));
    }

    /**
     * Checks a signed checkpoint and reads it.
     *
     * @throws MalformedLogException when the log's key did not sign it or it is another log's
     */
    public static Checkpoint open(SignedNote note, VerifierKey key) throws MalformedLogException {
        if (!note.isSignedBy(key)) {
            throw new MalformedLogException("the checkpoint is not signed by " + key.name());
        }
        Checkpoint checkpoint = parse(note.text());
        if (!checkpoint.origin().equals(key.name())) {
            throw new MalformedLogException("the checkpoint is of another log");
        }
        return checkpoint;
    }
}
