// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store;

import org.perimeter.policy.model.incident.Approval;
import org.perimeter.policy.model.incident.ApprovalRole;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.incident.IncidentLife;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.model.incident.Renewal;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.Ring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An invented incident; the {@code with} methods change what a test is about.
 *
 * @param id {@code source:externalId}
 * @param status where it stands
 * @param fence its area
 * @param openedAt when it opened; it expires six hours later
 * @param updatedAt when this version was written
 * @param version of the incident
 */
public record SampleIncident(
        String id,
        IncidentStatus status,
        Fence fence,
        Instant openedAt,
        Instant updatedAt,
        long version) {

    /** When sample incidents open, unless a test says otherwise. */
    public static final Instant OPENED = Instant.parse("2026-11-24T10:00:00Z");

    /** A live shooting in a circle of 800 m around {@link SamplePost#PLACE}. */
    public static SampleIncident of(String id) {
        return new SampleIncident(
                id,
                IncidentStatus.ACTIVE,
                Fence.circle(SamplePost.PLACE, 800),
                OPENED,
                OPENED.plusNanos(1_234_567),
                1);
    }

    /** A square with a square hole, about 2 km wide, around {@link SamplePost#PLACE}. */
    public static Fence squareWithHole() {
        return Fence.polygon(List.of(square(0.01), square(0.002)));
    }

    private static Ring square(double half) {
        double lat = SamplePost.PLACE.lat();
        double lon = SamplePost.PLACE.lon();
        return new Ring(
                List.of(
                        new GeoPoint(lat - half, lon - half),
                        new GeoPoint(lat - half, lon + half),
                        new GeoPoint(lat + half, lon + half),
                        new GeoPoint(lat + half, lon - half)));
    }

    /** The same incident in another status; closed and cancelled ones ended when they changed. */
    public SampleIncident withStatus(IncidentStatus other) {
        return new SampleIncident(id, other, fence, openedAt, updatedAt, version);
    }

    /** The same incident around another area. */
    public SampleIncident withFence(Fence other) {
        return new SampleIncident(id, status, other, openedAt, updatedAt, version);
    }

    /** The same incident opened at another time. */
    public SampleIncident withOpenedAt(Instant other) {
        return new SampleIncident(id, status, fence, other, updatedAt, version);
    }

    /** The same incident as changed at this time. */
    public SampleIncident withUpdatedAt(Instant other) {
        return new SampleIncident(id, status, fence, openedAt, other, version);
    }

    /** The same incident in another version. */
    public SampleIncident withVersion(long other) {
        return new SampleIncident(id, status, fence, openedAt, updatedAt, other);
    }

    /** The domain record, renewed, approved once and stated. */
    public Incident withALife() {
        return incident(
                new IncidentLife(
                        List.of(new Renewal(updatedAt, "Lt. Vale", "the search goes on")),
                        List.of(new Approval(ApprovalRole.LEGAL, "Ada Moor", updatedAt)),
                        true,
                        false,
                        Long.MAX_VALUE,
                        openedAt,
                        null,
                        "manual:0"));
    }

    /** The domain record. */
    public Incident incident() {
        return incident(IncidentLife.NONE);
    }

    private Incident incident(IncidentLife life) {
        boolean over = status == IncidentStatus.CLOSED || status == IncidentStatus.CANCELLED;
        return new Incident(
                id,
                "manual",
                "CASE-26-0001",
                "Exercise incident",
                IncidentCategory.SHOOTING,
                1,
                status,
                fence,
                openedAt,
                updatedAt,
                openedAt.plus(Duration.ofHours(6)),
                over ? updatedAt : null,
                false,
                false,
                true,
                version,
                life);
    }
}
