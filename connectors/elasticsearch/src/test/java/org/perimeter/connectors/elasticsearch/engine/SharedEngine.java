// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.engine;

import java.util.Optional;

/**
 * The engine that all tests of a JVM share, started when the first asks and stopped by JUnit after
 * the last.
 *
 * @param engine empty when there is none
 */
record SharedEngine(Optional<Engine> engine) implements AutoCloseable {

    @Override
    public void close() {
        engine.ifPresent(running -> running.stop().run());
    }
}
