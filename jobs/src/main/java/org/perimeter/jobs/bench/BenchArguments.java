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
            "Last line: postsPerSecond, costMicros by station, incidents, admittedShare and the"
                    + " machine."
        },
        footer = "  ./perimeter bench pipeline --posts 100000 --incidents 50")
final class BenchArguments {

    @Option(
            names = "--posts",
            paramLabel = "N",
            defaultValue = "50000",
            converter = Positive.class,
            description = "how many posts are measured (${DEFAULT-VALUE})")
    private int posts;

    @Option(
            names = "--incidents",
            paramLabel = "N",
            defaultValue = "20",
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

    /** How many incidents are live. */
    int incidents() {
        return incidents;
    }

    /** Folder of the local Elasticsearch node. */
    Path node() {
        return node;
    }
}
