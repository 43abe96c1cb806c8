// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.houserules.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Which methods apply a control and which tests prove it, read off the {@code @Control} marks in
 * the sources of all modules, so that integration tests count wherever they run.
 */
public final class ControlMarks {

    private static final String MARK = "@Control(";

    private final SortedMap<String, SortedSet<String>> rules = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> tests = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    private ControlMarks() {}

    /**
     * Reads the marks of a source tree.
     *
     * @throws UncheckedIOException when a file cannot be read
     */
    public static ControlMarks read(SourceTree sources) {
        List<Path> marked = sources.files().stream().filter(ControlMarks::hasMark).toList();
        ControlMarks marks = new ControlMarks();
        if (marked.isEmpty()) {
            return marks;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(marked));
            for (CompilationUnitTree unit : task.parse()) {
                boolean main = sources.isMain(Path.of(unit.getSourceFile().toUri()));
                new MarkScanner(marks, main).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return marks;
    }

    /** Methods that apply each control, {@code class#method} below {@code org.perimeter}. */
    public SortedMap<String, SortedSet<String>> rules() {
        return rules;
    }

    /** Test methods that prove each control, likewise. */
    public SortedMap<String, SortedSet<String>> tests() {
        return tests;
    }

    /** Marks that say nothing; empty when all is well. */
    public List<String> problems() {
        return problems;
    }

    /** All of it as the catalogue's resource. */
    public String toYaml() {
        SortedSet<String> controls = new TreeSet<>(rules.keySet());
        controls.addAll(tests.keySet());
        StringBuilder yaml = new StringBuilder();
        yaml.append("# SPDX-License-Identifier: GPL-3.0-or-later\n");
        yaml.append("# Generated from the @Control marks of methods and tests; ControlMarksTest\n");
        yaml.append("# fails when it is stale and says how it is written anew.\n");
        for (String control : controls) {
            yaml.append(control).append(":\n");
            list(yaml, "rules", rules.getOrDefault(control, new TreeSet<>()));
            list(yaml, "tests", tests.getOrDefault(control, new TreeSet<>()));
        }
        return yaml.toString();
    }

    void rule(String control, String method) {
        rules.computeIfAbsent(control, id -> new TreeSet<>()).add(method);
    }

    void test(String control, String method) {
        tests.computeIfAbsent(control, id -> new TreeSet<>()).add(method);
    }

    void problem(String method, String what) {
        problems.add(method + ": " + what);
    }

    private static void list(StringBuilder yaml, String name, SortedSet<String> methods) {
        if (methods.isEmpty()) {
            yaml.append("  ").append(name).append(": []\n");
            return;
        }
        yaml.append("  ").append(name).append(":\n");
        methods.forEach(method -> yaml.append("    - ").append(method).append('\n'));
    }

    private static boolean hasMark(Path file) {
        try {
            return Files.readString(file).contains(MARK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
