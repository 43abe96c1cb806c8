// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.source;

import org.perimeter.connectors.spi.source.PostSource;
import org.perimeter.connectors.spi.source.PostSourceFactory;

/**
 * The recipe for sources that play one script.
 *
 * @param id of the source
 * @param scriptKey names the script among those open in this JVM
 */
record ScriptedPostSourceFactory(String id, String scriptKey) implements PostSourceFactory {

    @Override
    public PostSource create() {
        return new ScriptedPostSource(SourceScript.find(scriptKey));
    }
}
