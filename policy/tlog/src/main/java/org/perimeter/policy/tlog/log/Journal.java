// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The one file that makes batches durable: each is appended with a single fsync. It holds what came
 * since the published files were last made durable themselves, and begins anew when they are.
 */
final class Journal implements Closeable {

    private final FileChannel channel;
    private long length;
    private boolean empty;

    private Journal(FileChannel channel, boolean empty) throws IOException {
        this.channel = channel;
        this.length = channel.size();
        this.empty = empty;
    }

    /** Goes on with a journal that has no batches and no torn end. */
    static Journal goOn(Path file) throws IOException {
        return new Journal(
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND), true);
    }

    /** Puts a new journal, durably, in the place of the one before. */
    static Journal begin(DurableFiles files, String path, JournalHead head) throws IOException {
        return goOn(files.replace(path, JournalContent.frame(head.encode())));
    }

    /** Appends a batch; when it returns the batch is durable. */
    void append(JournalBatch batch) throws IOException {
        byte[] frame = JournalContent.frame(batch.encode());
        empty = false;
        DurableFiles.writeFully(channel, ByteBuffer.wrap(frame));
        // The file's length goes with the data; nothing else about it matters.
        channel.force(false);
        length += frame.length;
    }

    boolean isEmpty() {
        return empty;
    }

    /** Bytes in the file. */
    long length() {
        return length;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
