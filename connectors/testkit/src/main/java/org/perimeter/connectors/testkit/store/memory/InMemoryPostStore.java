// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store.memory;

import org.perimeter.connectors.spi.store.Page;
import org.perimeter.connectors.spi.store.PostQuery;
import org.perimeter.connectors.spi.store.PostStore;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;
import org.perimeter.connectors.spi.store.retention.RetentionSlice;
import org.perimeter.policy.model.decision.RetentionClass;
import org.perimeter.policy.model.post.IdentityRecord;
import org.perimeter.policy.model.post.StoredPost;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Posts in memory; what is written is visible to searches at once. */
public final class InMemoryPostStore implements PostStore {

    private static final Comparator<StoredPost> NEWEST_FIRST =
            Comparator.comparing(StoredPost::witnessedAt).reversed().thenComparing(StoredPost::id);

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final WriteFaults faults = new WriteFaults();

    private record Entry(StoredPost post, IdentityRecord identity) {}

    private record Slice(RetentionClass retentionClass, LocalDate day) {}

    /** Faults to inject into {@link #write} and, while down, into every call. */
    public WriteFaults faults() {
        return faults;
    }

    /** Every stored post, newest first. */
    public List<StoredPost> all() {
        return entries.values().stream().map(Entry::post).sorted(NEWEST_FIRST).toList();
    }

    @Override
    public CompletionStage<List<WriteOutcome>> write(List<PostWrite> batch) {
        return faults.apply(batch, PostWrite::documentId, this::apply);
    }

    private WriteOutcome apply(PostWrite write) {
        StoredPost post = write.post();
        IdentityRecord identity = write.identity();
        if (post == null) {
            Result result =
                    entries.remove(write.documentId()) == null ? Result.ABSENT : Result.ERASED;
            return new WriteOutcome(write.documentId(), result, "");
        }
        if (identity == null || !isClassified(post, identity)) {
            return new WriteOutcome(write.documentId(), Result.POISON, "unclassified");
        }
        Entry stored = entries.get(write.documentId());
        if (stored != null && stored.post().version() > write.version()) {
            return new WriteOutcome(write.documentId(), Result.STALE, "version_conflict");
        }
        entries.put(write.documentId(), new Entry(post, identity));
        return new WriteOutcome(write.documentId(), Result.OK, "");
    }

    private static boolean isClassified(StoredPost post, IdentityRecord identity) {
        if (Objects.isNull(post.retentionClass())
                || post.retentionClass() != identity.retentionClass()
                || !post.deleteByDay().equals(identity.deleteByDay())) {
            return false;
        }
        try {
            LocalDate.parse(post.deleteByDay());
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    @Override
    public Optional<StoredPost> find(String documentId) {
        faults.check();
        return Optional.ofNullable(entries.get(documentId)).map(Entry::post);
    }

    @Override
    public Optional<IdentityRecord> findIdentity(String documentId) {
        faults.check();
        return Optional.ofNullable(entries.get(documentId)).map(Entry::identity);
    }

    @Override
    public Page<StoredPost> search(PostQuery query) {
        faults.check();
        PostFilter filter = new PostFilter(query);
        List<StoredPost> matching = all().stream().filter(filter).toList();
        String after = query.after();
        int from = after == null ? 0 : positionAfter(matching, MemoryPage.parse(after));
        List<StoredPost> page = matching.stream().skip(from).limit(query.limit()).toList();
        boolean more = from + page.size() < matching.size();
        return new Page<>(
                page,
                more ? MemoryPage.of(page.get(page.size() - 1)).format() : null,
                matching.size());
    }

    private static int positionAfter(List<StoredPost> posts, MemoryPage token) {
        return (int) posts.stream().filter(post -> !token.isBefore(post)).count();
    }

    @Override
    public long count(PostQuery query) {
        faults.check();
        return all().stream().filter(new PostFilter(query)).count();
    }

    @Override
    public List<RetentionSlice> slices() {
        faults.check();
        Map<Slice, Long> counts =
                entries.values().stream()
                        .collect(Collectors.groupingBy(this::slice, Collectors.counting()));
        return counts.entrySet().stream()
                .map(
                        slice ->
                                new RetentionSlice(
                                        slice.getKey().retentionClass(),
                                        slice.getKey().day(),
                                        slice.getValue()))
                .sorted(
                        Comparator.comparing(RetentionSlice::retentionClass)
                                .thenComparing(RetentionSlice::deleteByDay))
                .toList();
    }

    private Slice slice(Entry entry) {
        return new Slice(
                entry.post().retentionClass(), LocalDate.parse(entry.post().deleteByDay()));
    }

    @Override
    public void dropSlice(RetentionClass retentionClass, LocalDate deleteByDay) {
        faults.check();
        Slice dropped = new Slice(retentionClass, deleteByDay);
        entries.values().removeIf(entry -> slice(entry).equals(dropped));
    }

    @Override
    public List<String> idsOfIncident(String incidentId, int limit) {
        faults.check();
        return all().stream()
                .filter(post -> post.incidentId().equals(incidentId))
                .map(StoredPost::id)
                .limit(limit)
                .toList();
    }

    @Override
    public Set<String> heldIncidents() {
        faults.check();
        return all().stream().map(StoredPost::incidentId).collect(Collectors.toSet());
    }

    /** {@inheritDoc} What is erased is gone from the memory at once. */
    @Override
    public long expunge(double share) {
        faults.check();
        return 0;
    }

    @Override
    public void refresh() {
        faults.check();
    }
}
