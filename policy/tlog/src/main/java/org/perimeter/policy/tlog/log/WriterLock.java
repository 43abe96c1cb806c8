// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second writer off a log, in this process or another; the kernel frees it on death. */
final class WriterLock implements Closeable {

    private final FileChannel channel;

    private WriterLock(FileChannel channel) {
        this.channel = channel;
    }

    static WriterLock acquire(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean held = false;
        try {
            held = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Held by this very process; reported below like any other holder.
            held = false;
        } finally {
            if (!held) {
                channel.close();
            }
        }
        if (!held) {
            throw new IOException("another writer holds the ledger");
        }
        return new WriterLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
