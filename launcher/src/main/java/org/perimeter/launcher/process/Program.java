// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.process;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/**
 * A Java program of the house.
 *
 * @param name for people and for the name of its log
 * @param classPath everything it needs
 * @param mainClass where it starts
 * @param jvm options of its JVM
 * @param arguments of the program
 */
public record Program(
        String name, String classPath, String mainClass, List<String> jvm, List<String> arguments) {

    public Program {
        jvm = List.copyOf(jvm);
        arguments = List.copyOf(arguments);
    }

    /** The same with more on its class path. */
    public Program with(String moreClassPath) {
        return new Program(
                name, classPath + File.pathSeparator + moreClassPath, mainClass, jvm, arguments);
    }

    /** The command line that runs it as it is. */
    List<String> plainCommand() {
        List<String> words = start(classPath);
        words.add(mainClass);
        words.addAll(arguments);
        return List.copyOf(words);
    }

    /** The command line that runs it so that it ends when its standard input ends. */
    List<String> tetheredCommand() {
        // The tether comes last, so that it shadows nothing of the program.
        List<String> words = start(classPath + File.pathSeparator + Tether.location());
        words.add(Tether.class.getName());
        words.add(mainClass);
        words.addAll(arguments);
        return List.copyOf(words);
    }

    private List<String> start(String path) {
        List<String> words = new ArrayList<>();
        words.add(Installation.java().toString());
        words.addAll(jvm);
        words.add("-cp");
        words.add(path);
        return words;
    }
}
