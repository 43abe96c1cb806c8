// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds a JDK that can run the node: its own first, then {@code JAVA_HOME}, then the system's. */
final class JavaHomes {

    private static final int MINIMUM = 21;

    private final List<Path> first;
    private final List<Path> folders;

    /**
     * @param first homes in order of preference
     * @param folders folders that hold homes; of theirs the newest is taken
     */
    JavaHomes(List<Path> first, List<Path> folders) {
        this.first = List.copyOf(first);
        this.folders = List.copyOf(folders);
    }

    static JavaHomes ofThisMachine() {
        List<Path> first = new ArrayList<>();
        first.add(Path.of(System.getProperty("java.home")));
        Optional.ofNullable(System.getenv("JAVA_HOME")).map(Path::of).ifPresent(first::add);
        Path user = Path.of(System.getProperty("user.home"));
        return new JavaHomes(
                first,
                List.of(
                        Path.of("/usr/lib/jvm"),
                        Path.of("/usr/java"),
                        Path.of("/Library/Java/JavaVirtualMachines"),
                        user.resolve(".jdks"),
                        user.resolve(".sdkman/candidates/java")));
    }

    /**
     * A JDK of version 21 or newer with all its modules.
     *
     * @throws LocalNodeException when there is none
     */
    Path find() {
        return Stream.concat(first.stream().flatMap(JavaHomes::read), installed())
                .filter(JavaRelease::runsTheNode)
                .map(JavaRelease::home)
                .findFirst()
                .orElseThrow(this::nothingFits);
    }

    private Stream<JavaRelease> installed() {
        return folders.stream()
                .flatMap(JavaHomes::children)
                .flatMap(home -> Stream.of(home, home.resolve("Contents").resolve("Home")))
                .flatMap(JavaHomes::read)
                .sorted(Comparator.comparingInt(JavaRelease::feature).reversed());
    }

    private LocalNodeException nothingFits() {
        String places =
                Stream.concat(first.stream(), folders.stream())
                        .map(Path::toString)
                        .collect(Collectors.joining(", "));
        return new LocalNodeException(
                "the local Elasticsearch needs a full JDK "
                        + MINIMUM
                        + " or newer and none was found in "
                        + places
                        + "; install one (for example Temurin 25) or set JAVA_HOME to it");
    }

    private static Stream<JavaRelease> read(Path home) {
        return JavaRelease.read(home).stream();
    }

    private static Stream<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> list = Files.list(folder)) {
            return list.sorted().toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /**
     * What a JDK's {@code release} file says of it.
     *
     * @param home its folder
     * @param feature its feature version, such as 25
     * @param complete whether it has the incubating vector module, which a stripped image lacks
     */
    private record JavaRelease(Path home, int feature, boolean complete) {

        boolean runsTheNode() {
            return feature >= MINIMUM && complete;
        }

        static Optional<JavaRelease> read(Path home) {
            Path release = home.resolve("release");
            if (!Files.isExecutable(home.resolve("bin").resolve("java"))
                    || !Files.isReadable(release)) {
                return Optional.empty();
            }
            try {
                return parse(home, Files.readAllLines(release));
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        private static Optional<JavaRelease> parse(Path home, List<String> lines) {
            int feature = 0;
            boolean complete = true;
            for (String line : lines) {
                if (line.startsWith("JAVA_VERSION=")) {
                    feature = leadingNumber(line.substring("JAVA_VERSION=".length()));
                } else if (line.startsWith("MODULES=")) {
                    complete = line.contains("jdk.incubator.vector");
                }
            }
            return Optional.of(new JavaRelease(home, feature, complete));
        }

        private static int leadingNumber(String quoted) {
            String digits = quoted.replace("\"", "").replaceFirst("\\D.*", "");
            return digits.isEmpty() ? 0 : Integer.parseInt(digits);
        }
    }
}
