// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number inside bounds; a subclass is named in an option's {@code converter}. */
public abstract class WholeNumber implements ITypeConverter<Integer> {

    private final int least;
    private final int most;

    /**
     * @param least the smallest that is accepted
     * @param most the largest that is accepted
     */
    protected WholeNumber(int least, int most) {
        this.least = least;
        this.most = most;
    }

    @Override
    public final Integer convert(String value) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new TypeConversionException(expected());
        }
        throw new TypeConversionException(expected());
    }

    private String expected() {
        return most == Integer.MAX_VALUE
                ? "it must be a whole number, at least " + least
                : "it must be a whole number from " + least + " to " + most;
    }
}
