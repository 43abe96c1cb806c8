// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.deployment;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.elasticsearch.ElasticStoresFactory;
import org.perimeter.connectors.elasticsearch.node.LocalNodeConfig;
import org.perimeter.launcher.process.Child;
import org.perimeter.launcher.process.ChildProcess;
import org.perimeter.launcher.process.Installation;
import org.perimeter.launcher.process.LauncherException;
import org.perimeter.launcher.process.Program;
import org.perimeter.launcher.supervision.LifeSign;
import org.perimeter.launcher.supervision.Outage;
import org.perimeter.launcher.supervision.OutageBook;
import org.perimeter.launcher.supervision.RestartPlan;
import org.perimeter.launcher.supervision.Revival;
import org.perimeter.launcher.supervision.Supervisor;
import org.perimeter.policy.config.ConfigFile;
import org.perimeter.policy.config.StoreConfig;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The running processes of one deployment, started in order, started again when one ends by itself,
 * and stopped in the opposite order. It is stopped with this JVM, too, whatever ends it; should
 * that be a kill, the children notice.
 */
public final class LocalDeployment implements AutoCloseable {

    private static final Duration CONSOLE_PATIENCE = Duration.ofSeconds(90);
    private static final Duration JOB_PATIENCE = Duration.ofMinutes(3);

    private final StoreConfig store;
    private final Path logFolder;
    private final Programs programs;
    private final Path configFile;
    private final Consumer<String> told;
    private final OutageBook outages;
    private final Supervisor supervisor;
    private final Thread hook = new Thread(this::stopAll, "stop-deployment");
    private volatile boolean stopping;
    private volatile String consoleUrl = "";
    private volatile @Nullable LifeSign lifeSign;

    /**
     * @param configFile of the deployment
     * @param installation where the programs are
     * @param logFolder of the processes
     * @param told hears what is being done, a line at a time, from several threads
     * @param jvm further options of the processes' JVMs
     * @throws org.perimeter.policy.config.ConfigException when the file names no store
     */
    public LocalDeployment(
            Path configFile,
            Installation installation,
            Path logFolder,
            Consumer<String> told,
            List<String> jvm) {
        this.configFile = configFile;
        this.store = ConfigFile.read(configFile).section("store", StoreConfig.class);
        this.logFolder = logFolder;
        this.programs = new Programs(installation, jvm);
        this.told = told;
        // The record's constructor fills the prefix in.
        String prefix = Objects.requireNonNull(store.prefix());
        this.outages = new OutageBook(new ElasticStoresFactory(store.url(), prefix));
        this.supervisor =
                new Supervisor(RestartPlan.usual(), InstantSource.system(), told, outages);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Starts the store when it is ours.
     *
     * @param dataFolder of a local node
     */
    public void startStore(Installation installation, Path dataFolder) {
        told.accept("starting Elasticsearch");
        Optional<LocalNodeConfig> ours = LocalStore.ifOurs(store, installation, dataFolder);
        if (ours.isPresent()) {
            LocalNodeConfig node = ours.get();
            supervisor.guard(NodeChild.start(node), () -> NodeChild.revive(node));
        } else {
            told.accept("using the Elasticsearch at " + store.url());
        }
    }

    /** Starts the console alone and waits until it serves. */
    public void startConsole() {
        told.accept("starting the console");
        awaitConsole(startFirst(programs.console(configFile)));
    }

    /** Starts the console and the job side by side and waits until both serve. */
    public void startProcesses() {
        told.accept("starting the console and the job");
        ChildProcess console = startFirst(programs.console(configFile));
        ChildProcess job;
        try {
            job = startFirst(programs.job(configFile));
        } catch (LauncherException e) {
            console.close();
            throw e;
        }
        try {
            awaitConsole(console);
        } catch (LauncherException e) {
            job.close();
            throw e;
        }
        awaitFirst(job, JOB_PATIENCE);
        supervisor.guard(job, () -> revive(programs.job(configFile), JOB_PATIENCE));
        told.accept("the job runs");
    }

    /**
     * Tells the ledger of the time since an earlier launcher was last alive, if that did not end in
     * order, and gives signs of life from now on, in {@link #requireAlive}.
     */
    public void keep(LifeSign sign) {
        Instant now = InstantSource.system().instant();
        sign.left()
                .ifPresent(
                        from -> {
                            told.accept("nothing was watched since " + from);
                            outages.accept(new Outage("launcher", from, now, 1));
                        });
        sign.give();
        lifeSign = sign;
    }

    /** Where the console serves; empty before it does. */
    public String consoleUrl() {
        return consoleUrl;
    }

    /** The processes that run, or ran last, the newest first. */
    public List<Child> children() {
        return supervisor.children();
    }

    /**
     * Does nothing while all processes run or are being started again, or while they are being
     * stopped.
     *
     * @throws LauncherException when one has ended and is not started any more
     */
    public void requireAlive() {
        if (stopping) {
            return;
        }
        LifeSign sign = lifeSign;
        try {
            supervisor.requireHope();
        } catch (LauncherException e) {
            // The sign stays: what follows is an outage.
            lifeSign = null;
            throw e;
        }
        if (sign != null) {
            sign.give();
            if (stopping) {
                sign.withdraw();
            }
        }
    }

    /** Whether everything is being stopped, or has been. */
    public boolean isStopping() {
        return stopping;
    }

    /** Stops the process that was started last. */
    public void stopNewest() {
        supervisor.stopNewest();
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

    private void awaitConsole(ChildProcess console) {
        String url = awaitFirst(console, CONSOLE_PATIENCE);
        supervisor.guard(console, () -> revive(programs.console(configFile), CONSOLE_PATIENCE));
        serves(url);
    }

    private void serves(String url) {
        consoleUrl = url;
        told.accept("the console serves at " + url);
    }

    private ChildProcess startFirst(Program program) {
        return ChildProcess.start(program, logFolder);
    }

    /** A first start that fails is told and not tried again: a person is there to read it. */
    private static String awaitFirst(ChildProcess child, Duration patience) {
        try {
            return child.awaitReady(patience);
        } catch (LauncherException e) {
            child.close();
            throw e;
        }
    }

    private Revival revive(Program program, Duration patience) {
        ChildProcess child;
        try {
            child = ChildProcess.startAgain(program, logFolder);
        } catch (LauncherException e) {
            return new Revival.Failed(Revival.Failed.UNKNOWN, String.valueOf(e.getMessage()));
        }
        try {
            String url = child.awaitReady(patience);
            if (!url.isEmpty() && !url.equals(consoleUrl)) {
                serves(url);
            }
            return new Revival.Back(child);
        } catch (LauncherException e) {
            int status = child.exitStatus();
            child.close();
            return new Revival.Failed(status, child.lastWords());
        }
    }

    private void stopAll() {
        stopping = true;
        LifeSign sign = lifeSign;
        if (sign != null) {
            sign.withdraw();
        }
        // While the store is still there.
        outages.close();
        supervisor.close();
    }
}
