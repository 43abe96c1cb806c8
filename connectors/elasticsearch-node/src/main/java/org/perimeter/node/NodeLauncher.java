// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.node;

import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.Node;
import org.elasticsearch.node.NodeValidationException;
import org.elasticsearch.plugins.PluginsLoader;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Runs one Elasticsearch node on the loopback interface until it is asked to stop: by SIGTERM, or
 * by the end of its standard input, which comes when the parent process dies however it dies.
 */
public final class NodeLauncher {

    private static final String NODE_NAME = "local";

    private NodeLauncher() {}

    /**
     * Starts the node; the JVM lives on until {@link System#exit} or a signal.
     *
     * @param arguments see {@link NodeOptions}
     */
    public static void main(String[] arguments) throws IOException, NodeValidationException {
        NodeOptions options = NodeOptions.parse(arguments);
        Environment environment = new Environment(settings(options), config(options));
        configureLogging(environment);
        Node node = new Node(environment, loadModules(environment));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "node-close"));
        node.start();
        exitAtEndOfInput();
    }

    private static Settings settings(NodeOptions options) {
        return Settings.builder()
                .put("path.home", options.home().toString())
                .put("path.data", options.data().resolve("indices").toString())
                .put("path.logs", options.data().resolve("logs").toString())
                .put("cluster.name", "perimeter-local")
                .put("node.name", NODE_NAME)
                .put("discovery.type", "single-node")
                .put("network.host", "127.0.0.1")
                .put("http.port", options.port())
                .put("transport.port", 0)
                // In bytes left, not in percent: a laptop's disk may be 95 % full and still do.
                .put("cluster.routing.allocation.disk.watermark.low", "1gb")
                .put("cluster.routing.allocation.disk.watermark.high", "500mb")
                .put("cluster.routing.allocation.disk.watermark.flood_stage", "250mb")
                .build();
    }

    private static Path config(NodeOptions options) {
        return options.home().resolve("config");
    }

    private static void configureLogging(Environment environment) throws IOException {
        System.setProperty("es.logs.base_path", environment.logsDir().toString());
        System.setProperty("es.logs.cluster_name", "perimeter-local");
        LogConfigurator.setNodeName(NODE_NAME);
        LogConfigurator.configureESLogging();
        LogConfigurator.configure(environment, false);
    }

    private static PluginsLoader loadModules(Environment environment) {
        return PluginsLoader.createPluginsLoader(
                PluginsLoader.loadModulesBundles(environment.modulesDir(), false),
                Set.of(),
                Map.of());
    }

    private static void close(Node node) {
        try {
            node.close();
        } catch (IOException e) {
            throw new IllegalStateException("the node did not close cleanly", e);
        }
    }

    /** The parent keeps our standard input open and never writes to it. */
    private static void exitAtEndOfInput() throws IOException {
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }
}
