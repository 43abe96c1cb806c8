// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.key;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Where a secret is, in place of the secret: configuration files hold nothing that opens a door.
 *
 * @param text {@code env:NAME} for a variable of the environment, or {@code file:PATH} for a file
 *     that only its owner may read
 */
public record SecretReference(String text) {

    private static final Pattern FORM =
            Pattern.compile("env:[A-Za-z_][A-Za-z0-9_]*|file:\\S(?:.*\\S)?");
    private static final String ENVIRONMENT = "env:";
    private static final String FILE = "file:";

    /**
     * @throws IllegalArgumentException when it is neither; the message does not repeat it, as it
     *     may be the secret itself
     */
    public SecretReference {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "must be env:NAME or file:PATH; a secret itself does not belong here");
        }
    }

    /**
     * The secret, without white space around it.
     *
     * @param files finds the file of a path
     * @param environment answers the value of a variable, or null
     * @throws IllegalArgumentException when there is none, or others can read it; the message names
     *     the reference and never the secret
     */
    public String resolve(Function<String, Path> files, UnaryOperator<String> environment) {
        String secret =
                text.startsWith(FILE)
                        ? read(files.apply(text.substring(FILE.length())))
                        : environment.apply(text.substring(ENVIRONMENT.length()));
        if (secret == null || secret.isBlank()) {
            throw new IllegalArgumentException(text + " is not set, or empty");
        }
        return secret.strip();
    }

    private String read(Path file) {
        try {
            return PrivateFiles.read(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(text + " cannot be read", e);
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
