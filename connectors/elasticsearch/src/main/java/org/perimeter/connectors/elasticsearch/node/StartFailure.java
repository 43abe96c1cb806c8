// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.node;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Turns a node's failed start into a sentence that names the fix. */
final class StartFailure {

    private StartFailure() {}

    static LocalNodeException portTaken(int port, @Nullable Throwable cause) {
        return new LocalNodeException(
                "port "
                        + port
                        + " on 127.0.0.1 is taken; stop the program that uses it or choose another"
                        + " port for the store",
                cause);
    }

    /** Reads the reason out of what the node left in its logs. */
    static LocalNodeException explain(LocalNodeConfig config, int port, Exception cause) {
        String logs = read(config.consoleLog()) + read(config.logFolder().resolve("node.log"));
        if (mentions(logs, "Address already in use", "BindHttpException")) {
            return portTaken(port, cause);
        }
        if (mentions(logs, "failed to obtain node locks")) {
            return new LocalNodeException(
                    "another Elasticsearch already uses "
                            + config.dataFolder()
                            + "; stop it or choose another data folder",
                    cause);
        }
        if (mentions(logs, "Could not reserve", "OutOfMemoryError", "insufficient memory")) {
            return new LocalNodeException(
                    "memory is short: the local Elasticsearch could not get its heap of "
                            + config.heapMb()
                            + " MiB; close other programs or give it a smaller heap",
                    cause);
        }
        return new LocalNodeException(
                "the local Elasticsearch did not start: "
                        + cause.getMessage()
                        + "; see "
                        + config.logFolder(),
                cause);
    }

    private static boolean mentions(String text, String... signs) {
        return List.of(signs).stream().anyMatch(text::contains);
    }

    private static String read(Path file) {
        try {
            return Files.exists(file)
                    ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    : "";
        } catch (IOException e) {
            return "";
        }
    }
}
