// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store.memory;

import org.perimeter.connectors.spi.store.Stores;

/**
 * All ports in memory, for tests. It passes the same contract kits as the real store; each writing
 * port hands out its {@link WriteFaults}. Closing does nothing, so that a test can look afterwards.
 */
public final class InMemoryStores implements Stores {

    private final InMemoryPostStore posts = new InMemoryPostStore();
    private final InMemoryLedgerInbox ledgerInbox = new InMemoryLedgerInbox();
    private final InMemoryIncidentStore incidents = new InMemoryIncidentStore(ledgerInbox);
    private final InMemoryAlertOutbox alertOutbox = new InMemoryAlertOutbox();
    private final InMemoryAlertStore alerts = new InMemoryAlertStore(alertOutbox);
    private final InMemoryDispositionStore dispositions = new InMemoryDispositionStore();
    private final InMemoryDeadLetterStore deadLetters = new InMemoryDeadLetterStore();
    private final InMemoryRulebookStore rulebooks = new InMemoryRulebookStore();
    private final InMemoryLedgerWatch ledgerWatch = new InMemoryLedgerWatch();
    private final InMemoryLedgerSeat ledgerSeat = new InMemoryLedgerSeat();
    private final InMemoryTallyStore tallies = new InMemoryTallyStore();
    private final InMemoryWebhookStore webhooks = new InMemoryWebhookStore();
    private final InMemoryRetentionDiary retentionDiary = new InMemoryRetentionDiary(ledgerInbox);

    @Override
    public InMemoryPostStore posts() {
        return posts;
    }

    @Override
    public InMemoryIncidentStore incidents() {
        return incidents;
    }

    @Override
    public InMemoryAlertStore alerts() {
        return alerts;
    }

    @Override
    public InMemoryDispositionStore dispositions() {
        return dispositions;
    }

    @Override
    public InMemoryDeadLetterStore deadLetters() {
        return deadLetters;
    }

    @Override
    public InMemoryRulebookStore rulebooks() {
        return rulebooks;
    }

    @Override
    public InMemoryLedgerInbox ledgerInbox() {
        return ledgerInbox;
    }

    @Override
    public InMemoryLedgerWatch ledgerWatch() {
        return ledgerWatch;
    }

    @Override
    public InMemoryLedgerSeat ledgerSeat() {
        return ledgerSeat;
    }

    @Override
    public InMemoryTallyStore tallies() {
        return tallies;
    }

    @Override
    public InMemoryAlertOutbox alertOutbox() {
        return alertOutbox;
    }

    @Override
    public InMemoryWebhookStore webhooks() {
        return webhooks;
    }

    @Override
    public InMemoryRetentionDiary retentionDiary() {
        return retentionDiary;
    }

    @Override
    public void prepare() {}

    @Override
    public void close() {}
}
