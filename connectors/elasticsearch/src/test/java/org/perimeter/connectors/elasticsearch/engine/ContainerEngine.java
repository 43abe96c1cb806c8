// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.engine;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

import java.util.Optional;

/** Elasticsearch in a container; apart, so that only who has Docker needs Testcontainers. */
final class ContainerEngine {

    private static final String IMAGE = "docker.elastic.co/elasticsearch/elasticsearch:9.5.3";
    private static final int PORT = 9200;

    private ContainerEngine() {}

    /** A new container; empty when no Docker engine answers. */
    static Optional<Engine> start() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.empty();
        }
        @SuppressWarnings("resource") // stopped by the engine
        GenericContainer<?> container =
                new GenericContainer<>(IMAGE)
                        .withEnv("discovery.type", "single-node")
                        .withEnv("xpack.security.enabled", "false")
                        .withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m")
                        .withExposedPorts(PORT)
                        .waitingFor(
                                Wait.forHttp("/_cluster/health?wait_for_status=yellow")
                                        .forPort(PORT));
        container.start();
        String url = "http://" + container.getHost() + ":" + container.getMappedPort(PORT);
        return Optional.of(new Engine("a container of " + IMAGE, url, container::stop));
    }
}
