// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.process;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Runs another main class and ends with the process that started it: when standard input ends,
 * because the parent closed it or died in whatever way, the JVM shuts down, and is halted if that
 * takes too long.
 */
public final class Tether {

    private static final long PATIENCE_MILLIS = 15_000;

    private Tether() {}

    /**
     * Runs the main class that the first argument names with the other arguments.
     *
     * @param args main class, then its arguments
     */
    public static void main(String[] args) throws Throwable {
        daemon("tether", Tether::watch).start();
        Class<?> program = Class.forName(args[0]);
        try {
            program.getMethod("main", String[].class)
                    .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** The folder or jar that this class was loaded from. */
    static Path location() {
        try {
            return Path.of(
                    Tether.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the launcher lies at an odd address", e);
        }
    }

    private static void watch() {
        try {
            while (System.in.read() >= 0) {
                // Nobody says anything on this line; only its end matters.
            }
        } catch (IOException e) {
            // A broken line has ended, too.
        }
        daemon("tether-halt", Tether::haltLater).start();
        System.exit(143);
    }

    private static void haltLater() {
        try {
            Thread.currentThread().join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(143);
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
