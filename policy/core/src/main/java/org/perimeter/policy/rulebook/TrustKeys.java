// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook;

import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.note.VerifierKey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The two whose signatures make a rulebook valid.
 *
 * @param agency the agency's verifier key
 * @param board the oversight board's verifier key
 */
public record TrustKeys(VerifierKey agency, VerifierKey board) {

    /** How the names of keys begin that a demo made up on the spot. */
    public static final String DEMO_PREFIX = "perimeter-demo/";

    /**
     * @throws IllegalArgumentException when both are the same key, under whatever names
     */
    public TrustKeys {
        if (key(agency).equals(key(board)) || agency.name().equals(board.name())) {
            throw new IllegalArgumentException("agency and board must be two different signers");
        }
    }

    /**
     * Reads a trust file: the agency's verifier key, then the board's, one a line; lines that start
     * with {@code #} are comments.
     *
     * @throws IOException when it cannot be read or is not of this form
     */
    public static TrustKeys read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    /**
     * Reads the text of a trust file.
     *
     * @throws MalformedLogException when it is not of this form
     */
    public static TrustKeys parse(String text) throws MalformedLogException {
        List<String> lines =
                text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .toList();
        if (lines.size() != 2) {
            throw new MalformedLogException(
                    "the trust file must hold two verifier keys: the agency's, then the board's");
        }
        try {
            return new TrustKeys(VerifierKey.parse(lines.get(0)), VerifierKey.parse(lines.get(1)));
        } catch (IllegalArgumentException e) {
            throw new MalformedLogException(String.valueOf(e.getMessage()));
        }
    }

    /** The text of a trust file. */
    public String format() {
        return "# agency\n" + agency.text() + "\n# board\n" + board.text() + "\n";
    }

    /** Whether one of the keys was made by a demo and may govern this machine only. */
    public boolean isDemo() {
        return agency.name().startsWith(DEMO_PREFIX) || board.name().startsWith(DEMO_PREFIX);
    }

    private static String key(VerifierKey verifierKey) {
        String text = verifierKey.text();
        // name+keyId+key: names cannot hold a plus sign, but the Base64 of a key can.
        return text.substring(text.indexOf('+', text.indexOf('+') + 1) + 1);
    }
}
