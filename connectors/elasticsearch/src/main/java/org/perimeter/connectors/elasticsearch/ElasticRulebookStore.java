// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch;

import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.spi.store.RulebookStore;
import org.perimeter.policy.model.decision.SignedRulebook;

import java.util.Optional;

/** The current rulebook as the one document of its index. */
final class ElasticRulebookStore implements RulebookStore {

    private static final String ID = "current";

    private final RecordReader<SignedRulebook> reader;
    private final SingleWriter writer;

    ElasticRulebookStore(Elastic elastic, String alias) {
        this.reader = new RecordReader<>(elastic, alias, SignedRulebook.class);
        this.writer = new SingleWriter(elastic, alias);
    }

    @Override
    public void activate(SignedRulebook rulebook) {
        writer.put(ID, rulebook);
    }

    @Override
    public Optional<SignedRulebook> current() {
        return reader.find(ID);
    }
}
