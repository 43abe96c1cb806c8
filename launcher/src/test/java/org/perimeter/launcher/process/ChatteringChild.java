// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.process;

/** A program for tests: gets ready, or fails, or lives on until it is ended. */
public final class ChatteringChild {

    private ChatteringChild() {}

    /**
     * Does what it is told.
     *
     * @param args {@code fail MESSAGE}, {@code misconfigured MESSAGE} or {@code serve ADDRESS}
     */
    public static void main(String[] args) throws InterruptedException {
        if (args[0].equals("fail")) {
            System.err.println(args[1]);
            System.exit(3);
        }
        if (args[0].equals("misconfigured")) {
            System.err.println(args[1]);
            System.exit(2);
        }
        System.out.println("warming up");
        System.out.println("ready " + args[1]);
        Thread.currentThread().join();
    }
}
