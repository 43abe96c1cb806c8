// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.node;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * An Elasticsearch node running as a child process on the loopback interface. It ends with {@link
 * #close()} and with this process, however this process ends: the node watches its standard input.
 */
public final class LocalNode implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    /** What a node's JVM takes beside its heap. */
    private static final int OVERHEAD_MB = 250;

    private final Process process;
    private final int port;

    private LocalNode(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a node and waits until all its indices can be searched.
     *
     * @throws LocalNodeException when it cannot be started: the node is not built, no JDK fits, the
     *     port is taken, memory is short, or another node uses the data folder
     */
    public static LocalNode start(LocalNodeConfig config) {
        return start(config, JavaHomes.ofThisMachine(), FreeMemory.ofThisMachine());
    }

    static LocalNode start(LocalNodeConfig config, JavaHomes javaHomes, FreeMemory memory) {
        requireBuilt(config.nodeHome());
        Path javaHome = javaHomes.find();
        memory.require(config.heapMb() + OVERHEAD_MB);
        int port = claimPort(config.port());
        Process process = launch(config, new NodeCommand(javaHome, config, port));
        LocalNode node = new LocalNode(process, port);
        try {
            new NodeHealth(node.url()).await(process, START_PATIENCE);
        } catch (IllegalStateException e) {
            node.close();
            throw StartFailure.explain(config, port, e);
        }
        return node;
    }

    private static void requireBuilt(Path nodeHome) {
        if (!Files.isRegularFile(nodeHome.resolve("launcher.jar"))) {
            throw new LocalNodeException(
                    "the local Elasticsearch is not built: "
                            + nodeHome.resolve("launcher.jar")
                            + " is missing; build it with"
                            + " `mvn package -pl connectors/elasticsearch-node`");
        }
    }

    /** Checks that the port is free, or finds a free one. */
    private static int claimPort(int port) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(loopback, port));
            return socket.getLocalPort();
        } catch (BindException e) {
            throw StartFailure.portTaken(port, e);
        } catch (IOException e) {
            throw new LocalNodeException("cannot listen on 127.0.0.1:" + port, e);
        }
    }

    private static Process launch(LocalNodeConfig config, NodeCommand command) {
        try {
            Files.createDirectories(config.logFolder());
            return new ProcessBuilder(command.words())
                    .directory(config.dataFolder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(config.consoleLog().toFile())
                    .start();
        } catch (IOException e) {
            throw new LocalNodeException(
                    "cannot start the local Elasticsearch in " + config.dataFolder(), e);
        }
    }

    /** Base URL, such as {@code http://127.0.0.1:9251}. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** The HTTP port. */
    public int port() {
        return port;
    }

    /** Process id of the node. */
    public long pid() {
        return process.pid();
    }

    /** Whether the process runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with the exit status when the process has ended, however that came. */
    public CompletableFuture<Integer> ended() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Stops the node cleanly, by force after 20 s; safe to call twice. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroy();
        }
        try {
            if (!process.waitFor(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
