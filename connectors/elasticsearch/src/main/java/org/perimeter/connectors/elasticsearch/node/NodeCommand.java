// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.node;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The command line of a node's JVM. */
final class NodeCommand {

    private final Path javaHome;
    private final LocalNodeConfig config;
    private final int port;

    NodeCommand(Path javaHome, LocalNodeConfig config, int port) {
        this.javaHome = javaHome;
        this.config = config;
        this.port = port;
    }

    List<String> words() {
        Path home = config.nodeHome();
        return List.of(
                javaHome.resolve("bin").resolve("java").toString(),
                "-Xms" + config.heapMb() + "m",
                "-Xmx" + config.heapMb() + "m",
                // Half the memory and start time of the defaults; a laptop's node needs no more.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                // The log must outlive the node's own closing.
                "-Dlog4j.shutdownHookEnabled=false",
                "-XX:ErrorFile=" + config.logFolder().resolve("hs_err_pid%p.log"),
                "-Des.path.home=" + home,
                "-Des.nativelibs.path=" + home.resolve("native").resolve(platform()),
                // The published jars hold no vector library; looking for one in vain switches all
                // native access off, and with it the zstd codec.
                "-Dorg.elasticsearch.nativeaccess.enableVectorLibrary=false",
                "--enable-native-access=org.elasticsearch.nativeaccess,org.elasticsearch.foreign,"
                        + "org.apache.lucene.core,ALL-UNNAMED",
                "--module-path",
                home.resolve("lib").toString(),
                "--add-modules",
                "org.elasticsearch.server,jdk.incubator.vector",
                "-cp",
                home.resolve("launcher.jar").toString(),
                "org.perimeter.node.NodeLauncher",
                "home=" + home,
                "data=" + config.dataFolder(),
                "port=" + port);
    }

    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch");
        return (os.startsWith("mac") ? "macos-" : "linux-")
                + (arch.equals("x86_64") ? "amd64" : arch);
    }
}
