// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command.console;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.command.WrongCallException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Gets the oversight report from the running console. */
@Command(
        name = "report",
        description = {
            "The oversight report of some days, as a page or as data, from the running console.",
            "That it was made is an entry of the audit log."
        },
        footer = "  ./perimeter report --from 2026-11-01 --edition public --out report.html")
public final class ReportCommand implements Callable<Integer> {

    /** For whom. */
    enum Edition {
        PUBLIC,
        BOARD,
        AUDITOR;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it is written. */
    enum Format {
        HTML("/report"),
        JSON("/api/v1/report"),
        PDF(null),
        CSV(null);

        private final @Nullable String path;

        Format(@Nullable String path) {
            this.path = path;
        }
    }

    @Mixin private final ConsoleAddress console = new ConsoleAddress();

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "first day, UTC (30 days up to --to)")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "last day, included (today)")
    private @Nullable LocalDate to;

    @Option(
            names = "--edition",
            paramLabel = "public|board|auditor",
            defaultValue = "board",
            description = "for whom (${DEFAULT-VALUE})")
    private Edition edition = Edition.BOARD;

    @Option(
            names = "--format",
            paramLabel = "html|json",
            defaultValue = "html",
            description = "how it is written (${DEFAULT-VALUE})")
    private Format format = Format.HTML;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "where to; standard output when left out")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        if (format.path == null) {
            throw new WrongCallException(
                    "--format "
                            + format.name().toLowerCase(Locale.ROOT)
                            + " is not there yet; use html or json");
        }
        if (from != null && to != null && from.isAfter(to)) {
            throw new WrongCallException("--from must not be after --to");
        }
        byte[] report = console.get(format.path + query());
        if (out == null) {
            System.out.write(report, 0, report.length);
            System.out.println();
        } else {
            Files.write(out, report);
            System.err.println("perimeter: report: " + out);
        }
        return 0;
    }

    private String query() {
        return "?edition="
                + edition.code()
                + (from == null ? "" : "&from=" + from)
                + (to == null ? "" : "&to=" + to);
    }
}
