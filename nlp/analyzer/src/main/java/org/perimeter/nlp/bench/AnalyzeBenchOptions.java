// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.bench;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;

/** Options of {@code bench analyze}. */
@Command(
        name = "./perimeter bench analyze",
        description = {
            "How many posts the analyzer reads per second of processor time, beside the stock"
                    + " classifier called directly and CoreNLP's default pipeline on the same"
                    + " posts.",
            "Last line: postsPerCpuSecond, ratioToCoreNlpDefault, ratioToDirectCrf,"
                    + " shareToCoreNlp, namesKeptByTriage, microsPerThousandCharacters,"
                    + " readySeconds, heapMb, modelFilesMb, posts and the machine."
        },
        footer = "  ./perimeter bench analyze posts.ndjson")
final class AnalyzeBenchOptions {

    @Parameters(
            arity = "0..1",
            paramLabel = "POSTS",
            description = "posts as JSON lines, as `analyze` reads them (3,000 invented ones)")
    private @Nullable Path posts;

    /** A file of posts; null for invented ones. */
    @Nullable Path posts() {
        return posts;
    }
}
