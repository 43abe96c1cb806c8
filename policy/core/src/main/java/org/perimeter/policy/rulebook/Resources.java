// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts that ship beside classes. */
public final class Resources {

    private Resources() {}

    /**
     * The whole text.
     *
     * @param owner the class beside which it ships
     * @param name of the file
     * @throws IllegalStateException when it is missing
     */
    public static String read(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
