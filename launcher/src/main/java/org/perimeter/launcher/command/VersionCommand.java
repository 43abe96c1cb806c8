// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command;

import picocli.CommandLine.Command;

/** Prints the version of the program and of the Java that runs it. */
@Command(
        name = "version",
        description = "Prints the versions of Perimeter and of its Java.",
        footer = "  ./perimeter version")
public final class VersionCommand implements Runnable {

    private static final String VERSION = "0.1.0-SNAPSHOT";

    @Override
    public void run() {
        System.out.println("perimeter " + VERSION);
        System.out.println(
                "java " + Runtime.version() + " (" + System.getProperty("java.home") + ")");
    }
}
