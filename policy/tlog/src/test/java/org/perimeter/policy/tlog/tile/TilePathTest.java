// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.tile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, tile/0/000",
        "0, 999, 256, tile/0/999",
        "0, 1000, 256, tile/0/x001/000",
        "1, 1234067, 256, tile/1/x001/x234/067",
        "2, 0, 1, tile/2/000.p/1",
        "0, 273, 112, tile/0/273.p/112",
        "63, 5, 255, tile/63/005.p/255",
    })
    void writesAndReadsTheSamePath(int level, long index, int width, String path) {
        // When
        TilePath tile = TilePath.tile(level, index, width);

        // Then
        assertThat(tile.path()).isEqualTo(path);
        assertThat(TilePath.parse(path)).isEqualTo(tile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/entries/../../writer/lock",
                "/tile/0/000",
                "tile/64/000",
                "tile/00/000",
                "tile/0/1",
                "tile/0/1000",
                "tile/0/x000/001",
                "tile/0/001/002",
                "tile/0/x001",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/000.p/999",
                "tile/other/000",
                "checkpoint",
                "",
            })
    void refusesEveryOtherSpelling(String path) {
        // When
        TilePath tile = TilePath.parse(path);

        // Then
        assertThat(tile).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/entries/000", "tile/entries/x004/095.p/7"})
    void namesEntryBundles(String path) {
        // When
        TilePath bundle = TilePath.parse(path);

        // Then
        assertThat(bundle).isNotNull();
        assertThat(bundle.path()).isEqualTo(path);
    }
}
