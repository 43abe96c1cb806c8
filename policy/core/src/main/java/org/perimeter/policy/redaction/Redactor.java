// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.redaction;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.post.Post;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Replaces what names a person by an identifier (control IDN-02): handles and mentions by {@code
 * [handle]}, links by {@code [link]}, phone numbers by {@code [phone]} and e-mail addresses by
 * {@code [email]}. Linear in the length of the text. Names in plain words stay: they cannot be told
 * from other words without reading, and are what a report is about.
 */
public final class Redactor {

    private Redactor() {}

    /** Replaces every identifier in a text. */
    @Control("IDN-02")
    public static Redaction redact(String text) {
        int[] codePoints = text.codePoints().toArray();
        List<Identifier> found = scan(codePoints);
        return found.isEmpty() ? Redaction.unchanged(text) : Redaction.of(codePoints, found);
    }

    /** The links in a text, each once, spelt so that two ways of writing one are the same. */
    public static List<String> links(String text) {
        int[] codePoints = text.codePoints().toArray();
        return scan(codePoints).stream()
                .filter(found -> found.kind() == IdentifierKind.LINK)
                .map(found -> new String(codePoints, found.start(), found.end() - found.start()))
                .map(Redactor::plain)
                .distinct()
                .toList();
    }

    /** Without scheme, www, fragment and closing slash; what follows a question mark may matter. */
    private static String plain(String link) {
        return link.toLowerCase(Locale.ROOT)
                .replaceFirst("^[a-z][a-z0-9+.-]*://", "")
                .replaceFirst("^www\\.", "")
                .replaceFirst("#.*$", "")
                .replaceFirst("/+$", "");
    }

    /** Whether the text of a post or of its media holds an identifier. */
    public static boolean namesAnybody(Post post) {
        return redact(post.text()).changed()
                || post.mediaDescriptions().stream().anyMatch(text -> redact(text).changed());
    }

    private static List<Identifier> scan(int[] text) {
        List<Identifier> found = new ArrayList<>();
        AddressScanner addresses = new AddressScanner(text);
        PhoneScanner phones = new PhoneScanner(text);
        int runEnd = 0;
        int floor = 0;
        int i = 0;
        while (i < text.length) {
            @Nullable Identifier identifier = null;
            if (i >= runEnd && Characters.isAddress(text[i])) {
                runEnd = addresses.runEnd(i);
                identifier = addresses.find(i, runEnd);
            }
            if (identifier == null) {
                identifier = phones.find(i, floor);
            }
            if (identifier == null) {
                i++;
            } else {
                found.add(identifier);
                i = identifier.end();
                floor = i;
                // What follows begins anew, as it will when the placeholder stands before it.
                runEnd = i;
            }
        }
        return found;
    }
}
