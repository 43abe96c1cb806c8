// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command;

import org.perimeter.launcher.process.LauncherException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/** Stands in the list of commands; the script runs the tests itself, before anything is built. */
@Command(
        name = "test",
        description = "Runs all unit and integration tests.",
        footer = {"  ./perimeter test", "  PERIMETER_PEERS=DIR ./perimeter test --peers"})
public final class TestCommand implements Callable<Integer> {

    @Option(
            names = "--peers",
            description = "also against the official servers installed in $PERIMETER_PEERS (no)")
    private boolean peers;

    @Override
    public Integer call() {
        throw new LauncherException(
                "run the tests with ./perimeter test" + (peers ? " --peers" : ""));
    }
}
