// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where Perimeter lies on this machine, as the build left it.
 *
 * @param root the checkout
 * @param var where everything goes that is made at run time
 */
public record Installation(Path root, Path var) {

    /** System property that names the checkout. */
    public static final String ROOT_PROPERTY = "perimeter.root";

    /** System property that names another folder for run-time files. */
    public static final String VAR_PROPERTY = "perimeter.var";

    /** The installation that the script names; the working directory when it names none. */
    public static Installation here() {
        Path root = Path.of(System.getProperty(ROOT_PROPERTY, "")).toAbsolutePath().normalize();
        String var = System.getProperty(VAR_PROPERTY);
        return new Installation(
                root, var == null ? root.resolve("var") : Path.of(var).toAbsolutePath());
    }

    /**
     * The class path of a module with everything it needs.
     *
     * @throws LauncherException when it has not been built
     */
    public String classPath(String module) {
        Path target = root.resolve(module).resolve("target");
        try {
            return target.resolve("classes")
                    + File.pathSeparator
                    + Files.readString(target.resolve("classpath.txt")).strip();
        } catch (IOException e) {
            throw new LauncherException(
                    module + " is not built; run ./perimeter, which builds what is missing", e);
        }
    }

    /**
     * What {@code ./perimeter} fetched for one command of a module only; empty when it was not
     * fetched: the program behind the command says what it lacks.
     *
     * @throws LauncherException when it cannot be read
     */
    public String fetched(String module, String what) {
        Path list = root.resolve(module).resolve("target/classpath-" + what + ".txt");
        try {
            return Files.exists(list) ? Files.readString(list).strip() : "";
        } catch (IOException e) {
            throw new LauncherException(list + " cannot be read", e);
        }
    }

    /** The local Elasticsearch node as the build assembled it. */
    public Path nodeHome() {
        return root.resolve("connectors/elasticsearch-node/target/node");
    }

    /** The Java that runs this process. */
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
