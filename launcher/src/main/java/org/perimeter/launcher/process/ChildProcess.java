// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running program of ours. It says {@code ready} in a line of its own on standard output; all it
 * prints goes to its log. It ends with this process: it is tethered to its standard input.
 */
public final class ChildProcess implements Child {

    /** No exit status. */
    public static final int RUNNING = -1;

    private static final String READY = "ready";
    private static final Duration ENDING = Duration.ofSeconds(2);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private final Path log;
    private final Process process;
    private final CompletableFuture<String> ready = new CompletableFuture<>();

    private ChildProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts a program.
     *
     * @param logFolder gets {@code NAME.log}, replacing an older one
     * @throws LauncherException when it cannot be started at all
     */
    public static ChildProcess start(Program program, Path logFolder) {
        try {
            Files.createDirectories(logFolder);
            Files.deleteIfExists(log(program, logFolder));
            return startAgain(program, logFolder);
        } catch (IOException e) {
            throw new LauncherException("cannot start " + program.name(), e);
        }
    }

    /**
     * Starts a program that has ended; its log goes on, for it says why.
     *
     * @throws LauncherException when it cannot be started at all
     */
    public static ChildProcess startAgain(Program program, Path logFolder) {
        Path log = log(program, logFolder);
        try {
            Process process =
                    new ProcessBuilder(program.tetheredCommand())
                            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            ChildProcess child = new ChildProcess(program.name(), log, process);
            child.readOutput();
            return child;
        } catch (IOException e) {
            throw new LauncherException("cannot start " + program.name(), e);
        }
    }

    private static Path log(Program program, Path logFolder) {
        return logFolder.resolve(program.name() + ".log");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long pid() {
        return process.pid();
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Waits until it is ready.
     *
     * @return what follows {@code ready} on the line, which may be nothing
     * @throws LauncherException when it ends before, or takes too long
     */
    public String awaitReady(Duration patience) {
        try {
            return ready.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new LauncherException(
                    name + " was not ready within " + patience.toSeconds() + " s; see " + log);
        } catch (ExecutionException e) {
            throw new LauncherException(
                    name + " ended: " + lastWords(), exitStatus() == WRONG_CONFIGURATION);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted while waiting for " + name, e);
        }
    }

    @Override
    public CompletableFuture<Integer> ended() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /**
     * Its exit status; {@link #RUNNING} when it has none. Its output may end a moment before it
     * does.
     */
    public int exitStatus() {
        try {
            return ended().get(ENDING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return RUNNING;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return RUNNING;
        }
    }

    @Override
    public String lastWords() {
        return LogLines.lastTelling(log) + " (log: " + log + ")";
    }

    /** Asks it to end and waits; ends it by force after 20 s. Safe to call twice. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void readOutput() {
        Thread reader = new Thread(this::copyOutput, name + "-output");
        reader.setDaemon(true);
        reader.start();
    }

    private void copyOutput() {
        try (BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        process.getInputStream(), StandardCharsets.UTF_8));
                BufferedWriter out = LogLines.append(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(READY) || line.startsWith(READY + " ")) {
                    ready.complete(line.substring(READY.length()).strip());
                }
                out.write(line);
                out.newLine();
                out.flush();
            }
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
        ready.completeExceptionally(new IOException("its output ended"));
    }
}
