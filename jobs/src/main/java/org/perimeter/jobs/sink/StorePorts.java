// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.sink;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.decision.Stage;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The three ports that the graph writes records to. */
public final class StorePorts {

    private StorePorts() {}

    /** Posts and erasures. */
    public static StorePort<PostWrite> posts() {
        return new Posts();
    }

    /** Alerts. */
    public static StorePort<Alert> alerts() {
        return new Alerts();
    }

    /** Dead letters. */
    public static StorePort<DeadLetter> deadLetters() {
        return new DeadLetters();
    }

    private static final class Posts implements StorePort<PostWrite> {

        private static final long serialVersionUID = 1L;

        @Override
        public Class<PostWrite> recordType() {
            return PostWrite.class;
        }

        @Override
        public CompletionStage<List<WriteOutcome>> write(Stores stores, List<PostWrite> batch) {
            return stores.posts().write(batch);
        }

        @Override
        public String documentId(PostWrite write) {
            return write.documentId();
        }

        @Override
        public DeadLetter deadLetter(PostWrite write, DeadLetterReason reason, Instant at) {
            String source = write.post() == null ? "" : write.post().source();
            return letter(Stage.STORE, reason, source, write.documentId(), at);
        }
    }

    private static final class Alerts implements StorePort<Alert> {

        private static final long serialVersionUID = 1L;

        @Override
        public Class<Alert> recordType() {
            return Alert.class;
        }

        @Override
        public CompletionStage<List<WriteOutcome>> write(Stores stores, List<Alert> batch) {
            return stores.alerts().write(batch);
        }

        @Override
        public String documentId(Alert alert) {
            return alert.id();
        }

        @Override
        public DeadLetter deadLetter(Alert alert, DeadLetterReason reason, Instant at) {
            return letter(Stage.ALERT, reason, "", alert.id(), at);
        }
    }

    private static final class DeadLetters implements StorePort<DeadLetter> {

        private static final long serialVersionUID = 1L;

        @Override
        public Class<DeadLetter> recordType() {
            return DeadLetter.class;
        }

        @Override
        public CompletionStage<List<WriteOutcome>> write(Stores stores, List<DeadLetter> batch) {
            return stores.deadLetters().write(batch);
        }

        @Override
        public String documentId(DeadLetter letter) {
            return letter.id();
        }

        @Override
        public @Nullable DeadLetter deadLetter(
                DeadLetter letter, DeadLetterReason reason, Instant at) {
            // A refused dead letter cannot become another one.
            return null;
        }
    }

    private static DeadLetter letter(
            Stage stage, DeadLetterReason reason, String source, String reference, Instant at) {
        return new DeadLetter(stage + ":" + reference, stage, reason, source, reference, at);
    }
}
