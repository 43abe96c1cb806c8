// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.verify;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.log.Checkpoint;
import org.perimeter.policy.tlog.log.DurableFiles;
import org.perimeter.policy.tlog.note.SignedNote;
import org.perimeter.policy.tlog.note.VerifierKey;
import org.perimeter.policy.tlog.tile.TileReader;
import org.perimeter.policy.tlog.tree.Hash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Verifies a log as {@link LogVerifier} does and keeps its checkpoint in a file of one's own, so
 * that next time the log must extend it: a log that was cut, forked or restored from a copy
 * verifies for itself, but not before who remembers.
 *
 * <p>The file holds the signed note as it was published: it proves to others what the log once
 * said.
 */
public final class RememberedLog {

    private final Path file;
    private final VerifierKey key;
    private final LogVerifier verifier;

    /**
     * @param file holds the checkpoint seen last; may be missing the first time
     * @param key under which the checkpoint must be signed
     * @param verifier of the log of that key
     */
    public RememberedLog(Path file, VerifierKey key, LogVerifier verifier) {
        this.file = file;
        this.key = key;
        this.verifier = verifier;
    }

    /**
     * Verifies a log against what is remembered, and remembers what it says now. What does not
     * verify changes nothing.
     *
     * @throws MalformedLogException when the file holds anything but a checkpoint of this log
     * @throws IOException when files cannot be read or written at all
     */
    public LogVerification verify(TileReader reader) throws IOException {
        Checkpoint before = remembered();
        byte[] note = reader.find(TileReader.CHECKPOINT);
        // A log may grow meanwhile; what is remembered is what was verified.
        TileReader standing = path -> path.equals(TileReader.CHECKPOINT) ? note : reader.find(path);
        LogVerification found = verifier.verify(standing, before);
        if (found.ok() && (before == null || found.size() > before.size())) {
            SignedNote seen = standing.readCheckpoint();
            Path name = file.toAbsolutePath().getFileName();
            new DurableFiles(DurableFiles.folderOf(file))
                    .replace(String.valueOf(name), Hash.utf8(seen.format()));
        }
        return found;
    }

    /** The checkpoint seen last; null the first time. */
    public @Nullable Checkpoint remembered() throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return null;
        }
        try {
            return Checkpoint.open(SignedNote.parse(bytes), key);
        } catch (MalformedLogException e) {
            throw new MalformedLogException(
                    file
                            + " holds no checkpoint of this log ("
                            + e.getMessage()
                            + "): was the log's key changed? Keep that file and name another");
        }
    }
}
