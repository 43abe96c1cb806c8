// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.node;

import java.io.IOException;
import java.nio.file.Path;

/** A program that starts a node, prints its process id, and waits to be killed. */
final class NodeParent {

    private NodeParent() {}

    /**
     * Starts the node.
     *
     * @param arguments the node's home and its data folder
     */
    public static void main(String[] arguments) throws IOException {
        LocalNodeConfig config =
                new LocalNodeConfig(Path.of(arguments[0]), Path.of(arguments[1]), 0, 256);
        try (LocalNode node = LocalNode.start(config)) {
            System.out.println(node.pid());
            System.in.read();
        }
    }
}
