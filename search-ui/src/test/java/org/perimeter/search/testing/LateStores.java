// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.testing;

import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.spi.store.StoresFactory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that does not answer the first times it is prepared. */
public final class LateStores implements StoresFactory {

    private static final long serialVersionUID = 1L;

    private final StoresFactory real;
    private final int away;
    private final AtomicInteger refusals = new AtomicInteger();

    /**
     * @param away how many times it does not answer
     */
    public LateStores(StoresFactory real, int away) {
        this.real = real;
        this.away = away;
    }

    /** How many times it did not answer. */
    public int refusals() {
        return refusals.get();
    }

    @Override
    public Stores open() {
        Stores stores = real.open();
        return (Stores)
                Proxy.newProxyInstance(
                        Stores.class.getClassLoader(),
                        new Class<?>[] {Stores.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("prepare") && refusals.get() < away) {
                                refusals.incrementAndGet();
                                throw new StoreException("prepare failed", true, null);
                            }
                            try {
                                return method.invoke(stores, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
