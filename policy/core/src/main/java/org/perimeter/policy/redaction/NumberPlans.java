// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.redaction;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The numbering plans of some regions, by Google's libphonenumber: what a number is there, and how
 * people group its digits.
 */
final class NumberPlans {

    /** The plan of North America is exact enough to be told by its shape alone. */
    private static final int NORTH_AMERICA = 1;

    /** Spares the plan most of what is none of its numbers. */
    private static final Pattern NORTH_AMERICAN = Pattern.compile("1?[2-9][0-9]{2}[2-9][0-9]{6}");

    private final List<String> regions;
    private final List<String> elsewhere;

    /**
     * @param regions ISO 3166-1 alpha-2 codes
     */
    NumberPlans(Collection<String> regions) {
        this.regions = List.copyOf(regions);
        this.elsewhere =
                this.regions.stream()
                        .filter(region -> plans().getCountryCodeForRegion(region) != NORTH_AMERICA)
                        .toList();
    }

    /** Whether a region has a plan. */
    static boolean isKnown(String region) {
        return plans().getSupportedRegions().contains(region);
    }

    /** Whether a region has another plan than North America's. */
    boolean isElsewhere() {
        return !elsewhere.isEmpty();
    }

    /** Whether the digits, however they were grouped, are a number of one of the regions. */
    boolean isNumber(String digits) {
        return regions.stream().anyMatch(region -> isNumber(digits, region));
    }

    private static boolean isNumber(String digits, String region) {
        if (plans().getCountryCodeForRegion(region) == NORTH_AMERICA
                && !NORTH_AMERICAN.matcher(digits).matches()) {
            return false;
        }
        try {
            return plans().isValidNumberForRegion(plans().parse(digits, region), region);
        } catch (NumberParseException e) {
            return false;
        }
    }

    /** Whether digits are grouped as people of one of the regions outside North America do. */
    boolean isGrouped(String written) {
        return elsewhere.stream()
                .anyMatch(
                        region -> {
                            for (PhoneNumberMatch match :
                                    plans().findNumbers(
                                                    written, region, Leniency.STRICT_GROUPING, 1)) {
                                return match.start() == 0 && match.end() == written.length();
                            }
                            return false;
                        });
    }

    private static PhoneNumberUtil plans() {
        return PhoneNumberUtil.getInstance();
    }
}
