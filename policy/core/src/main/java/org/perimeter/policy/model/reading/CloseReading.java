// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.reading;

import org.jspecify.annotations.Nullable;

/**
 * What the close reading makes of a post, as calibrated natural log odds: 0 is an even chance, 3
 * about twenty to one.
 *
 * @param aboutLogOdds that it is about the incident it was read with; null when it was read alone
 * @param threatLogOdds that somebody announces harm
 * @param reportLogOdds that it says that harm is happening or has happened
 * @param deniesLogOdds that it denies the harm, or gives the all-clear
 */
public record CloseReading(
        @Nullable Double aboutLogOdds,
        double threatLogOdds,
        double reportLogOdds,
        double deniesLogOdds) {}
