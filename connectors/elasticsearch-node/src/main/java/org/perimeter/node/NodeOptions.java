// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.node;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the launcher is told on its command line, as {@code name=value}.
 *
 * @param home the assembled node: jars, modules, configuration; only read
 * @param data folder for indices and logs
 * @param port HTTP port on the loopback interface
 */
record NodeOptions(Path home, Path data, int port) {

    private static final Set<String> NAMES = Set.of("home", "data", "port");

    /**
     * @throws IllegalArgumentException when an option is missing, unknown or not readable
     */
    static NodeOptions parse(String... arguments) {
        Map<String, String> values = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (equals < 0 || !NAMES.contains(name)) {
                throw new IllegalArgumentException("unknown option " + name);
            }
            values.put(name, argument.substring(equals + 1));
        }
        return new NodeOptions(
                Path.of(required(values, "home")).toAbsolutePath(),
                Path.of(required(values, "data")).toAbsolutePath(),
                Integer.parseInt(required(values, "port")));
    }

    private static String required(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("missing option " + name);
        }
        return value;
    }
}
