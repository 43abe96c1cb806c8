// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.oversight;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The style sheet that a report carries inside itself, and the policy that lets a browser use this
 * sheet and nothing else: no script, no image, no request to anywhere.
 *
 * @param css its text; no angle brackets and no ampersand, which a page would have to escape
 */
public record StyleSheet(String css) {

    /**
     * @throws IllegalArgumentException when it holds a character that a page would have to escape
     */
    public StyleSheet {
        if (css.matches("(?s).*[<>&].*")) {
            throw new IllegalArgumentException("a style sheet inside a page must not be escaped");
        }
    }

    /** The shipped one. */
    static StyleSheet shipped() {
        try (InputStream file = StyleSheet.class.getResourceAsStream("report.css")) {
            if (file == null) {
                throw new IOException("no resource report.css");
            }
            return new StyleSheet(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content security policy of a page that holds this sheet. */
    public String policy() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(css.getBytes(StandardCharsets.UTF_8));
            return "default-src 'none'; style-src 'sha256-"
                    + Base64.getEncoder().encodeToString(hash)
                    + "'; base-uri 'none'; form-action 'none'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
