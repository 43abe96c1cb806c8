// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import java.util.List;

/**
 * Counts how many independent voices stand behind posts: posts of one author are one voice, and so
 * are near-identical texts of different authors.
 */
final class IndependentVoices {

    private IndependentVoices() {}

    static int count(List<AlertSupport> supports) {
        int[] voice = new int[supports.size()];
        int voices = 0;
        for (int i = 0; i < voice.length; i++) {
            voice[i] = i;
            voices++;
            for (int j = 0; j < i; j++) {
                if (same(supports.get(i), supports.get(j)) && root(voice, i) != root(voice, j)) {
                    voice[root(voice, i)] = root(voice, j);
                    voices--;
                }
            }
        }
        return voices;
    }

    private static boolean same(AlertSupport one, AlertSupport other) {
        return one.author().equals(other.author())
                || TextFingerprint.isNear(one.textHash(), other.textHash());
    }

    private static int root(int[] voice, int start) {
        int at = start;
        while (voice[at] != at) {
            at = voice[at];
        }
        return at;
    }
}
