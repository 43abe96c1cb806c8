// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.deployment;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.elasticsearch.node.LocalNode;
import org.perimeter.launcher.process.ChildProcess;
import org.perimeter.launcher.process.Installation;
import org.perimeter.launcher.process.LauncherException;
import org.perimeter.launcher.process.Program;
import org.perimeter.policy.config.ConfigFile;
import org.perimeter.policy.config.StoreConfig;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The running processes of one deployment, started in order and stopped in the opposite one. It is
 * stopped with this JVM, too, whatever ends it; should that be a kill, the children notice.
 */
public final class LocalDeployment implements AutoCloseable {

    private static final Duration CONSOLE_PATIENCE = Duration.ofSeconds(90);
    private static final Duration JOB_PATIENCE = Duration.ofMinutes(3);

    private final Path configFile;
    private final Path logFolder;
    private final Programs programs;
    private final Consumer<String> told;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Thread hook = new Thread(this::stopAll, "stop-deployment");
    private volatile boolean stopping;
    private @Nullable LocalNode node;
    private String consoleUrl = "";

    /**
     * @param configFile of the deployment
     * @param installation where the programs are
     * @param logFolder of the processes
     * @param told hears what is being done, a line at a time
     * @param jvm further options of the processes' JVMs
     */
    public LocalDeployment(
            Path configFile,
            Installation installation,
            Path logFolder,
            Consumer<String> told,
            List<String> jvm) {
        this.configFile = configFile;
        this.logFolder = logFolder;
        this.programs = new Programs(installation, jvm);
        this.told = told;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Starts the store when it is ours.
     *
     * @param dataFolder of a local node
     */
    public void startStore(Installation installation, Path dataFolder) {
        StoreConfig store = ConfigFile.read(configFile).section("store", StoreConfig.class);
        told.accept("starting Elasticsearch");
        Optional<LocalNode> started = LocalStore.startIfOurs(store, installation, dataFolder);
        if (started.isPresent()) {
            keep(started.get());
            node = started.get();
        } else {
            told.accept("using the Elasticsearch at " + store.url());
        }
    }

    /** Starts the console alone and waits until it serves. */
    public void startConsole() {
        told.accept("starting the console");
        await(start(programs.console(configFile)));
    }

    /** Starts the console and the job side by side and waits until both serve. */
    public void startProcesses() {
        told.accept("starting the console and the job");
        ChildProcess console = start(programs.console(configFile));
        ChildProcess job = start(programs.job(configFile));
        await(console);
        job.awaitReady(JOB_PATIENCE);
        told.accept("the job runs");
    }

    /** Where the console serves; empty before it does. */
    public String consoleUrl() {
        return consoleUrl;
    }

    /**
     * Does nothing while all processes run, or while they are being stopped.
     *
     * @throws LauncherException when one has ended by itself
     */
    public void requireAlive() {
        if (stopping) {
            return;
        }
        for (AutoCloseable each : snapshot()) {
            if (each instanceof ChildProcess child) {
                child.requireAlive();
            }
        }
        if (node != null && !node.isAlive()) {
            throw new LauncherException("Elasticsearch ended; see " + logFolder);
        }
    }

    /** Whether everything is being stopped, or has been. */
    public boolean isStopping() {
        return stopping;
    }

    /** Stops the process that was started last. */
    public void stopNewest() {
        AutoCloseable newest;
        synchronized (running) {
            newest = running.poll();
        }
        if (newest != null) {
            close(newest);
        }
    }

    /** Stops everything, the newest first; safe to call twice. */
    @Override
    public void close() {
        stopAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is going down already, and the hook with it.
            told.accept("stopped");
        }
    }

    private void await(ChildProcess console) {
        consoleUrl = console.awaitReady(CONSOLE_PATIENCE);
        told.accept("the console serves at " + consoleUrl);
    }

    private ChildProcess start(Program program) {
        ChildProcess child = ChildProcess.start(program, logFolder);
        keep(child);
        return child;
    }

    private void keep(AutoCloseable process) {
        synchronized (running) {
            running.push(process);
        }
    }

    private Deque<AutoCloseable> snapshot() {
        synchronized (running) {
            return new ArrayDeque<>(running);
        }
    }

    private void stopAll() {
        stopping = true;
        while (!snapshot().isEmpty()) {
            stopNewest();
        }
    }

    private static void close(AutoCloseable process) {
        try {
            process.close();
        } catch (Exception e) {
            throw new LauncherException("a process could not be stopped", e);
        }
    }
}
