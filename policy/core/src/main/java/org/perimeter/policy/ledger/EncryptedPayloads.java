// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.tlog.log.Companion;
import org.perimeter.policy.tlog.log.DurableFiles;
import org.perimeter.policy.tlog.tile.TilePath;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import javax.crypto.SecretKey;

/**
 * Keeps payloads in files of 256 entries' worth, each payload sealed on its own.
 *
 * <p>A file is a sequence of records: index (8 bytes), length (4 bytes), sealed bytes. The last
 * whole record of an index counts; a torn one at the end is overwritten by the next. As the log's
 * companion it writes records when their entries are durable in the journal, which holds them too
 * until it begins anew, a minute later at most.
 *
 * <p>Erasing overwrites the sealed bytes in place; on media that keep old blocks only destroying
 * the payload key is final.
 */
public final class EncryptedPayloads implements PayloadStore, Companion {

    private static final int HEADER = Long.BYTES + Integer.BYTES;

    /** Not what a crash leaves behind, which is nothing or zeros. */
    private static final byte ERASED = (byte) 0xFF;

    private record Stored(long index, int position, int length) {

        byte[] in(byte[] file) {
            return Arrays.copyOfRange(file, position, position + length);
        }
    }

    private final Path folder;
    private final PayloadSeal seal;
    private final DurableFiles files;
    private final Set<Path> written = new LinkedHashSet<>();

    /**
     * @param folder created when missing
     * @param key for AES-256-GCM
     */
    public EncryptedPayloads(Path folder, SecretKey key) {
        this.folder = folder;
        this.seal = new PayloadSeal(key);
        this.files = new DurableFiles(folder);
    }

    /** Seals the payloads of consecutive entries, to be kept with {@link #keep}. */
    byte[] seal(long firstIndex, List<SaltedPayload> payloads) {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        for (int i = 0; i < payloads.size(); i++) {
            byte[] sealed = seal.seal(firstIndex + i, payloads.get(i));
            records.writeBytes(record(firstIndex + i, sealed));
        }
        return records.toByteArray();
    }

    @Override
    public synchronized void keep(byte[] attachment) throws IOException {
        Map<Path, List<Stored>> byFile = new LinkedHashMap<>();
        for (Stored record : records(attachment)) {
            byFile.computeIfAbsent(file(record.index()), file -> new ArrayList<>()).add(record);
        }
        for (Map.Entry<Path, List<Stored>> file : byFile.entrySet()) {
            keep(file.getKey(), file.getValue(), attachment);
        }
    }

    @Override
    public synchronized void sync() throws IOException {
        for (Path file : written) {
            DurableFiles.force(file);
        }
        files.sync();
        written.clear();
    }

    @Override
    public synchronized @Nullable SaltedPayload find(long index) throws IOException {
        byte[] file = read(file(index));
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
        byte[] file = read(file(bundle * TilePath.FULL));
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
        for (Stored stored : records(read(file(index)))) {
            if (stored.index() == index) {
                try (FileChannel channel =
                        FileChannel.open(file(index), StandardOpenOption.WRITE)) {
                    channel.position(stored.position());
                    byte[] erased = new byte[stored.length()];
                    Arrays.fill(erased, ERASED);
                    DurableFiles.writeFully(channel, ByteBuffer.wrap(erased));
                    channel.force(true);
                }
            }
        }
    }

    private void keep(Path file, List<Stored> records, byte[] attachment) throws IOException {
        byte[] found = read(file);
        Map<Long, byte[]> there = new HashMap<>();
        int end = 0;
        for (Stored stored : records(found)) {
            there.put(stored.index(), stored.in(found));
            end = stored.position() + stored.length();
        }
        ByteArrayOutputStream missing = new ByteArrayOutputStream();
        for (Stored record : records) {
            byte[] sealed = record.in(attachment);
            byte[] kept = there.get(record.index());
            if (kept == null || (!Arrays.equals(kept, sealed) && !isErased(kept))) {
                missing.writeBytes(record(record.index(), sealed));
            }
        }
        files.createFolders(DurableFiles.folderOf(file));
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(end);
            channel.position(end);
            DurableFiles.writeFully(channel, ByteBuffer.wrap(missing.toByteArray()));
        }
        files.created(file);
        written.add(file);
    }

    private static boolean isErased(byte[] sealed) {
        for (byte one : sealed) {
            if (one != ERASED) {
                return false;
            }
        }
        return true;
    }

    private static byte[] record(long index, byte[] sealed) {
        return ByteBuffer.allocate(HEADER + sealed.length)
                .putLong(index)
                .putInt(sealed.length)
                .put(sealed)
                .array();
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

    private static byte[] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }

    private Path file(long index) {
        return folder.resolve(TilePath.number(index / TilePath.FULL));
    }
}
