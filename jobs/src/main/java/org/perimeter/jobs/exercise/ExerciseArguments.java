// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.exercise;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What can be given to the measurement.
 *
 * @param packs an exercise's folder, or a folder of such
 * @param places a jurisdiction folder, or a folder of such; null for bundled towns only
 * @param seeds how many variations of each exercise are played
 * @param ordinary ordinary posts of each exercise
 * @param inside how many in a hundred of them carry a position inside a fence
 * @param errors where the wrong posts are written; null for nowhere
 * @param firstOnly whether nothing is read closely
 */
record ExerciseArguments(
        Path packs,
        @Nullable Path places,
        int seeds,
        int ordinary,
        int inside,
        @Nullable Path errors,
        boolean firstOnly) {

    static final String USAGE =
            "usage: bench exercise --packs DIR [--places DIR] [--seeds N] [--ordinary N]"
                    + " [--inside PERCENT] [--errors FILE] [--first]";

    private static final int SEEDS = 10;
    private static final int ORDINARY = 2_000;
    private static final int MOST = 1_000_000;

    /** Daily life is as dense inside the fences as outside. */
    private static final int INSIDE = 50;

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException when the call is wrong
     */
    static ExerciseArguments parse(String... arguments) {
        Path packs = null;
        Path places = null;
        Path errors = null;
        int seeds = SEEDS;
        int ordinary = ORDINARY;
        int inside = INSIDE;
        boolean firstOnly = false;
        for (int i = 0; i < arguments.length; i += 2) {
            if (arguments[i].equals("--first")) {
                firstOnly = true;
                i--;
                continue;
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(USAGE);
            }
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--packs" -> packs = Path.of(value);
                case "--places" -> places = Path.of(value);
                case "--errors" -> errors = Path.of(value);
                case "--seeds" -> seeds = number(value, 1, MOST);
                case "--ordinary" -> ordinary = number(value, 0, MOST);
                case "--inside" -> inside = number(value, 0, 100);
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        if (packs == null || !Files.isDirectory(packs)) {
            throw new IllegalArgumentException(
                    packs == null ? USAGE : "--packs: no folder " + packs);
        }
        return new ExerciseArguments(packs, places, seeds, ordinary, inside, errors, firstOnly);
    }

    private static int number(String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException(USAGE);
    }
}
