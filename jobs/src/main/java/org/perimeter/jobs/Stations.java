// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs;

import org.perimeter.connectors.spi.store.StoresFactory;
import org.perimeter.jobs.admit.Keyring;
import org.perimeter.jobs.analyze.AnalyzerFactory;
import org.perimeter.jobs.close.CloseStationFactory;
import org.perimeter.jobs.control.ControlReading;
import org.perimeter.jobs.control.ControlRecipe;
import org.perimeter.jobs.ingest.DedupeKey;
import org.perimeter.policy.fence.BoundingBox;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * What the stations between sources and sinks need to do their work; recipes only.
 *
 * @param run id of this run of the job
 * @param dedupeKey lives as long as this run
 * @param analyzers read texts
 * @param closeStations read closely what lies inside a fence
 * @param towns the boxes of the jurisdictions; none where they are not known
 * @param rulebooks verify rulebooks
 * @param keyring pseudonyms and document ids
 * @param stores what control, held posts and alerts are read from
 * @param clock the wall clock; must be serialisable
 */
public record Stations(
        String run,
        DedupeKey dedupeKey,
        AnalyzerFactory analyzers,
        CloseStationFactory closeStations,
        List<BoundingBox> towns,
        ControlReading rulebooks,
        Keyring keyring,
        StoresFactory stores,
        Clock clock) {

    public Stations {
        towns = List.copyOf(towns);
    }

    /** Stations for a fresh run. */
    public static Stations of(
            AnalyzerFactory analyzers,
            CloseStationFactory closeStations,
            List<BoundingBox> towns,
            ControlReading rulebooks,
            Keyring keyring,
            StoresFactory stores,
            Clock clock) {
        return new Stations(
                UUID.randomUUID().toString(),
                DedupeKey.random(),
                analyzers,
                closeStations,
                towns,
                rulebooks,
                keyring,
                stores,
                clock);
    }

    /** How a station learns what governs the flow. */
    ControlRecipe control() {
        return new ControlRecipe(stores, rulebooks, clock);
    }
}
