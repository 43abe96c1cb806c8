// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.exercise;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.command.Positive;
import org.perimeter.policy.command.WholeNumber;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.nio.file.Files;
import java.nio.file.Path;

/** What can be given to the measurement of exercises. */
@Command(
        name = "./perimeter bench exercise",
        description = {
            "How right admission, places and alerts are: plays written exercises, each with many"
                    + " seeds, in event time, and prints a line for each incident.",
            "Last line: incidents, admission, places, alerts, confirmed, falsePer1000Ordinary,"
                    + " intervals and more."
        },
        footer = "  ./perimeter bench exercise --packs my-exercises --seeds 3")
final class ExerciseArguments {

    private static final int MOST = 1_000_000;

    @Option(
            names = "--packs",
            required = true,
            paramLabel = "DIR",
            converter = Folder.class,
            description = "an exercise's folder, or a folder of such (docs/exercise.md)")
    private Path packs = Path.of("");

    @Option(
            names = "--places",
            paramLabel = "DIR",
            description = "a jurisdiction folder, or a folder of such (bundled towns only)")
    private @Nullable Path places;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "10",
            converter = Positive.class,
            description = "how many variations of each exercise are played (${DEFAULT-VALUE})")
    private int seeds;

    @Option(
            names = "--ordinary",
            paramLabel = "N",
            defaultValue = "2000",
            converter = Ordinary.class,
            description = "ordinary posts of each exercise (${DEFAULT-VALUE})")
    private int ordinary;

    // As much as half: daily life is as dense inside the fences as outside.
    @Option(
            names = "--inside",
            paramLabel = "PERCENT",
            defaultValue = "50",
            converter = Percent.class,
            description =
                    "how many in a hundred of them carry a position inside a fence"
                            + " (${DEFAULT-VALUE})")
    private int inside;

    @Option(
            names = "--errors",
            paramLabel = "FILE",
            description = "where the wrong posts are written (nowhere)")
    private @Nullable Path errors;

    @Option(
            names = "--alerts",
            paramLabel = "FILE",
            description = "where all alerts and what is true of them are written (nowhere)")
    private @Nullable Path alerts;

    @Option(names = "--first", description = "read nothing closely")
    private boolean firstOnly;

    /** An exercise's folder, or a folder of such. */
    Path packs() {
        return packs;
    }

    /** A jurisdiction folder, or a folder of such; null for bundled towns only. */
    @Nullable Path places() {
        return places;
    }

    /** How many variations of each exercise are played. */
    int seeds() {
        return seeds;
    }

    /** Ordinary posts of each exercise. */
    int ordinary() {
        return ordinary;
    }

    /** How many in a hundred of them carry a position inside a fence. */
    int inside() {
        return inside;
    }

    /** Where the wrong posts are written; null for nowhere. */
    @Nullable Path errors() {
        return errors;
    }

    /** Where alerts are written; null for nowhere. */
    @Nullable Path alerts() {
        return alerts;
    }

    /** Whether nothing is read closely. */
    boolean firstOnly() {
        return firstOnly;
    }

    private static final class Ordinary extends WholeNumber {
        Ordinary() {
            super(0, MOST);
        }
    }

    private static final class Percent extends WholeNumber {
        Percent() {
            super(0, 100);
        }
    }

    private static final class Folder implements ITypeConverter<Path> {

        @Override
        public Path convert(String value) {
            Path folder = Path.of(value);
            if (!Files.isDirectory(folder)) {
                throw new TypeConversionException("no folder " + value);
            }
            return folder;
        }
    }
}
