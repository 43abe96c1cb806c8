// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.audit;

/** Which way of speaking a test text is like. */
enum Dialect {
    /** Like African-American English. */
    AAE_LIKE("AAE-like"),
    /** Like general American English. */
    GENERAL("general English"),
    /** Neither clearly. */
    UNCLEAR("unclear");

    private final String label;

    Dialect(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
