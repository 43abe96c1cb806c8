// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.yaml;

/** Says where a text is not the plain YAML that everybody reads alike. */
public final class RefusedYamlException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String path;

    RefusedYamlException(String path, int line, String message) {
        super(line > 0 ? message + " (line " + line + ")" : message);
        this.path = path;
    }

    public YamlProblem problem() {
        return new YamlProblem(path, String.valueOf(getMessage()));
    }
}
