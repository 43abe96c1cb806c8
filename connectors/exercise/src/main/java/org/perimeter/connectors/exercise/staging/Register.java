// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.staging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Writes a sentence the way people type: case, slips of the finger, emoji, tags. */
final class Register {

    private static final List<String> TAILS =
            List.of(
                    " lol", " 😂", " 💀", " smh", " fr", "!!", "...", " ❤️", " 😭", " haha", " 🔥",
                    " ugh", " 🙏", " idk", " tbh", " jaja", " 🤷‍♀️", " lmao", " 😤", " ✨");
    private static final List<String> OPENERS =
            List.of(
                    "ok so ",
                    "guys ",
                    "nah ",
                    "lol ",
                    "wait ",
                    "update: ",
                    "so ",
                    "y'all ",
                    "omg ",
                    "honestly ",
                    "pov: ",
                    "ngl ",
                    "hey neighbors, ",
                    "ugh ",
                    "bro ",
                    "well ");
    private static final List<String> TAGS =
            List.of(" #mood", " #fyp", " #throwback", " #blessed", " #nofilter");

    private final Random random;
    private final List<String> tags = new ArrayList<>();

    /**
     * @param town whose name is a tag
     */
    Register(Random random, String town) {
        this.random = random;
        this.tags.add(" #" + town.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
        this.tags.addAll(TAGS);
    }

    /** The sentence in somebody's hand. */
    String write(String sentence) {
        String text = sentence;
        if (random.nextInt(100) < 25) {
            text = OPENERS.get(random.nextInt(OPENERS.size())) + text;
        }
        int manner = random.nextInt(100);
        if (manner < 22) {
            text = sentenceCase(text);
        } else if (manner < 26) {
            text = text.toUpperCase(Locale.ROOT);
        } else if (manner < 50) {
            text = text.toLowerCase(Locale.ROOT);
        }
        if (random.nextInt(100) < 9) {
            text = slip(text);
        }
        if (random.nextInt(100) < 30) {
            text += TAILS.get(random.nextInt(TAILS.size()));
        }
        if (random.nextInt(100) < 7) {
            text += tags.get(random.nextInt(tags.size()));
        }
        return text;
    }

    private static String sentenceCase(String text) {
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first) + ".";
    }

    /** Swaps, drops or doubles one letter inside a word. */
    private String slip(String text) {
        int at = 1 + random.nextInt(Math.max(1, text.length() - 3));
        if (!letter(text, at) || !letter(text, at + 1)) {
            return text;
        }
        String head = text.substring(0, at);
        String tail = text.substring(at + 1);
        return switch (random.nextInt(3)) {
            case 0 -> head + tail.charAt(0) + text.charAt(at) + tail.substring(1);
            case 1 -> head + tail;
            default -> head + text.charAt(at) + text.charAt(at) + tail;
        };
    }

    private static boolean letter(String text, int at) {
        return at < text.length() && text.charAt(at) < 128 && Character.isLetter(text.charAt(at));
    }
}
