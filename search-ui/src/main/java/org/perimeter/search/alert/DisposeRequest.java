// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.alert;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.alert.AlertVerdict;
import org.perimeter.search.api.error.ApiException;

/**
 * What an analyst makes of an alert.
 *
 * @param verdict useful, not useful, or false
 * @param sequence of the version that was looked at; of any when it is left out
 */
public record DisposeRequest(@Nullable AlertVerdict verdict, @Nullable Long sequence) {

    AlertVerdict stated() {
        if (verdict == null) {
            throw ApiException.badField("verdict", "must be USEFUL, NOT_USEFUL or FALSE");
        }
        return verdict;
    }
}
