// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs;

import org.perimeter.connectors.elasticsearch.ElasticStoresFactory;
import org.perimeter.connectors.sources.SourceCatalog;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.spi.store.StoresFactory;
import org.perimeter.jobs.admit.Keyring;
import org.perimeter.jobs.analyze.NlpAnalyzers;
import org.perimeter.jobs.close.NlpCloseStations;
import org.perimeter.jobs.config.JobsConfig;
import org.perimeter.jobs.control.ControlReading;
import org.perimeter.jobs.control.TrustFolder;
import org.perimeter.nlp.jurisdiction.JurisdictionBox;
import org.perimeter.policy.config.ConfigFile;
import org.perimeter.policy.config.KeysConfig;
import org.perimeter.policy.config.StoreConfig;
import org.perimeter.policy.fence.BoundingBox;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rulebook.RulebookCheck;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads what a run needs from the deployment's configuration file. */
final class DeploymentFile {

    private static final String DEFAULT_PREFIX = "perimeter";

    private final ConfigFile file;
    private final Clock clock;

    /**
     * @param clock the wall clock; must be serialisable
     */
    DeploymentFile(ConfigFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** The store. */
    StoresFactory stores() {
        StoreConfig store = file.section("store", StoreConfig.class);
        return new ElasticStoresFactory(
                store.url(), Objects.requireNonNullElse(store.prefix(), DEFAULT_PREFIX));
    }

    /**
     * Everything that a run needs.
     *
     * @param opened the store, for the loops beside the graph
     * @throws org.perimeter.policy.config.ConfigException when a section is not valid
     */
    JobDeployment read(Stores opened) {
        JobsConfig jobs = file.section("jobs", JobsConfig.class, JobsConfig.DEFAULT);
        Path keys = file.resolve(file.section("keys", KeysConfig.class).folder());
        StoresFactory stores = stores();
        ControlReading rulebooks = new TrustFolder(keys, true);
        SourceCatalog catalog = SourceCatalog.of(file);
        NlpCloseStations closeStations = new NlpCloseStations();
        // A model that must not be used stops the start here, not the job later.
        closeStations.create();
        Stations stations =
                Stations.of(
                        new NlpAnalyzers(jurisdictions(jobs)),
                        closeStations,
                        towns(jobs),
                        rulebooks,
                        new Keyring(keys),
                        stores,
                        clock);
        return new JobDeployment(
                stores,
                catalog.posts(),
                catalog.incidents(() -> current(opened, rulebooks), clock),
                stations,
                keys,
                file.resolve(jobs.checkpoints()),
                Duration.ofSeconds(jobs.checkpointSeconds()),
                jobs.parallelism(),
                jobs.webPort());
    }

    private List<Path> jurisdictions(JobsConfig jobs) {
        return jobs.jurisdiction() == null ? List.of() : List.of(file.resolve(jobs.jurisdiction()));
    }

    private List<BoundingBox> towns(JobsConfig jobs) {
        return jurisdictions(jobs).stream()
                .map(JurisdictionBox::read)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Rulebook> current(Stores stores, ControlReading rulebooks) {
        return stores.rulebooks()
                .current()
                .map(signed -> rulebooks.read(signed, clock.instant()))
                .filter(RulebookCheck.Valid.class::isInstance)
                .map(check -> ((RulebookCheck.Valid) check).rulebook());
    }
}
