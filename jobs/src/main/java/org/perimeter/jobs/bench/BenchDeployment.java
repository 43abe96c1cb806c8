// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.bench;

import org.perimeter.connectors.exercise.city.Town;
import org.perimeter.connectors.exercise.scenario.IncidentPlan;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.policy.key.KeyFolder;
import org.perimeter.policy.ledger.docket.Docket;
import org.perimeter.policy.ledger.docket.DocketLine;
import org.perimeter.policy.model.decision.SignedRulebook;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.rulebook.RulebookFolder;
import org.perimeter.policy.rulebook.RulebookSigner;
import org.perimeter.policy.rulebook.RulebookTemplate;
import org.perimeter.policy.rulebook.TrustKeys;
import org.perimeter.policy.tlog.note.NoteSigner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keys, a signed rulebook and live incidents for one measurement. */
final class BenchDeployment {

    private static final double RADIUS_METERS = 500;

    /** Where the other incidents of the region lie, one beside the other. */
    private static final GeoPoint REGION = new GeoPoint(32, -118);

    private static final int IN_A_ROW = 20;
    private static final double STEP = 1.9;

    /** All that is said was said since the incidents opened. */
    private static final Duration OPEN = Duration.ofHours(1);

    private final Path folder;
    private final Town town;
    private final List<IncidentPlan> plans;
    private final Instant now;
    private final Map<String, DocketLine> receipts = new HashMap<>();

    /**
     * @param plans the incidents that posts are about
     */
    BenchDeployment(Path folder, Town town, List<IncidentPlan> plans, Instant now) {
        this.folder = folder;
        this.town = town;
        this.plans = List.copyOf(plans);
        this.now = now;
    }

    /** The town's places, as the analyzer loads them. */
    Path jurisdiction() {
        return folder.resolve("town");
    }

    Path keys() {
        return folder.resolve("keys");
    }

    /** Puts it all in place; the first incidents are those that posts are about. */
    void prepare(Stores stores, int incidents) throws IOException, GeneralSecurityException {
        town.write(jurisdiction());
        NoteSigner agency = signer("bench.invalid/agency");
        NoteSigner board = signer("bench.invalid/board");
        KeyFolder keys = KeyFolder.create(keys(), "bench.invalid/audit");
        TrustKeys trust = new TrustKeys(agency.verifierKey(), board.verifierKey());
        Files.writeString(keys.trustFile(), trust.format());
        stores.rulebooks().activate(signed(agency, board));
        for (int i = 0; i < incidents; i++) {
            Incident incident = incident(i);
            stores.incidents().put(incident);
            receipts.put(incident.id(), DocketLine.of(incident, i));
        }
        keepUp(stores, now);
    }

    /** Stands in for sequencer and retention, or the gate would close. */
    void keepUp(Stores stores, Instant at) throws IOException {
        Docket docket = new Docket(at, receipts.size(), receipts);
        stores.incidents().vouch(docket.signed(KeyFolder.open(keys()).ledgerSigner()));
        stores.ledgerInbox().heartbeat(at);
        stores.retentionDiary().finished(at);
    }

    private SignedRulebook signed(NoteSigner agency, NoteSigner board) throws IOException {
        String yaml = RulebookTemplate.render("Bench", now.atZone(ZoneOffset.UTC).toLocalDate());
        RulebookFolder.write(folder.resolve("rulebook"), yaml, "");
        String hash = RulebookFolder.read(folder.resolve("rulebook"), now).hash();
        String text = RulebookSigner.text(hash);
        String note = agency.sign(text).with(board.sign(text)).format();
        return new SignedRulebook(hash, yaml, note, now);
    }

    private static NoteSigner signer(String name) throws GeneralSecurityException {
        return new NoteSigner(name, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    }

    Incident incident(int number) {
        if (number < plans.size()) {
            IncidentPlan plan = plans.get(number);
            return incident(
                    number,
                    plan.title(),
                    plan.category(),
                    Fence.circle(town.places().get(plan.place()).point(), plan.radiusMeters()));
        }
        int row = number / IN_A_ROW;
        GeoPoint center =
                new GeoPoint(REGION.lat() + row * STEP, REGION.lon() + number % IN_A_ROW * STEP);
        return incident(
                number,
                "Structure fire",
                IncidentCategory.FIRE,
                Fence.circle(center, RADIUS_METERS));
    }

    private Incident incident(int number, String title, IncidentCategory category, Fence fence) {
        Instant opened = now.minus(OPEN);
        return new Incident(
                "bench:" + number,
                "bench",
                "BENCH-" + number,
                title,
                category,
                1,
                IncidentStatus.ACTIVE,
                fence,
                opened,
                opened,
                now.plus(Duration.ofHours(4)),
                null,
                false,
                false,
                true,
                1);
    }
}
