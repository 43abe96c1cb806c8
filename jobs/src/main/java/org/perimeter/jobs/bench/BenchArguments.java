// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.bench;

import org.perimeter.policy.command.Positive;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;

/** The command line of the pipeline's measurement. */
@Command(
        name = "./perimeter bench pipeline",
        description = {
            "How many posts a second go the whole way through the graph, from source to a local"
                    + " Elasticsearch.",
            "An honest mix: JSON through the real connector, 3 %% with a position, 2 %% about the"
                    + " incidents, 5 %% deletes and edits, in the town of the demo.",
            "Last line: postsPerSecond, postsPerCpuSecond (Elasticsearch counted), admittedShare,"
                    + " cpuMicrosPerPost by whose thread it was, costMicros of the work alone, and"
                    + " the machine."
        },
        footer = "  ./perimeter bench pipeline --posts 200000 --incidents 1000")
final class BenchArguments {

    @Option(
            names = "--posts",
            paramLabel = "N",
            defaultValue = "100000",
            converter = Positive.class,
            description = "how many posts are measured (${DEFAULT-VALUE})")
    private int posts;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "60000",
            converter = Positive.class,
            description = "how many go before them (${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--incidents",
            paramLabel = "N",
            defaultValue = "100",
            converter = Positive.class,
            description = "how many incidents are live (${DEFAULT-VALUE})")
    private int incidents;

    @Option(
            names = "--node",
            paramLabel = "DIR",
            defaultValue = "${sys:perimeter.node.home:-connectors/elasticsearch-node/target/node}",
            description = "folder of the local Elasticsearch node (the one that was built)")
    private Path node = Path.of("");

    /** How many posts are measured. */
    int posts() {
        return posts;
    }

    /** How many posts go before those that are measured. */
    int warmUp() {
        return warmUp;
    }

    /** How many incidents are live. */
    int incidents() {
        return incidents;
    }

    /** Folder of the local Elasticsearch node. */
    Path node() {
        return node;
    }
}
