// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.quality.split.Part;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Options of {@code bench quality}. */
@Command(
        name = "./perimeter bench quality",
        description = {
            "How good the analysis is on public corpora: one JSON object a row on standard output,"
                    + " the summary last.",
            "Ends with 1 when no row could be measured or a gate of the audit is red."
        },
        footer = {
            "  ./perimeter bench quality --data corpora --corpus ner_wnut17",
            "  ./perimeter bench quality --data corpora --audit --write docs/quality.md"
        })
final class QualityOptions {

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "folder that holds the corpora, one folder each, or one file of one")
    private Path data = Path.of("");

    @Option(
            names = "--corpus",
            paramLabel = "NAME",
            defaultValue = "",
            description = "only rows whose name or corpus contains this (all)")
    private String corpus = "";

    @Option(
            names = "--part",
            paramLabel = "PART",
            defaultValue = "held-out",
            converter = PartName.class,
            description = "what is scored: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
    private Part part = Part.HELD_OUT;

    @Option(names = "--no-baseline", description = "leave stock CoreNLP beside it out")
    private boolean withoutBaseline;

    @Option(
            names = "--places",
            paramLabel = "DIR",
            description =
                    "folder of a jurisdiction as `geo import` writes it; may be given again (none)")
    private List<Path> places = new ArrayList<>();

    @Option(
            names = "--write",
            paramLabel = "FILE",
            description = "Markdown file whose tables are brought up to date (none)")
    private @Nullable Path write;

    @Option(names = "--audit", description = "the bias audit instead of the rows")
    private boolean audit;

    /** Folder with one folder per corpus, or one file of the corpus. */
    Path data() {
        return data;
    }

    /** Only rows whose name or corpus contains this; empty for all. */
    String corpus() {
        return corpus;
    }

    /** What is scored. */
    Part part() {
        return part;
    }

    /** Whether stock CoreNLP runs beside. */
    boolean baseline() {
        return !withoutBaseline;
    }

    /** Jurisdiction folders. */
    List<Path> places() {
        return List.copyOf(places);
    }

    /** Markdown file whose tables are brought up to date; null for none. */
    @Nullable Path write() {
        return write;
    }

    /** Whether the bias audit runs instead of the rows. */
    boolean audit() {
        return audit;
    }

    private static final class PartName implements ITypeConverter<Part> {

        @Override
        public Part convert(String value) {
            return Arrays.stream(Part.values())
                    .filter(part -> part.label().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("it is one of " + names()));
        }

        private static String names() {
            return Arrays.stream(Part.values()).map(Part::label).collect(Collectors.joining(", "));
        }
    }
}
