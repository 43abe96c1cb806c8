// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.spi.store.WriteOutcome;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What all contract kits share: a new, empty, prepared store for every test. */
public abstract class StoreContract {

    private @Nullable Stores stores;

    /** A store that no other test has written to. */
    protected abstract Stores newStores();

    @BeforeEach
    void openStores() {
        Stores opened = newStores();
        opened.prepare();
        stores = opened;
    }

    @AfterEach
    void closeStores() {
        stores().close();
    }

    /** The store under test. */
    protected final Stores stores() {
        return Objects.requireNonNull(stores, "no test is running");
    }

    /** The answer of an asynchronous call, within half a minute. */
    protected static <T> T await(CompletionStage<T> answer) {
        try {
            return answer.toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What became of each write of a batch. */
    protected static List<WriteOutcome.Result> results(CompletionStage<List<WriteOutcome>> answer) {
        return await(answer).stream().map(WriteOutcome::result).toList();
    }
}
