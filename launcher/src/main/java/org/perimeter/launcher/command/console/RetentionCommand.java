// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Looks after what is held. */
@Command(
        name = "retention",
        description = "What is held, against its limits.",
        footer = "  ./perimeter retention status",
        subcommands = RetentionCommand.Status.class)
public final class RetentionCommand {

    /** Prints what is held, class by class. */
    @Command(
            name = "status",
            description = {
                "Prints every class of stored posts against its limit.",
                "Ends with 1 when something is held past its last day."
            },
            footer = "  ./perimeter retention status --url http://127.0.0.1:8080")
    static final class Status implements Callable<Integer> {

        @Mixin private final ConsoleAddress console = new ConsoleAddress();

        @Override
        public Integer call() throws IOException {
            JsonNode held = new ObjectMapper().readTree(console.get("/api/v1/report")).path("held");
            print("class", "posts", "oldest gone by", "hours left", "limit h");
            for (JsonNode each : held.path("classes")) {
                print(
                        each.path("retentionClass").asText(),
                        each.path("posts").asText(),
                        each.path("oldestDeleteBy").asText(),
                        each.path("hoursLeft").asText(),
                        each.path("limitHours").asText("-"));
            }
            System.out.println("held " + held.path("total").asLong());
            System.out.println("overdue " + held.path("overdue").asLong());
            System.out.println(
                    "last round of deletion " + held.path("retentionDoneAt").asText("never"));
            return held.path("overdue").asLong() == 0 ? 0 : 1;
        }

        private static void print(String... cells) {
            System.out.println(
                    String.format(Locale.ROOT, "%-6s %10s  %-14s %10s %10s", (Object[]) cells)
                            .stripTrailing());
        }
    }
}
