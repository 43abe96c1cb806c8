// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.directory;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.sources.ndjson.NdjsonPostSource;
import org.perimeter.connectors.sources.ndjson.NdjsonPostSourceFactory;
import org.perimeter.connectors.spi.source.FetchOutcome;
import org.perimeter.connectors.spi.source.PostSource;
import org.perimeter.connectors.spi.source.SourceCursor;
import org.perimeter.connectors.spi.source.SourceHealth;
import org.perimeter.policy.model.post.PostEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Reads the files of a directory, each once and in the order of their names, as they are dropped.
 *
 * <p>A file is dropped when it has its final name: it must be written as {@code .tmp} or {@code
 * .part} and renamed. Names must grow; a file whose name sorts before what was read already is not
 * read, but counted as a gap and logged.
 */
public final class DirectoryPostSource implements PostSource {

    private static final Logger LOGGER = LoggerFactory.getLogger(DirectoryPostSource.class);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final DirectoryPostSourceFactory settings;
    private final InstantSource clock;
    private final DroppedFiles files;
    private final CountDownLatch closed = new CountDownLatch(1);
    private FilePosition position = FilePosition.START;
    private @Nullable NdjsonPostSource current;
    private long received;
    private long rejected;
    private long gaps;
    private boolean open;

    /** A source over the directory that the settings name, unopened. */
    public DirectoryPostSource(DirectoryPostSourceFactory settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.files = new DroppedFiles(Path.of(settings.path()));
    }

    @Override
    public String id() {
        return settings.id();
    }

    @Override
    public void open(SourceCursor cursor) {
        position = FilePosition.of(cursor);
        open = true;
    }

    @Override
    public FetchOutcome<PostEvent> fetch(int max, Duration patience) {
        try {
            FetchOutcome<PostEvent> outcome = take(max);
            long left = patience.toNanos();
            while (outcome == null && left > 0) {
                long slice = Math.min(left, LOOK_AGAIN_NANOS);
                if (closed.await(slice, TimeUnit.NANOSECONDS)) {
                    break;
                }
                left -= slice;
                outcome = take(max);
            }
            return outcome == null ? new FetchOutcome.NotModified<>() : outcome;
        } catch (IOException e) {
            return new FetchOutcome.Failed<>("cannot read: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new FetchOutcome.NotModified<>();
        }
    }

    @Override
    public SourceHealth health() {
        return new SourceHealth(received, rejected, gaps, 0, open && files.exists());
    }

    @Override
    public void close() {
        open = false;
        closed.countDown();
        leave();
    }

    /** What the current file, or the next that holds anything, brings; null when none does. */
    private @Nullable FetchOutcome<PostEvent> take(int max) throws IOException {
        noticeLateFiles();
        while (true) {
            FetchOutcome<PostEvent> outcome =
                    position.file().isEmpty() ? null : source().fetch(max, Duration.ZERO);
            if (outcome instanceof FetchOutcome.Failed<PostEvent>) {
                return outcome;
            }
            if (outcome instanceof FetchOutcome.Batch<PostEvent> batch && !isEmpty(batch)) {
                return count(batch);
            }
            String next = files.after(position.file());
            if (next == null) {
                return settings.follow() || !files.exists()
                        ? null
                        : new FetchOutcome.Batch<>(List.of(), List.of(), position.cursor(), true);
            }
            leave();
            position = new FilePosition(next, SourceCursor.START);
        }
    }

    private FetchOutcome<PostEvent> count(FetchOutcome.Batch<PostEvent> batch) {
        position = new FilePosition(position.file(), batch.next());
        received += batch.items().size();
        rejected += batch.rejected().size();
        return new FetchOutcome.Batch<>(batch.items(), batch.rejected(), position.cursor(), false);
    }

    private void noticeLateFiles() throws IOException {
        int late = position.file().isEmpty() ? 0 : files.late(position.file());
        if (late > 0) {
            gaps += late;
            LOGGER.atWarn()
                    .addKeyValue("source", id())
                    .addKeyValue("files", late)
                    .log("files sort before what was read already and are not read");
        }
    }

    private NdjsonPostSource source() {
        NdjsonPostSource source = current;
        if (source == null) {
            String path = files.resolve(position.file()).toString();
            source =
                    new NdjsonPostSource(
                            new NdjsonPostSourceFactory(
                                    settings.id(), settings.network(), path, 0, false),
                            clock,
                            position.file() + " ");
            source.open(position.inside());
            current = source;
        }
        return source;
    }

    private void leave() {
        if (current != null) {
            current.close();
            current = null;
        }
    }

    private static boolean isEmpty(FetchOutcome.Batch<PostEvent> batch) {
        return batch.items().isEmpty() && batch.rejected().isEmpty();
    }
}
