// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook;

import org.perimeter.policy.model.decision.SignedRulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A rulebook on disk: {@code rulebook.yaml} and {@code SIGNATURES}. */
public final class RulebookFolder {

    /** Name of the file with the rules. */
    public static final String RULEBOOK = "rulebook.yaml";

    /** Name of the file with the signatures. */
    public static final String SIGNATURES = "SIGNATURES";

    private RulebookFolder() {}

    /**
     * Reads both files without judging them; without {@code SIGNATURES} the signatures are empty.
     *
     * @param readAt becomes the time of activation
     * @throws IOException when the rulebook cannot be read
     */
    public static SignedRulebook read(Path folder, Instant readAt) throws IOException {
        String yaml = Files.readString(folder.resolve(RULEBOOK));
        Path signatures = folder.resolve(SIGNATURES);
        return new SignedRulebook(
                RulebookDraft.parse(yaml).hash(),
                yaml,
                Files.exists(signatures) ? Files.readString(signatures) : "",
                readAt);
    }

    /** Writes both files. */
    public static void write(Path folder, String yaml, String signatures) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(RULEBOOK), yaml);
        Files.writeString(folder.resolve(SIGNATURES), signatures);
    }
}
