// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store.memory;

import org.perimeter.connectors.spi.store.StoresFactory;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A recipe that always finds the same {@link InMemoryStores} again inside one JVM, so that the
 * tasks of an in-process Flink cluster and the test that looks at the result share it.
 *
 * @param id names the shared instance
 */
public record InMemoryStoresFactory(String id) implements StoresFactory {

    private static final long serialVersionUID = 1L;

    /** The one place of static state: a serialised recipe has no other way back to its instance. */
    private static final ConcurrentMap<String, InMemoryStores> SHARED = new ConcurrentHashMap<>();

    /** A recipe for a new, empty store. */
    public static InMemoryStoresFactory create() {
        return new InMemoryStoresFactory(UUID.randomUUID().toString());
    }

    @Override
    public InMemoryStores open() {
        return SHARED.computeIfAbsent(id, key -> new InMemoryStores());
    }
}
