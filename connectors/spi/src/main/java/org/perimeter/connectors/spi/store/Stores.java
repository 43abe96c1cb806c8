// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store;

import org.perimeter.connectors.spi.store.retention.RetentionDiary;
import org.perimeter.connectors.spi.store.webhook.WebhookStore;

/** All ports of one store, opened together and closed together. */
public interface Stores extends AutoCloseable {

    PostStore posts();

    IncidentStore incidents();

    AlertStore alerts();

    DispositionStore dispositions();

    DeadLetterStore deadLetters();

    RulebookStore rulebooks();

    LedgerInbox ledgerInbox();

    LedgerWatch ledgerWatch();

    LedgerSeat ledgerSeat();

    TallyStore tallies();

    AlertOutbox alertOutbox();

    WebhookStore webhooks();

    RetentionDiary retentionDiary();

    /** Creates whatever the store needs (templates, aliases, indices); safe to call again. */
    void prepare();

    @Override
    void close();
}
