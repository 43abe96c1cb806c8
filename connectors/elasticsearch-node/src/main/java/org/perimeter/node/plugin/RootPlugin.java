// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.node.plugin;

import org.elasticsearch.cluster.node.DiscoveryNodes;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.features.NodeFeature;
import org.elasticsearch.plugins.ActionPlugin;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.rest.RestHandler;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Adds the route {@code GET /} to the server. */
public final class RootPlugin extends Plugin implements ActionPlugin {

    private final Settings settings;

    /** Called by the server with the node's settings. */
    public RootPlugin(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Collection<RestHandler> getRestHandlers(
            RestHandlersServices services,
            Supplier<DiscoveryNodes> nodes,
            Predicate<NodeFeature> clusterSupportsFeature) {
        return List.of(new RootHandler(settings.get("node.name"), settings.get("cluster.name")));
    }
}
