// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.process;

import java.util.concurrent.CompletableFuture;

/** A process of ours beside this one, which may end by itself at any time. */
public interface Child extends AutoCloseable {

    /** The exit status by which a child says that its configuration is wrong. */
    int WRONG_CONFIGURATION = 2;

    /** Its name, for people, logs and the ledger. */
    String name();

    /** Its process id. */
    long pid();

    /** Completes with its exit status when it has ended, however that came. */
    CompletableFuture<Integer> ended();

    /** What it said last, and where to read more; for the one line that a person is told. */
    String lastWords();

    /** Ends it and waits until it has; safe to call twice. */
    @Override
    void close();
}
