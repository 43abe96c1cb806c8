// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.input;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes the bytes of an XML document after RFC 7303: the byte order mark decides, else the
 * charset of the media type, else the document's own declaration, else it is UTF-8. A name that no
 * JDK knows counts as not given.
 */
public final class XmlText {

    private static final int HEAD = 512;
    private static final Pattern CHARSET =
            Pattern.compile(
                    ";\\s*charset\\s*=\\s*[\"']?\\s*([^\\s\"';]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARATION =
            Pattern.compile("^\\s*<\\?xml[^>]*?\\bencoding\\s*=\\s*[\"']\\s*([^\"'\\s]+)\\s*[\"']");

    private XmlText() {}

    /**
     * The characters, without a byte order mark; what is no character is U+FFFD.
     *
     * @param contentType as the server declares it; empty when it does not
     */
    public static String decode(byte[] document, String contentType) {
        if (startsWith(document, 0xEF, 0xBB, 0xBF)) {
            return new String(document, 3, document.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(document, 0xFF, 0xFE)) {
            return new String(document, 2, document.length - 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(document, 0xFE, 0xFF)) {
            return new String(document, 2, document.length - 2, StandardCharsets.UTF_16BE);
        }
        Optional<Charset> twoBytes = twoBytes(document);
        Charset charset =
                named(CHARSET.matcher(contentType))
                        .or(() -> twoBytes)
                        .or(() -> declared(document))
                        .orElse(StandardCharsets.UTF_8);
        // UTF-16 alone does not say which byte of two is the first.
        boolean either = charset.equals(StandardCharsets.UTF_16);
        return new String(document, either ? twoBytes.orElse(StandardCharsets.UTF_16BE) : charset);
    }

    private static boolean startsWith(byte[] document, int... mark) {
        if (document.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((document[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 without a mark shows in the zero beside the first angle bracket. */
    private static Optional<Charset> twoBytes(byte[] document) {
        if (startsWith(document, '<', 0)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return startsWith(document, 0, '<')
                ? Optional.of(StandardCharsets.UTF_16BE)
                : Optional.empty();
    }

    /** The declaration's name; one byte a character, or it could not have been read. */
    private static Optional<Charset> declared(byte[] document) {
        String head =
                new String(
                        document, 0, Math.min(document.length, HEAD), StandardCharsets.ISO_8859_1);
        return named(DECLARATION.matcher(head))
                .filter(charset -> !charset.name().startsWith("UTF-16"))
                .filter(charset -> !charset.name().startsWith("UTF-32"));
    }

    private static Optional<Charset> named(Matcher matcher) {
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(matcher.group(1)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
