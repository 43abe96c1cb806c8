// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import java.util.List;

/** The models, loaded once for all tests of this module, without any jurisdiction. */
final class SharedModels {

    static final PostAnalyzer ANALYZER = new PostAnalyzer(AnalyzerModels.load(List.of()));

    private SharedModels() {}
}
