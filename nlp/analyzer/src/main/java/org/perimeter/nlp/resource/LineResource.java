// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads line-oriented text resources: UTF-8, {@code #!} starts a comment line. */
public final class LineResource {

    private LineResource() {}

    /**
     * All lines that carry content, trimmed.
     *
     * @throws IllegalStateException when the resource is missing from the jar
     */
    public static List<String> read(String resource) {
        return text(resource)
                .lines()
                .map(String::trim)
                .filter(line -> !line.isEmpty() && !line.startsWith("#!"))
                .toList();
    }

    /**
     * The whole text as it stands.
     *
     * @throws IllegalStateException when the resource is missing from the jar
     */
    public static String text(String resource) {
        try (InputStream in = LineResource.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
