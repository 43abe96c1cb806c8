// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.post;

import org.perimeter.connectors.elasticsearch.client.BulkWriter;
import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.elasticsearch.schema.IndexFamily;
import org.perimeter.connectors.elasticsearch.schema.IndexNames;
import org.perimeter.connectors.elasticsearch.schema.Schema;
import org.perimeter.connectors.elasticsearch.schema.Slice;
import org.perimeter.connectors.spi.store.Page;
import org.perimeter.connectors.spi.store.PostQuery;
import org.perimeter.connectors.spi.store.PostStore;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.connectors.spi.store.retention.RetentionSlice;
import org.perimeter.policy.model.decision.RetentionClass;
import org.perimeter.policy.model.post.IdentityRecord;
import org.perimeter.policy.model.post.StoredPost;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Posts and identities in Elasticsearch. Batches are applied in the order in which they come. */
public final class ElasticPostStore implements PostStore {

    private final Elastic elastic;
    private final IndexNames names;
    private final SliceCatalog catalog;
    private final CopyFinder finder;
    private final PostWriter writer;
    private final PostSearch search;
    private final Expunger expunger;
    private final Executor inOrder;

    /**
     * @param inOrder runs one task at a time, in order
     */
    public ElasticPostStore(Elastic elastic, IndexNames names, Schema schema, Executor inOrder) {
        this.elastic = elastic;
        this.names = names;
        this.catalog = new SliceCatalog(elastic, names, schema);
        this.finder = new CopyFinder(elastic, catalog);
        this.writer = new PostWriter(catalog, finder, BulkWriter.toIndices(elastic, "write posts"));
        this.search = new PostSearch(elastic, names);
        this.expunger = new Expunger(elastic, names);
        this.inOrder = inOrder;
    }

    @Override
    public CompletionStage<List<WriteOutcome>> write(List<PostWrite> batch) {
        List<PostWrite> copy = List.copyOf(batch);
        return CompletableFuture.supplyAsync(() -> writer.write(copy), inOrder);
    }

    @Override
    public Optional<StoredPost> find(String documentId) {
        return finder.newest(
                finder.everywhere(documentId, catalog.existing(), false), StoredPost.class);
    }

    @Override
    public Optional<IdentityRecord> findIdentity(String documentId) {
        return finder.newest(
                finder.everywhere(documentId, catalog.existing(), true), IdentityRecord.class);
    }

    @Override
    public Page<StoredPost> search(PostQuery query) {
        return search.page(query);
    }

    @Override
    public long count(PostQuery query) {
        return search.count(query);
    }

    @Override
    public List<RetentionSlice> slices() {
        return catalog.counted();
    }

    @Override
    public void dropSlice(RetentionClass retentionClass, LocalDate deleteByDay) {
        catalog.drop(new Slice(retentionClass, deleteByDay));
    }

    @Override
    public List<String> idsOfIncident(String incidentId, int limit) {
        return search.ids(incidentId, limit);
    }

    @Override
    public Set<String> heldIncidents() {
        return search.incidents();
    }

    @Override
    public long expunge(double share) {
        return expunger.expunge(share);
    }

    @Override
    public void refresh() {
        elastic.call(
                "refresh posts",
                () ->
                        elastic.client()
                                .indices()
                                .refresh(
                                        refresh ->
                                                refresh.index(names.pattern(IndexFamily.POSTS))));
    }
}
