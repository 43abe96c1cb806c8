// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch;

import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.elasticsearch.post.ElasticPostStore;
import org.perimeter.connectors.elasticsearch.schema.IndexFamily;
import org.perimeter.connectors.elasticsearch.schema.IndexNames;
import org.perimeter.connectors.elasticsearch.schema.Schema;
import org.perimeter.connectors.spi.store.AlertOutbox;
import org.perimeter.connectors.spi.store.AlertStore;
import org.perimeter.connectors.spi.store.DeadLetterStore;
import org.perimeter.connectors.spi.store.DispositionStore;
import org.perimeter.connectors.spi.store.IncidentStore;
import org.perimeter.connectors.spi.store.LedgerInbox;
import org.perimeter.connectors.spi.store.LedgerSeat;
import org.perimeter.connectors.spi.store.LedgerWatch;
import org.perimeter.connectors.spi.store.PostStore;
import org.perimeter.connectors.spi.store.RulebookStore;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.spi.store.TallyStore;
import org.perimeter.connectors.spi.store.retention.RetentionDiary;
import org.perimeter.connectors.spi.store.webhook.WebhookStore;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** All ports over one connection. */
final class ElasticStores implements Stores {

    private final Elastic elastic;
    private final Schema schema;
    private final ExecutorService postWrites = inOrder("perimeter-store-posts");
    private final ExecutorService otherWrites = inOrder("perimeter-store");
    private final PostStore posts;
    private final IncidentStore incidents;
    private final AlertStore alerts;
    private final DispositionStore dispositions;
    private final DeadLetterStore deadLetters;
    private final RulebookStore rulebooks;
    private final LedgerInbox ledgerInbox;
    private final LedgerWatch ledgerWatch;
    private final LedgerSeat ledgerSeat;
    private final TallyStore tallies;
    private final AlertOutbox alertOutbox;
    private final WebhookStore webhooks;
    private final RetentionDiary retentionDiary;

    ElasticStores(Elastic elastic, IndexNames names) {
        this.elastic = elastic;
        this.schema = new Schema(elastic, names);
        this.posts = new ElasticPostStore(elastic, names, schema, postWrites);
        this.incidents =
                new ElasticIncidentStore(
                        elastic,
                        names.alias(IndexFamily.INCIDENTS),
                        names.alias(IndexFamily.INBOX),
                        names.alias(IndexFamily.HEARTBEATS));
        this.alerts =
                new ElasticAlertStore(
                        elastic,
                        names.alias(IndexFamily.ALERTS),
                        names.alias(IndexFamily.OUTBOX),
                        otherWrites);
        this.dispositions =
                new ElasticDispositionStore(elastic, names.alias(IndexFamily.DISPOSITIONS));
        this.deadLetters =
                new ElasticDeadLetterStore(
                        elastic, names.alias(IndexFamily.DEAD_LETTERS), otherWrites);
        this.rulebooks = new ElasticRulebookStore(elastic, names.alias(IndexFamily.RULEBOOKS));
        this.ledgerInbox =
                new ElasticLedgerInbox(
                        elastic,
                        names.alias(IndexFamily.INBOX),
                        names.alias(IndexFamily.HEARTBEATS),
                        otherWrites);
        this.ledgerWatch = new ElasticLedgerWatch(elastic, names.alias(IndexFamily.HEARTBEATS));
        this.ledgerSeat = new ElasticLedgerSeat(elastic, names.alias(IndexFamily.HEARTBEATS));
        this.tallies = new ElasticTallyStore(elastic, names.alias(IndexFamily.TALLIES));
        this.alertOutbox = new ElasticAlertOutbox(elastic, names.alias(IndexFamily.OUTBOX));
        this.webhooks = new ElasticWebhookStore(elastic, names.alias(IndexFamily.WEBHOOKS));
        this.retentionDiary =
                new ElasticRetentionDiary(
                        elastic,
                        names.alias(IndexFamily.HEARTBEATS),
                        names.alias(IndexFamily.ERASURES),
                        names.alias(IndexFamily.INBOX));
    }

    /** One thread, so that batches are applied in the order of their calls. */
    private static ExecutorService inOrder(String name) {
        return Executors.newSingleThreadExecutor(
                task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    @Override
    public PostStore posts() {
        return posts;
    }

    @Override
    public IncidentStore incidents() {
        return incidents;
    }

    @Override
    public AlertStore alerts() {
        return alerts;
    }

    @Override
    public DispositionStore dispositions() {
        return dispositions;
    }

    @Override
    public DeadLetterStore deadLetters() {
        return deadLetters;
    }

    @Override
    public RulebookStore rulebooks() {
        return rulebooks;
    }

    @Override
    public LedgerInbox ledgerInbox() {
        return ledgerInbox;
    }

    @Override
    public LedgerWatch ledgerWatch() {
        return ledgerWatch;
    }

    @Override
    public LedgerSeat ledgerSeat() {
        return ledgerSeat;
    }

    @Override
    public TallyStore tallies() {
        return tallies;
    }

    @Override
    public AlertOutbox alertOutbox() {
        return alertOutbox;
    }

    @Override
    public WebhookStore webhooks() {
        return webhooks;
    }

    @Override
    public RetentionDiary retentionDiary() {
        return retentionDiary;
    }

    @Override
    public void prepare() {
        schema.prepare();
    }

    @Override
    public void close() {
        postWrites.shutdown();
        otherWrites.shutdown();
        elastic.close();
    }
}
