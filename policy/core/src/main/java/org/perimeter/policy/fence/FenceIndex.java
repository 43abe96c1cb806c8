// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.fence;

import org.perimeter.policy.model.place.GeoPoint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the fences that hold a point: a hash grid whose cells list the fences that may reach them,
 * then the exact test. Changes cost a few map operations. Not safe between threads.
 */
public final class FenceIndex {

    /** Degrees per cell; with 0.02 a fence of 2 km lies in about nine cells. */
    private static final double CELL = 0.02;

    /** A fence with more cells than this, near a pole, is tested for every point instead. */
    private static final int MOST_CELLS = 4_096;

    private static final long COLUMNS = 1L << 32;

    private final Map<String, FenceGeometry> fences = new HashMap<>();
    private final Map<Long, List<String>> cells = new HashMap<>();
    private final Set<String> everywhere = new HashSet<>();

    /** Adds a fence, or replaces the one of the same id. */
    public void add(String id, FenceGeometry fence) {
        remove(id);
        fences.put(id, fence);
        List<Long> keys = cellsOf(fence.boundingBox());
        if (keys.isEmpty()) {
            everywhere.add(id);
        }
        for (long key : keys) {
            cells.computeIfAbsent(key, ignored -> new ArrayList<>(1)).add(id);
        }
    }

    /** Removes a fence; one that is not there is fine. */
    public void remove(String id) {
        FenceGeometry fence = fences.remove(id);
        if (fence == null || everywhere.remove(id)) {
            return;
        }
        for (long key : cellsOf(fence.boundingBox())) {
            cells.computeIfPresent(
                    key,
                    (ignored, ids) -> {
                        ids.remove(id);
                        return ids.isEmpty() ? null : ids;
                    });
        }
    }

    /** Ids of all fences that contain the point, in no particular order. */
    public List<String> find(GeoPoint point) {
        if (fences.isEmpty()) {
            return List.of();
        }
        List<String> near =
                cells.getOrDefault(key(row(point.lat()), column(point.lon())), List.of());
        if (near.isEmpty() && everywhere.isEmpty()) {
            return List.of();
        }
        List<String> found = new ArrayList<>(2);
        keepHolding(near, point, found);
        keepHolding(everywhere, point, found);
        return found;
    }

    /** How many fences there are. */
    public int size() {
        return fences.size();
    }

    private void keepHolding(Collection<String> ids, GeoPoint point, List<String> found) {
        for (String id : ids) {
            FenceGeometry fence = fences.get(id);
            if (fence != null && fence.contains(point)) {
                found.add(id);
            }
        }
    }

    private static List<Long> cellsOf(BoundingBox box) {
        long south = row(box.south());
        long north = row(box.north());
        long west = column(box.west());
        long east = column(box.east());
        if ((north - south + 1) * (east - west + 1) > MOST_CELLS) {
            return List.of();
        }
        List<Long> keys = new ArrayList<>();
        for (long row = south; row <= north; row++) {
            for (long column = west; column <= east; column++) {
                keys.add(key(row, column));
            }
        }
        return keys;
    }

    private static long row(double lat) {
        return (long) Math.floor((lat + 90) / CELL);
    }

    private static long column(double lon) {
        return (long) Math.floor((lon + 180) / CELL);
    }

    private static long key(long row, long column) {
        return row * COLUMNS + column;
    }
}
