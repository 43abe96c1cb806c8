// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.supervision;

import org.perimeter.launcher.process.LauncherException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A file that says when the launcher was last alive. One that is found at the start was left by a
 * launcher that did not end in order: it was killed, or the machine went down.
 */
public final class LifeSign {

    private static final Logger LOGGER = LoggerFactory.getLogger(LifeSign.class);

    private final Path file;
    private final InstantSource clock;

    public LifeSign(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /** When a launcher that did not end in order was last alive; empty when there was none. */
    public Optional<Instant> left() {
        try {
            return Optional.of(Instant.parse(Files.readString(file).strip()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (DateTimeException e) {
            // The machine went down while it was written for the first time.
            return Optional.empty();
        } catch (IOException e) {
            throw new LauncherException("cannot read " + file, e);
        }
    }

    /** Says that it is alive now. */
    public void give() {
        Path fresh = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(fresh, clock.instant().toString());
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // A full disk is no reason to end what still works.
            LOGGER.atWarn()
                    .addKeyValue("error", e.getClass().getSimpleName())
                    .log("no sign of life can be written");
        }
    }

    /** Says that it ends in order. */
    public void withdraw() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOGGER.atWarn()
                    .addKeyValue("error", e.getClass().getSimpleName())
                    .log("the sign of life cannot be taken back");
        }
    }
}
