// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook.entry;

import org.perimeter.policy.controls.Control;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * One entry of the source register (control COL-05).
 *
 * @param id the connector instance it speaks of
 * @param network the platform
 * @param status allowed or prohibited
 * @param owner who answers for the source at the agency
 * @param termsUrl the platform's terms
 * @param termsReviewedAt when a person last read them
 * @param legalBasis why it may, or may not, be read
 * @param deleteMechanism how a deletion on the platform reaches us
 * @param expires the last day (UTC) on which the entry holds
 */
public record SourceEntry(
        String id,
        String network,
        SourceStatus status,
        String owner,
        String termsUrl,
        LocalDate termsReviewedAt,
        String legalBasis,
        String deleteMechanism,
        LocalDate expires) {

    /** Whether the source may be read at the given instant. */
    @Control("COL-05")
    public boolean isUsable(Instant at) {
        return status == SourceStatus.ALLOWED
                && !at.atZone(ZoneOffset.UTC).toLocalDate().isAfter(expires);
    }
}
