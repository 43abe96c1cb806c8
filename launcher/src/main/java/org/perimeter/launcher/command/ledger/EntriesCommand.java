// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command.ledger;

import org.jspecify.annotations.Nullable;
import org.perimeter.launcher.published.LogFiles;
import org.perimeter.policy.ledger.LedgerEntry;
import org.perimeter.policy.ledger.LedgerReader;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.tlog.tile.TilePath;
import org.perimeter.policy.tlog.tile.TileReader;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** Prints entries of a log as anybody can read them, one JSON object a line. */
@Command(
        name = "entries",
        description = {
            "Prints entries of a log, one JSON object a line, and how many there are.",
            "Reads without verifying; see `ledger verify`."
        },
        footer =
                "  ./perimeter ledger entries var/demo/ledger --type COLLECT_BATCH --from 2026-11-24")
final class EntriesCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "DIR|URL",
            description = "folder that holds `checkpoint`, or address of the console")
    private String log = "";

    @Option(
            names = "--type",
            split = ",",
            paramLabel = "TYPE",
            description = "only these types, with commas between (all): ${COMPLETION-CANDIDATES}")
    private @Nullable List<LedgerEntryType> types;

    @Option(names = "--from", paramLabel = "DATE", description = "only from this day on, UTC (all)")
    private @Nullable LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            description = "only up to this day, included (all)")
    private @Nullable LocalDate to;

    @Override
    public Integer call() throws IOException {
        TileReader tiles = LogFiles.open(log);
        Set<LedgerEntryType> wanted =
                types == null ? EnumSet.allOf(LedgerEntryType.class) : EnumSet.copyOf(types);
        long size = new LedgerReader(tiles).head().size();
        long printed = 0;
        for (long first = 0; first < size; first += TilePath.FULL) {
            int width = (int) Math.min(TilePath.FULL, size - first);
            for (byte[] bytes : tiles.readEntries(TilePath.entries(first / TilePath.FULL, width))) {
                LedgerEntry entry = LedgerEntry.parse(bytes);
                if (wanted.contains(entry.type()) && isWithin(entry)) {
                    System.out.println(new String(bytes, StandardCharsets.UTF_8));
                    printed++;
                }
            }
        }
        System.err.println("perimeter: " + printed + " of " + size + " entries");
        return 0;
    }

    private boolean isWithin(LedgerEntry entry) {
        LocalDate day = LocalDate.ofInstant(entry.tsUtc(), ZoneOffset.UTC);
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
