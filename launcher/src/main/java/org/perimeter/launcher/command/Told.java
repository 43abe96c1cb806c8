// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command;

import java.io.PrintStream;
import java.util.function.Consumer;

/** Tells a person on standard error what is being done. */
final class Told implements Consumer<String> {

    private final PrintStream err;

    Told(PrintStream err) {
        this.err = err;
    }

    @Override
    public void accept(String line) {
        err.println("perimeter: " + line);
        err.flush();
    }
}
