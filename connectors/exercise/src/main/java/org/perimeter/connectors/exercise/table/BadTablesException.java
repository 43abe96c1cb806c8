// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.table;

import org.perimeter.policy.command.WrongConfiguration;

import java.io.Serial;
import java.util.List;

/**
 * Tables that a user wrote and that cannot be played; says everything that is wrong, a line each.
 */
public final class BadTablesException extends RuntimeException implements WrongConfiguration {

    @Serial private static final long serialVersionUID = 1L;

    /**
     * @param where the folder or what else the tables belong to
     * @param problems as {@code file:line: what}
     */
    public BadTablesException(String where, List<String> problems) {
        super(where + ":\n  " + String.join("\n  ", problems));
    }

    @Override
    public boolean wrongConfiguration() {
        return true;
    }
}
