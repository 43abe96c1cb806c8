// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs;

import org.perimeter.connectors.spi.store.StoreArrival;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.jobs.close.ModelRefusedException;
import org.perimeter.policy.command.CommandManner;
import org.perimeter.policy.command.WrongCallException;
import org.perimeter.policy.config.ConfigException;
import org.perimeter.policy.config.ConfigFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The jobs process: runs the graph of {@link MonitoringJob} as the configuration says, in a cluster
 * inside this process or, under {@code flink run}, on the given one.
 *
 * <p>Prints {@code ready} when the job runs and knows a rulebook and, with {@code --until-done},
 * {@code done} when all sources have ended. Exit status 0 ok, 1 the work failed, 2 the call or the
 * configuration was wrong.
 */
public final class JobsMain {

    private static final Logger LOGGER = LoggerFactory.getLogger(JobsMain.class);
    private static final long STOP_SECONDS = 20;

    private JobsMain() {}

    /** Runs until stopped. */
    public static void main(String[] arguments) {
        int status = CommandManner.run(new JobArguments(), JobsMain::run, arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int run(JobArguments arguments) {
        DeploymentFile file =
                new DeploymentFile(ConfigFile.read(arguments.config()), Clock.systemUTC());
        try (Stores stores = file.stores().open()) {
            StoreArrival.prepare(
                    stores,
                    StoreArrival.PATIENCE,
                    away -> LOGGER.atWarn().log("the store is away; nothing is collected"));
            JobProcess process = new JobProcess(file.read(stores), stores, System.out::println);
            return runStoppable(process, arguments.untilDone()) ? 0 : CommandManner.FAILED;
        } catch (IllegalArgumentException | ModelRefusedException e) {
            throw new WrongCallException(String.valueOf(e.getMessage()));
        } catch (StoreException e) {
            System.err.println("the store cannot be used: " + e.getMessage());
            return CommandManner.FAILED;
        } catch (ConfigException e) {
            throw e;
        } catch (Exception e) {
            LOGGER.atError().setCause(e).log("the job could not be run");
            System.err.println("the job could not be run: " + e.getMessage());
            return CommandManner.FAILED;
        }
    }

    /** Ends cleanly when the process is asked to stop. */
    private static boolean runStoppable(JobProcess process, boolean untilDone) throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        Thread stop =
                new Thread(
                        () -> {
                            process.stop();
                            try {
                                boolean unused = ended.await(STOP_SECONDS, TimeUnit.SECONDS);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            return process.run(untilDone);
        } finally {
            ended.countDown();
        }
    }
}
