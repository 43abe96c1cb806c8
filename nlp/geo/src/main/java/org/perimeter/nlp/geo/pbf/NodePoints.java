// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo.pbf;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where the nodes of the wanted ways are: two sorted columns, 24 bytes a node. */
public final class NodePoints {

    private final long[] ids;
    private final double[] lats;
    private final double[] lons;

    /**
     * @param wanted ids of nodes in any order, repetitions allowed
     */
    public NodePoints(long[] wanted) {
        long[] sorted = wanted.clone();
        Arrays.sort(sorted);
        int size = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[size] = sorted[i];
                size++;
            }
        }
        this.ids = Arrays.copyOf(sorted, size);
        this.lats = new double[size];
        this.lons = new double[size];
        Arrays.fill(lats, Double.NaN);
    }

    /** Keeps the point if anybody wants it. */
    public void offer(OsmNode node) {
        int at = Arrays.binarySearch(ids, node.id());
        if (at >= 0) {
            lats[at] = node.point().lat();
            lons[at] = node.point().lon();
        }
    }

    /** Whether somebody wants this node. */
    public boolean wants(long id) {
        return Arrays.binarySearch(ids, id) >= 0;
    }

    /** Where a node is; null when the extract was cut between its way and it. */
    @Nullable GeoPoint of(long id) {
        int at = Arrays.binarySearch(ids, id);
        return at < 0 || Double.isNaN(lats[at]) ? null : new GeoPoint(lats[at], lons[at]);
    }

    /** The points of a way that the extract has, in order. */
    public List<GeoPoint> along(long[] nodes) {
        List<GeoPoint> points = new ArrayList<>(nodes.length);
        for (long node : nodes) {
            GeoPoint point = of(node);
            if (point != null
                    && (points.isEmpty() || !point.equals(points.get(points.size() - 1)))) {
                points.add(point);
            }
        }
        return points;
    }
}
