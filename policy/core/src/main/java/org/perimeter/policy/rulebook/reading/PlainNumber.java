// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook.reading;

import java.math.BigDecimal;

/** Writes a number as a person would: 2, not 2.0. */
final class PlainNumber {

    private PlainNumber() {}

    static String format(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
