// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A program for tests: starts one child, tells its process id, and waits to be killed. */
public final class ParentOfOne {

    private ParentOfOne() {}

    /**
     * Runs until it is killed.
     *
     * @param args the folder for logs
     */
    public static void main(String[] args) throws InterruptedException {
        Program program =
                new Program(
                        "child",
                        System.getProperty("java.class.path"),
                        ChatteringChild.class.getName(),
                        List.of("-Xmx64m"),
                        List.of("serve", "here"));
        ChildProcess child = ChildProcess.start(program, Path.of(args[0]));
        child.awaitReady(Duration.ofSeconds(30));
        System.out.println(child.pid());
        System.out.flush();
        Thread.currentThread().join();
    }
}
