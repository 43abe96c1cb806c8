// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.tlog.log.DurableFiles;
import org.perimeter.policy.tlog.tile.TilePath;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.crypto.SecretKey;

/**
 * Keeps payloads in files of 256 entries' worth, each payload sealed on its own.
 *
 * <p>A file is a sequence of records: index (8 bytes), length (4 bytes), sealed bytes. The last
 * whole record of an index counts; a torn one at the end is overwritten by the next write. Erasing
 * overwrites the sealed bytes in place; on media that keep old blocks only destroying the payload
 * key is final.
 */
public final class EncryptedPayloads implements PayloadStore {

    private static final int HEADER = Long.BYTES + Integer.BYTES;

    private record Stored(long index, int position, int length) {}

    private final Path folder;
    private final PayloadSeal seal;

    /**
     * @param folder created when missing
     * @param key for AES-256-GCM
     */
    public EncryptedPayloads(Path folder, SecretKey key) {
        this.folder = folder;
        this.seal = new PayloadSeal(key);
    }

    @Override
    public synchronized void write(long firstIndex, List<SaltedPayload> payloads)
            throws IOException {
        int from = 0;
        while (from < payloads.size()) {
            long index = firstIndex + from;
            int room = (int) (TilePath.FULL - index % TilePath.FULL);
            int to = Math.min(payloads.size(), from + room);
            writeFile(index, payloads.subList(from, to));
            from = to;
        }
    }

    @Override
    public synchronized @Nullable SaltedPayload find(long index) throws IOException {
        byte[] file = read(index);
        SaltedPayload found = null;
        for (Stored stored : records(file)) {
            if (stored.index() == index) {
                found = seal.open(index, file, stored.position(), stored.length());
            }
        }
        return found;
    }

    @Override
    public synchronized Map<Long, SaltedPayload> findBundle(long bundle) throws IOException {
        byte[] file = read(bundle * TilePath.FULL);
        Map<Long, SaltedPayload> found = new TreeMap<>();
        for (Stored stored : records(file)) {
            SaltedPayload payload =
                    seal.open(stored.index(), file, stored.position(), stored.length());
            // The last record of an index counts, also when it was erased.
            if (payload == null) {
                found.remove(stored.index());
            } else {
                found.put(stored.index(), payload);
            }
        }
        return found;
    }

    @Override
    public synchronized void erase(long index) throws IOException {
        for (Stored stored : records(read(index))) {
            if (stored.index() == index) {
                try (FileChannel channel =
                        FileChannel.open(file(index), StandardOpenOption.WRITE)) {
                    channel.position(stored.position());
                    DurableFiles.writeFully(channel, ByteBuffer.allocate(stored.length()));
                    channel.force(true);
                }
            }
        }
    }

    private void writeFile(long firstIndex, List<SaltedPayload> payloads) throws IOException {
        DurableFiles files = new DurableFiles(folder);
        Path file = file(firstIndex);
        files.createFolders(DurableFiles.folderOf(file));
        List<Stored> before = records(read(firstIndex));
        long end = 0;
        if (!before.isEmpty()) {
            Stored last = before.get(before.size() - 1);
            end = (long) last.position() + last.length();
        }
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(end);
            channel.position(end);
            for (int i = 0; i < payloads.size(); i++) {
                long index = firstIndex + i;
                byte[] sealed = seal.seal(index, payloads.get(i));
                ByteBuffer record = ByteBuffer.allocate(HEADER + sealed.length);
                record.putLong(index).putInt(sealed.length).put(sealed).flip();
                DurableFiles.writeFully(channel, record);
            }
            channel.force(true);
        }
        files.sync();
    }

    private static List<Stored> records(byte[] file) {
        List<Stored> records = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(file);
        while (rest.remaining() > HEADER) {
            long index = rest.getLong();
            int length = rest.getInt();
            if (length < 1 || length > rest.remaining()) {
                break;
            }
            records.add(new Stored(index, rest.position(), length));
            rest.position(rest.position() + length);
        }
        return records;
    }

    private byte[] read(long index) throws IOException {
        try {
            return Files.readAllBytes(file(index));
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }

    private Path file(long index) {
        return folder.resolve(TilePath.number(index / TilePath.FULL));
    }
}
