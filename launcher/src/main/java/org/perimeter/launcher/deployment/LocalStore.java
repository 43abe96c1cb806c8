// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.deployment;

import org.perimeter.connectors.elasticsearch.node.LocalNodeConfig;
import org.perimeter.launcher.process.Installation;
import org.perimeter.launcher.process.LauncherException;
import org.perimeter.policy.config.StoreConfig;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;

/** Decides whether the configured store is ours to run, and how. */
final class LocalStore {

    private static final int PROBE_MILLIS = 500;
    private static final int DEFAULT_HTTP_PORT = 9200;

    private LocalStore() {}

    /**
     * How to run the local node: it is ours when the address is on this machine and nobody answers
     * there.
     *
     * @param dataFolder of the node
     * @return empty when the store is somebody else's
     */
    static Optional<LocalNodeConfig> ifOurs(
            StoreConfig config, Installation installation, Path dataFolder) {
        URI url = URI.create(config.url());
        int port = url.getPort() < 0 ? DEFAULT_HTTP_PORT : url.getPort();
        if (!isLoopback(url) || answers(port)) {
            return Optional.empty();
        }
        return Optional.of(
                new LocalNodeConfig(
                        installation.nodeHome(),
                        dataFolder,
                        port,
                        LocalNodeConfig.DEFAULT_HEAP_MB));
    }

    private static boolean isLoopback(URI url) {
        String host = url.getHost();
        if (host == null) {
            throw new LauncherException("store.url names no host");
        }
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new LauncherException("store.url names an unknown host: " + host, e);
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PROBE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
