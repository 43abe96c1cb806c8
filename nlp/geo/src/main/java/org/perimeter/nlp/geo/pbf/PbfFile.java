// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo.pbf;

import crosby.binary.file.BlockInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * An OSM PBF file, read as often as one likes. The order of its elements does not matter: whoever
 * needs another order reads it again.
 */
public final class PbfFile {

    private final Path path;

    public PbfFile(Path path) {
        this.path = path;
    }

    /**
     * Reads it once from start to end.
     *
     * @return when the data were taken, in seconds since 1970; 0 when the file does not say
     * @throws OsmFileException when it is missing, cut off, or no OSM PBF
     */
    public long read(MapElements elements) throws OsmFileException {
        try (InputStream file = Files.newInputStream(path);
                CountedStream counted = new CountedStream(new BufferedInputStream(file, 1 << 16))) {
            PbfBlocks blocks = new PbfBlocks(elements, counted);
            try (BlockInputStream in = new BlockInputStream(counted, blocks)) {
                in.process();
            }
            if (!blocks.headed()) {
                throw new OsmFileException(path + " is not an OSM PBF file: it has no header");
            }
            // The decoder takes a block that was cut off for the end of the file.
            if (blocks.end() != counted.count()) {
                throw new OsmFileException(
                        path + " is not a whole OSM PBF file: it ends inside a block");
            }
            return blocks.timestamp();
        } catch (NoSuchFileException e) {
            throw new OsmFileException(path + " does not exist", e);
        } catch (IOException e) {
            throw broken(e);
        } catch (RuntimeException e) {
            // The decoder and protobuf report broken blocks as unchecked exceptions of many kinds.
            throw broken(e);
        }
    }

    private OsmFileException broken(Exception cause) {
        String why = cause.getMessage() == null ? "it is cut off or damaged" : cause.getMessage();
        return new OsmFileException(path + " is not a whole OSM PBF file: " + why, cause);
    }
}
