// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.process;

import java.io.IOException;

/** Runs a program of the house in the foreground, with this process's own input and output. */
public final class Foreground {

    private Foreground() {}

    /**
     * Runs it to its end.
     *
     * @return its exit status
     * @throws LauncherException when it cannot be started
     */
    public static int run(Program program) {
        try {
            Process process = new ProcessBuilder(program.plainCommand()).inheritIO().start();
            Thread stop = new Thread(process::destroy, "stop-" + program.name());
            Runtime.getRuntime().addShutdownHook(stop);
            int status = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(stop);
            return status;
        } catch (IOException e) {
            throw new LauncherException("cannot start " + program.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }
}
