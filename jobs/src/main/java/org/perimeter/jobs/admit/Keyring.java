// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.admit;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.key.IncidentKey;
import org.perimeter.policy.key.IncidentKeys;
import org.perimeter.policy.key.KeyFolder;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The incident keys of a key folder, opened on whatever machine the station runs. What travels is
 * the folder's path; keys are remembered only while their incident is live.
 */
public final class Keyring implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String folder;
    private transient @Nullable IncidentKeys keys;
    private transient @Nullable Map<String, IncidentKey> opened;

    /**
     * @param folder path of the key folder
     */
    public Keyring(Path folder) {
        this.folder = folder.toString();
    }

    /** The key of a live incident, made now if there is none. */
    IncidentKey openOrCreate(String incidentId) {
        return opened().computeIfAbsent(incidentId, id -> keys().openOrCreate(id));
    }

    /** The key of an incident; empty when it was never made or is destroyed. */
    Optional<IncidentKey> find(String incidentId) {
        IncidentKey known = opened().get(incidentId);
        return known == null ? keys().find(incidentId) : Optional.of(known);
    }

    /**
     * Whether an incident has a key; without one nothing is held of it that could be told apart.
     */
    public boolean holds(String incidentId) {
        return find(incidentId).isPresent();
    }

    /** Forgets the keys of all other incidents. */
    void keepOnly(Set<String> live) {
        opened().keySet().retainAll(live);
    }

    private Map<String, IncidentKey> opened() {
        if (opened == null) {
            opened = new HashMap<>();
        }
        return opened;
    }

    private IncidentKeys keys() {
        if (keys == null) {
            keys = IncidentKeys.of(KeyFolder.open(Path.of(folder)));
        }
        return keys;
    }
}
