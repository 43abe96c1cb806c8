// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.bench;

import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.policy.key.KeyFolder;
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

/** Keys, a signed rulebook and live incidents for one measurement. */
final class BenchDeployment {

    private static final double RADIUS_METERS = 500;

    private final Path folder;
    private final Instant now;

    BenchDeployment(Path folder, Instant now) {
        this.folder = folder;
        this.now = now;
    }

    Path keys() {
        return folder.resolve("keys");
    }

    /** Puts it all in place; the first incident is where the generated reports are. */
    void prepare(Stores stores, int incidents) throws IOException, GeneralSecurityException {
        NoteSigner agency = signer("bench.invalid/agency");
        NoteSigner board = signer("bench.invalid/board");
        KeyFolder keys = KeyFolder.create(keys(), "bench.invalid/audit");
        TrustKeys trust = new TrustKeys(agency.verifierKey(), board.verifierKey());
        Files.writeString(keys.trustFile(), trust.format());
        stores.rulebooks().activate(signed(agency, board));
        stores.ledgerInbox().heartbeat(now);
        stores.retentionDiary().finished(now);
        for (int i = 0; i < incidents; i++) {
            stores.incidents().put(incident(i));
        }
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
        GeoPoint center =
                new GeoPoint(
                        GeneratedPosts.CENTER.lat(), GeneratedPosts.CENTER.lon() + number * 0.05);
        return new Incident(
                "bench:" + number,
                "bench",
                "BENCH-" + number,
                // As a dispatcher writes it: posts are read beside it.
                "Reported shooting, Saltmarsh Mall",
                IncidentCategory.SHOOTING,
                1,
                IncidentStatus.ACTIVE,
                Fence.circle(center, RADIUS_METERS),
                now,
                now,
                now.plus(Duration.ofHours(6)),
                null,
                false,
                false,
                true,
                1);
    }
}
