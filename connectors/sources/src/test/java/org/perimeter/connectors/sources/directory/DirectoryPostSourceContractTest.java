// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.directory;

import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.testkit.source.PostFeed;
import org.perimeter.connectors.testkit.source.PostSourceContract;

import java.nio.file.Path;

final class DirectoryPostSourceContractTest extends PostSourceContract {

    @TempDir private Path folder;

    @Override
    protected PostFeed newFeed() {
        return new DroppedFeed(folder, true);
    }
}
