// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of the peers' folder on its own Node, which speaks in lines of JSON. */
final class NodeProgram implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long STOP_SECONDS = 10;

    private final Process process;
    private final BufferedReader out;
    private final Writer in;

    private NodeProgram(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.in = process.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Starts it.
     *
     * @param peers folder with {@code node22}, {@code pdslite} and {@code loopback.cjs}
     * @param environment further variables
     * @param words what follows on the command line
     */
    static NodeProgram start(Path peers, Map<String, String> environment, String... words)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(peers.resolve("node22/node_modules/node/bin/node").toString());
        command.add("--require");
        command.add(peers.resolve("loopback.cjs").toString());
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(peers.resolve("pdslite").toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        return new NodeProgram(builder.start());
    }

    /** The next line that it says. */
    JsonNode hear() {
        try {
            String line = out.readLine();
            if (line == null) {
                throw new AssertionError("the peer ended");
            }
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells it a command and hears its answer. */
    JsonNode ask(Map<String, String> command) {
        try {
            in.write(JSON.writeValueAsString(command) + "\n");
            in.flush();
            return hear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
