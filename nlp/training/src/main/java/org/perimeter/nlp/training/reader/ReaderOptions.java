// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader;

import java.nio.file.Path;

/**
 * The command line of {@code train reader}.
 *
 * @param data the folder of corpora
 * @param out the folder that gets the model
 * @param epochs how often everything is seen
 */
record ReaderOptions(Path data, Path out, int epochs) {

    static final String USAGE = "usage: train reader --data DIR --out DIR [--epochs N]";

    private static final int EPOCHS = 3;

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException when the call is wrong, in words for the user
     */
    static ReaderOptions parse(String[] args) {
        Path data = null;
        Path out = null;
        int epochs = EPOCHS;
        for (int i = 0; i < args.length; i += 2) {
            String value = i + 1 < args.length ? args[i + 1] : "";
            switch (args[i]) {
                case "--data" -> data = Path.of(value);
                case "--out" -> out = Path.of(value);
                case "--epochs" -> epochs = positive(value);
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        if (data == null || out == null) {
            throw new IllegalArgumentException(USAGE);
        }
        return new ReaderOptions(data, out, epochs);
    }

    private static int positive(String value) {
        if (!value.matches("[1-9][0-9]?")) {
            throw new IllegalArgumentException("--epochs is a number from 1 to 99");
        }
        return Integer.parseInt(value);
    }
}
