// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.node;

import java.nio.file.Path;

/**
 * How to run a local node.
 *
 * @param nodeHome the node as the build assembled it; only read
 * @param dataFolder for its indices and logs; created when absent, one node at a time
 * @param port HTTP port on the loopback interface; 0 for any free one
 * @param heapMb heap of the node in MiB, 128 to 31744
 */
public record LocalNodeConfig(Path nodeHome, Path dataFolder, int port, int heapMb) {

    /** Enough for the demo and the tests. */
    public static final int DEFAULT_HEAP_MB = 384;

    /**
     * @throws IllegalArgumentException when the port or the heap is out of range
     */
    public LocalNodeConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535");
        }
        if (heapMb < 128 || heapMb > 31_744) {
            throw new IllegalArgumentException("heapMb must be 128 to 31744");
        }
        nodeHome = nodeHome.toAbsolutePath().normalize();
        dataFolder = dataFolder.toAbsolutePath().normalize();
    }

    Path logFolder() {
        return dataFolder.resolve("logs");
    }

    /** What the node's JVM itself prints; the server's own log is beside it. */
    Path consoleLog() {
        return logFolder().resolve("console.log");
    }
}
