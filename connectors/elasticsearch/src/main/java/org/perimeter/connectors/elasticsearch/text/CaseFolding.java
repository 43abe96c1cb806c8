// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.text;

import java.util.Locale;

/** Case folding for comparison: one form for each word however it is capitalised. */
final class CaseFolding {

    private CaseFolding() {}

    /** Upper case first, so that sharp s and the like meet their capitals; then lower case. */
    static String fold(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('\u03C2', '\u03C3');
    }
}
