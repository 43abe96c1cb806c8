// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Invents odd posts: pieces that say something and pieces that trip software, joined and then
 * damaged somewhere. The same seed always gives the same post.
 */
final class GeneratedPosts {

    private static final List<String> SAYING =
            List.of(
                    "shots fired at the mall",
                    "im gonna shoot up the school tomorrow",
                    "explosion heard in Oakland, CA",
                    "Maria Lopez says she's in St. Louis",
                    "5th & Main",
                    "fire near Salem, Ore. tonight",
                    "the University of Oregon's hospital",
                    "D.C. is quiet",
                    "zip 04401",
                    "voy a matar a todos en la escuela",
                    "hay disparos en el centro comercial",
                    "Zoë Müller from São Paulo",
                    "Red Cross",
                    "I-95 exit 182",
                    "police at 100 block of State St",
                    "k1ll th3m all",
                    "SHOOOOOTING!!!",
                    "#ActiveShooter",
                    "#Oakland's");

    private static final List<String> TRIPPING =
            List.of(
                    "😂",
                    "👩‍👩‍👧‍👦",
                    "👍🏽",
                    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                    "🇺🇸🇺",
                    "🔫💣",
                    "\uD83D",
                    "\uDE02",
                    "\uD83D\uD83D\uDE02\uDE02",
                    "\u202Egnitoohs\u202C",
                    "\u2067שלום\u2069",
                    "مرحبا",
                    "\u0000",
                    "\uFEFF",
                    "\u00A0",
                    "\u2028",
                    "\r\n",
                    "e\u0301\u0301\u0301",
                    "\u0301",
                    "Z\u0335\u0322a\u0334lgo",
                    "&amp;",
                    "&lt;b&gt;",
                    "&#x1F602;",
                    "https://example.invalid/a?b=c#Oakland",
                    "@someone@example.invalid",
                    "#" + "VeryLong".repeat(40),
                    "##",
                    "@",
                    "東京タワー",
                    "ß ﬁ İ ı",
                    "’s",
                    "...",
                    "''''",
                    "N.Y.",
                    "💀lol",
                    "a".repeat(300));

    private final Random random;

    GeneratedPosts(long seed) {
        this.random = new Random(seed);
    }

    /** The next post. */
    String next() {
        StringBuilder post = new StringBuilder();
        int pieces = random.nextInt(14);
        for (int i = 0; i < pieces; i++) {
            post.append(pick(random.nextBoolean() ? SAYING : TRIPPING));
            post.append(random.nextInt(4) == 0 ? "" : " ");
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            post.insert(random.nextInt(post.length() + 1), pick(TRIPPING));
        }
        return random.nextInt(6) == 0 ? post.toString().toUpperCase(Locale.ROOT) : post.toString();
    }

    private String pick(List<String> pieces) {
        return pieces.get(random.nextInt(pieces.size()));
    }
}
