// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.bench;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.command.Positive;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;

/** Options of {@code bench ledger}. */
@Command(
        name = "./perimeter bench ledger",
        description = {
            "How many durable entries a second the ledger takes, how long an event of the console"
                    + " waits for its entry, what a receipt costs, and that the result verifies.",
            "Last line: entriesPerSecond, group, recordMs (one event, from the console's audit log"
                    + " until it is durable), bareAppendMs (as many bytes appended to a file with"
                    + " one fsync, in turn with it), ratioToBareAppend, clients, togetherPerSecond"
                    + " and togetherMs (the same by several at once), proofMs, entries,"
                    + " verifySeconds, verified and the machine."
        },
        footer = "  ./perimeter bench ledger --entries 1000000 --dir /mnt/disk/ledger")
final class LedgerBenchOptions {

    @Option(
            names = "--entries",
            paramLabel = "N",
            defaultValue = "100000",
            converter = Positive.class,
            description = "how many are written together (${DEFAULT-VALUE})")
    private int entries;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "2000",
            converter = Positive.class,
            description = "how many events are recorded, alone and together (${DEFAULT-VALUE})")
    private int events;

    @Option(
            names = "--dir",
            paramLabel = "FOLDER",
            description = "where: it must not exist and is left in place (a new folder in var)")
    private @Nullable Path folder;

    int entries() {
        return entries;
    }

    int events() {
        return events;
    }

    /** Where; null for a new folder. */
    @Nullable Path folder() {
        return folder;
    }
}
