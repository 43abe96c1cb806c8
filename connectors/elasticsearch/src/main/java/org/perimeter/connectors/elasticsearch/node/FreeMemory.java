// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Memory that programs may still take, where the system says so. */
final class FreeMemory {

    private final Path meminfo;

    FreeMemory(Path meminfo) {
        this.meminfo = meminfo;
    }

    /** Linux's own estimate; elsewhere nothing is known and nothing is refused. */
    static FreeMemory ofThisMachine() {
        return new FreeMemory(Path.of("/proc/meminfo"));
    }

    /**
     * @throws LocalNodeException when it is known that less than the given MiB are available
     */
    void require(int neededMb) {
        OptionalLong available = availableMb();
        if (available.isPresent() && available.getAsLong() < neededMb) {
            throw new LocalNodeException(
                    "memory is short: the local Elasticsearch needs about "
                            + neededMb
                            + " MiB and "
                            + available.getAsLong()
                            + " MiB are available; close other programs or give it a smaller heap");
        }
    }

    private OptionalLong availableMb() {
        try {
            if (!Files.isReadable(meminfo)) {
                return OptionalLong.empty();
            }
            return Files.readAllLines(meminfo).stream()
                    .filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
