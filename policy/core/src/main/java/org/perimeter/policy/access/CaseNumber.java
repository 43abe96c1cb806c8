// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.access;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.controls.Control;

import java.util.regex.Pattern;

/** The form of a case or computer-aided-dispatch number. */
public final class CaseNumber {

    /** Letters, digits and separators, 3 to 40 characters. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9./_-]{2,39}");

    private CaseNumber() {}

    /** Whether the text can be a case number: it needs a digit, a word alone is an excuse. */
    @Control("ACC-02")
    public static boolean isWellFormed(@Nullable String text) {
        return text != null
                && FORM.matcher(text).matches()
                && text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }
}
