// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.bench;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.command.Positive;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;

/** Options of {@code bench ledger}. */
@Command(
        name = "./perimeter bench ledger",
        description = {
            "How many durable entries a second the ledger takes, what a receipt costs, and that the"
                    + " result verifies.",
            "Last line: entriesPerSecond, proofMs, entries, group, loneCommitMs, verifySeconds,"
                    + " verified and the machine."
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
            names = "--dir",
            paramLabel = "FOLDER",
            description = "where: it must not exist and is left in place (a new folder in var)")
    private @Nullable Path folder;

    int entries() {
        return entries;
    }

    /** Where; null for a new folder. */
    @Nullable Path folder() {
        return folder;
    }
}
