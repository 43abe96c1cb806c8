// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.houserules.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.util.TreeScanner;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the marks of one source file. */
final class MarkScanner extends TreeScanner<Void, Void> {

    private static final String ROOT = "org.perimeter.";

    /** What makes a method a test, by simple name: JUnit's and jqwik's. */
    private static final Set<String> TESTS =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "Property");

    /** Endings of the classes that one of the two test runners, or a subclass of them, runs. */
    private static final List<String> RUN = List.of("Test", "IT", "Contract");

    private final ControlMarks marks;
    private final boolean main;
    private final Deque<String> names = new ArrayDeque<>();

    /**
     * @param main whether the file is production code
     */
    MarkScanner(ControlMarks marks, boolean main) {
        this.marks = marks;
        this.main = main;
    }

    @Override
    public Void visitCompilationUnit(CompilationUnitTree unit, Void none) {
        String name = String.valueOf(unit.getPackageName());
        names.addLast(name.startsWith(ROOT) ? name.substring(ROOT.length()) : name);
        return super.visitCompilationUnit(unit, null);
    }

    @Override
    public Void visitClass(ClassTree type, Void none) {
        names.addLast(type.getSimpleName().toString());
        super.visitClass(type, null);
        names.removeLast();
        return null;
    }

    @Override
    public Void visitMethod(MethodTree method, Void none) {
        List<? extends AnnotationTree> annotations = method.getModifiers().getAnnotations();
        Set<String> kinds =
                annotations.stream().map(MarkScanner::simpleName).collect(Collectors.toSet());
        for (AnnotationTree annotation : annotations) {
            if (simpleName(annotation).equals("Control")) {
                note(method, annotation, kinds);
            }
        }
        return super.visitMethod(method, null);
    }

    private void note(MethodTree method, AnnotationTree mark, Set<String> kinds) {
        boolean constructor = method.getReturnType() == null;
        String name = constructor ? "new" : method.getName().toString();
        String where = String.join(".", names) + "#" + name;
        boolean test = kinds.stream().anyMatch(TESTS::contains);
        if (test && RUN.stream().noneMatch(String.valueOf(names.peekLast())::endsWith)) {
            marks.problem(where, "stands in a class that no test runner runs");
        } else if (kinds.contains("Disabled")) {
            marks.problem(where, "is disabled and proves nothing");
        } else if (!test && !main) {
            marks.problem(where, "neither applies a control nor tests one");
        } else {
            for (ExpressionTree argument : mark.getArguments()) {
                ids(where, argument, test);
            }
        }
    }

    private void ids(String where, @Nullable ExpressionTree value, boolean test) {
        if (value instanceof AssignmentTree assignment) {
            ids(where, assignment.getExpression(), test);
        } else if (value instanceof NewArrayTree array && array.getInitializers() != null) {
            array.getInitializers().forEach(element -> ids(where, element, test));
        } else if (value instanceof LiteralTree literal
                && literal.getValue() instanceof String control) {
            if (test) {
                marks.test(control, where);
            } else {
                marks.rule(control, where);
            }
        } else {
            marks.problem(where, "names its control by something else than a literal");
        }
    }

    private static String simpleName(AnnotationTree annotation) {
        String name = annotation.getAnnotationType().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
