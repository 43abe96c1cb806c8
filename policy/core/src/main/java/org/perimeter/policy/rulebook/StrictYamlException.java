// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook;

/** Says where a text is not the plain YAML that a rulebook is written in. */
public final class StrictYamlException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String path;

    StrictYamlException(String path, int line, String message) {
        super(line > 0 ? message + " (line " + line + ")" : message);
        this.path = path;
    }

    public RulebookProblem problem() {
        return new RulebookProblem(path, String.valueOf(getMessage()));
    }
}
