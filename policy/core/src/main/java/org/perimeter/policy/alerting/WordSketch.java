// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.alerting;

import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.post.VoiceSketch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * MinHash (Broder, 1997) of a post's masked words and of their pairs, one byte for each of 64
 * functions (Li and König, 2010): the share of equal bytes estimates how much two posts share.
 */
public final class WordSketch {

    private static final int FUNCTIONS = 64;

    /** Equal bytes above which two posts are one text, give or take a few words. */
    private static final int NEAR = 36;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private WordSketch() {}

    /**
     * The sketch of a post.
     *
     * @param text redacted
     * @param mediaDescriptions redacted
     * @param places named in the text, offsets in code points
     * @param links pseudonyms of the links in it
     */
    public static VoiceSketch of(
            String text,
            List<String> mediaDescriptions,
            List<PlaceMention> places,
            List<String> links) {
        List<String> words = new ArrayList<>(SketchWords.of(text, places));
        mediaDescriptions.forEach(media -> words.addAll(SketchWords.of(media, List.of())));
        return new VoiceSketch(minima(grams(words)), links);
    }

    /** Whether two posts are copies of each other, or point to the same page. */
    static boolean isNear(VoiceSketch one, VoiceSketch other) {
        return one.links().stream().anyMatch(other.links()::contains)
                || equalBytes(one.minima(), other.minima()) >= NEAR;
    }

    private static int equalBytes(String one, String other) {
        byte[] first = Base64.getDecoder().decode(one);
        byte[] second = Base64.getDecoder().decode(other);
        int equal = 0;
        for (int i = 0; i < Math.min(first.length, second.length); i++) {
            equal += first[i] == second[i] ? 1 : 0;
        }
        return equal;
    }

    private static List<String> grams(List<String> words) {
        List<String> grams = new ArrayList<>(words);
        for (int i = 1; i < words.size(); i++) {
            grams.add(words.get(i - 1) + ' ' + words.get(i));
        }
        return grams;
    }

    private static String minima(List<String> grams) {
        if (grams.isEmpty()) {
            return "";
        }
        long[] least = new long[FUNCTIONS];
        Arrays.fill(least, -1L);
        for (String gram : grams) {
            long hash = hash(gram);
            for (int i = 0; i < FUNCTIONS; i++) {
                long mixed = mix(hash + (i + 1) * GOLDEN);
                if (Long.compareUnsigned(mixed, least[i]) < 0) {
                    least[i] = mixed;
                }
            }
        }
        byte[] bytes = new byte[FUNCTIONS];
        for (int i = 0; i < FUNCTIONS; i++) {
            bytes[i] = (byte) least[i];
        }
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static long hash(String gram) {
        long hash = FNV_OFFSET;
        for (byte next : gram.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ next) * FNV_PRIME;
        }
        return hash;
    }

    /** The finaliser of SplitMix64. */
    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
