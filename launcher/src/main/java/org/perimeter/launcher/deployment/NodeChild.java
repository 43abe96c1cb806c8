// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.deployment;

import org.perimeter.connectors.elasticsearch.node.LocalNode;
import org.perimeter.connectors.elasticsearch.node.LocalNodeConfig;
import org.perimeter.connectors.elasticsearch.node.LocalNodeException;
import org.perimeter.launcher.process.Child;
import org.perimeter.launcher.supervision.Revival;

import java.util.concurrent.CompletableFuture;

/** The local Elasticsearch as a child among the others. */
final class NodeChild implements Child {

    private final LocalNode node;
    private final LocalNodeConfig config;

    private NodeChild(LocalNode node, LocalNodeConfig config) {
        this.node = node;
        this.config = config;
    }

    /**
     * Starts it and waits until it can be searched.
     *
     * @throws LocalNodeException when it cannot start
     */
    static NodeChild start(LocalNodeConfig config) {
        return new NodeChild(LocalNode.start(config), config);
    }

    /** Starts it again on the same port and data. */
    static Revival revive(LocalNodeConfig config) {
        try {
            return new Revival.Back(start(config));
        } catch (LocalNodeException e) {
            return new Revival.Failed(Revival.Failed.UNKNOWN, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String name() {
        return "elasticsearch";
    }

    @Override
    public long pid() {
        return node.pid();
    }

    @Override
    public CompletableFuture<Integer> ended() {
        return node.ended();
    }

    @Override
    public String lastWords() {
        return "see " + config.dataFolder().resolve("logs");
    }

    @Override
    public void close() {
        node.close();
    }
}
