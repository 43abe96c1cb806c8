// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.bench;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.command.Positive;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;

/** The command line of the search's measurement. */
@Command(
        name = "./perimeter bench search",
        description = {
            "How long a search takes as an analyst has it, over the console's API, beside the same"
                    + " question put straight to Elasticsearch.",
            "Last line: posts, p50Ms, p99Ms, ratioToPlainQuery, plainMs, unboundMs,"
                    + " ratioToUnboundQuery, searches, incidents, meanFound, heapMb and the"
                    + " machine."
        },
        footer = "  ./perimeter bench search --posts 200000 --searches 500 --data posts")
final class SearchArguments {

    @Option(
            names = "--posts",
            paramLabel = "N",
            defaultValue = "50000",
            converter = Positive.class,
            description = "how many posts there must at least be (${DEFAULT-VALUE})")
    private int posts;

    @Option(
            names = "--searches",
            paramLabel = "N",
            defaultValue = "1000",
            converter = Positive.class,
            description = "how many searches are measured (${DEFAULT-VALUE})")
    private int searches;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "folder that keeps the posts for the next time (one that is thrown away)")
    private @Nullable Path data;

    /** How many posts there must at least be in the index. */
    int posts() {
        return posts;
    }

    /** How many searches are measured. */
    int searches() {
        return searches;
    }

    /** Folder that keeps the posts for the next time; null to use one that is thrown away. */
    @Nullable Path data() {
        return data == null ? null : data.toAbsolutePath();
    }
}
