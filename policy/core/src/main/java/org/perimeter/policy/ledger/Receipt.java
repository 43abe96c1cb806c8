// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.encoding.StrictBase64;
import org.perimeter.policy.tlog.log.Checkpoint;
import org.perimeter.policy.tlog.note.SignedNote;
import org.perimeter.policy.tlog.note.VerifierKey;
import org.perimeter.policy.tlog.tree.Hash;
import org.perimeter.policy.tlog.tree.MerkleProof;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The proof that an entry is in the log, checkable offline with the log's verifier key alone (C2SP
 * tlog-proof, file ending {@code .tlog-proof}).
 *
 * @param index of the entry, from 0
 * @param proof sibling hashes from the leaf's upwards
 * @param checkpoint under which the proof holds
 */
public record Receipt(long index, List<Hash> proof, SignedNote checkpoint) {

    private static final String HEADER = "c2sp.org/tlog-proof@v1";

    private static final String EXTRA = "extra ";
    private static final Pattern INDEX = Pattern.compile("index (0|[1-9]\\d{0,17})");

    /** A tree of 2^63 entries has no longer proofs. */
    private static final int MAX_PROOF = 63;

    /** Copies the proof. */
    public Receipt {
        proof = List.copyOf(proof);
    }

    /** The text form. */
    public String format() {
        StringBuilder text = new StringBuilder(HEADER).append("\nindex ").append(index);
        proof.forEach(hash -> text.append('\n').append(hash.toBase64()));
        return text.append("\n\n").append(checkpoint.format()).toString();
    }

    /**
     * Reads the text form. An {@code extra} line is allowed and dropped: nothing authenticates it.
     *
     * @throws MalformedLogException when it is no receipt; signatures are not checked here
     */
    public static Receipt parse(String text) throws MalformedLogException {
        int blank = text.indexOf("\n\n");
        List<String> lines =
                blank < 0 ? List.of() : new ArrayList<>(text.substring(0, blank).lines().toList());
        if (lines.size() < 2 || !lines.remove(0).equals(HEADER)) {
            throw new MalformedLogException("not a " + HEADER + " receipt");
        }
        if (lines.get(0).startsWith(EXTRA)) {
            StrictBase64.decode(lines.remove(0).substring(EXTRA.length()));
        }
        Matcher index = INDEX.matcher(lines.isEmpty() ? "" : lines.remove(0));
        if (!index.matches() || lines.size() > MAX_PROOF) {
            throw new MalformedLogException("the receipt has no index or too long a proof");
        }
        List<Hash> proof = new ArrayList<>();
        for (String line : lines) {
            proof.add(Hash.parseBase64(line));
        }
        SignedNote checkpoint = SignedNote.parse(Hash.utf8(text.substring(blank + 2)));
        return new Receipt(Long.parseLong(index.group(1)), proof, checkpoint);
    }

    /**
     * Whether this receipt proves that exactly these bytes are the log's entry at {@link #index()}.
     */
    public boolean proves(byte[] entry, VerifierKey key) {
        try {
            Checkpoint opened = Checkpoint.open(checkpoint, key);
            return MerkleProof.includes(
                    index, opened.size(), Hash.leaf(entry), proof, opened.root());
        } catch (MalformedLogException e) {
            return false;
        }
    }
}
