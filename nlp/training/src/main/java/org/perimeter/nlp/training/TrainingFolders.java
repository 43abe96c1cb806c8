// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/** The options that every training takes: where the corpora are and where the model goes. */
public final class TrainingFolders {

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "folder that holds the corpora, one folder each")
    private Path data = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "folder of the model; made when it is not there")
    private Path out = Path.of("");

    /** Folder that holds the corpora. */
    public Path data() {
        return data;
    }

    /** Folder of the model. */
    public Path out() {
        return out;
    }
}
