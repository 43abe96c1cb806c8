// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.redaction;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.rulebook.Rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Replaces what names a person by an identifier (control IDN-02): handles and mentions by {@code
 * [handle]}, links by {@code [link]}, phone numbers by {@code [phone]}, e-mail addresses by {@code
 * [email]} and licence plates by {@code [plate]}, also where they are written so that programs miss
 * them. Linear in the length of the text. Names in plain words stay: they cannot be told from other
 * words without reading, and are what a report is about.
 */
public final class Redactor {

    private final NumberPlans numbers;
    private final List<Pattern> plates;

    private Redactor(Collection<String> regions) {
        this.numbers = new NumberPlans(regions);
        this.plates = PlateForms.of(regions);
    }

    /** For the regions of a rulebook. */
    public static Redactor of(Rulebook rulebook) {
        return new Redactor(rulebook.regions());
    }

    /**
     * For the phone numbers and licence plates of some regions, beside those of everywhere.
     *
     * @param regions ISO 3166-1 alpha-2 codes
     * @throws IllegalArgumentException when one of them has no telephones
     */
    public static Redactor of(Collection<String> regions) {
        for (String region : regions) {
            if (!NumberPlans.isKnown(region)) {
                throw new IllegalArgumentException("no region: " + region);
            }
        }
        return new Redactor(regions);
    }

    /** Replaces every identifier in a text. */
    @Control("IDN-02")
    public Redaction redact(String text) {
        int[] codePoints = text.codePoints().toArray();
        FoldedText folded = FoldedText.of(codePoints);
        List<Identifier> found = scan(folded).stream().map(folded::unfold).toList();
        return found.isEmpty()
                ? Redaction.unchanged(this, text)
                : Redaction.of(this, codePoints, found);
    }

    /** The links in a text, each once, spelt so that two ways of writing one are the same. */
    public List<String> links(String text) {
        FoldedText folded = FoldedText.of(text.codePoints().toArray());
        return scan(folded).stream()
                .filter(found -> found.kind() == IdentifierKind.LINK)
                .map(folded::words)
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
    public boolean namesAnybody(Post post) {
        return redact(post.text()).changed()
                || post.mediaDescriptions().stream().anyMatch(text -> redact(text).changed());
    }

    private List<Identifier> scan(FoldedText folded) {
        int[] text = folded.characters();
        List<Identifier> found = new ArrayList<>();
        AddressScanner addresses = new AddressScanner(text);
        SpokenAddresses spoken = new SpokenAddresses(folded.flat());
        PlateScanner plateScanner = new PlateScanner(folded.flat(), plates);
        PhoneScanner phones = new PhoneScanner(folded, numbers);
        int runEnd = 0;
        int floor = 0;
        int i = 0;
        while (i < text.length) {
            @Nullable Identifier identifier = null;
            boolean word =
                    Character.isLetterOrDigit(text[i])
                            && (i == floor || !Characters.isWord(text[i - 1]));
            if (word) {
                identifier = spoken.find(i);
            }
            if (identifier == null && i >= runEnd && Characters.isAddress(text[i])) {
                runEnd = addresses.runEnd(i);
                identifier = addresses.find(i, runEnd);
            }
            if (identifier == null && word) {
                identifier = plateScanner.find(i);
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
