// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The models, loaded once for all tests of this module, with the invented town of Norvale. */
public final class SharedModels {

    static final Path NORVALE = norvale();

    public static final PostAnalyzer ANALYZER =
            new PostAnalyzer(AnalyzerModels.load(List.of(NORVALE)));

    private SharedModels() {}

    private static Path norvale() {
        try {
            return Path.of(
                    Objects.requireNonNull(
                                    SharedModels.class.getResource(
                                            "/org/perimeter/nlp/jurisdiction/norvale"))
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
