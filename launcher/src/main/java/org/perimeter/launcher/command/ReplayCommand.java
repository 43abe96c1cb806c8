// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.exercise.capture.JetstreamReplay;
import org.perimeter.launcher.process.LauncherException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Serves captured streams on a local socket. */
@Command(
        name = "replay",
        description = "Serve a captured stream on this machine.",
        footer = "  ./perimeter replay jetstream",
        subcommands = ReplayCommand.Jetstream.class)
public final class ReplayCommand {

    /** Serves Bluesky Jetstream events. */
    @Command(
            name = "jetstream",
            description = "Serves Jetstream events, one JSON object a line, until it is stopped.",
            footer = "  ./perimeter replay jetstream --in captured.ndjson --port 6008")
    static final class Jetstream implements Callable<Integer> {

        @Option(
                names = "--in",
                paramLabel = "FILE",
                description = "the captured events; the bundled capture when left out")
        private @Nullable Path file;

        @Option(
                names = "--port",
                defaultValue = "6008",
                description = "port on 127.0.0.1; 0 for a free one (${DEFAULT-VALUE})")
        private int port;

        @Override
        public Integer call() throws InterruptedException {
            if (file != null && !Files.isReadable(file)) {
                throw new LauncherException("cannot read " + file);
            }
            try (JetstreamReplay replay =
                    file == null ? JetstreamReplay.ofCapture() : JetstreamReplay.of(file)) {
                System.out.println("ready " + replay.start(port));
                Thread.currentThread().join();
            }
            return 0;
        }
    }
}
