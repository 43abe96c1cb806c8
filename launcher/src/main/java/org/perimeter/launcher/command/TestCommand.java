// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command;

import org.perimeter.launcher.process.LauncherException;

import picocli.CommandLine.Command;

import java.util.concurrent.Callable;

/** Stands in the list of commands; the script runs the tests itself, before anything is built. */
@Command(name = "test", description = "Runs all unit and integration tests.")
public final class TestCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        throw new LauncherException("run the tests with ./perimeter test");
    }
}
