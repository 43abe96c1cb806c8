// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Joins the ways of a border end to end into rings; what does not close is left out. */
final class OutlineAssembly {

    private OutlineAssembly() {}

    /** Closed rings of node ids, each beginning and ending with the same one. */
    static List<long[]> rings(List<long[]> ways) {
        List<long[]> rings = new ArrayList<>();
        List<long[]> rest = new ArrayList<>(ways);
        while (!rest.isEmpty()) {
            Deque<Long> ring = new ArrayDeque<>();
            append(rest.remove(0), ring);
            boolean grew = true;
            while (grew && !closed(ring)) {
                grew = grow(ring, rest);
            }
            if (closed(ring)) {
                rings.add(ring.stream().mapToLong(Long::longValue).toArray());
            }
        }
        return rings;
    }

    private static boolean grow(Deque<Long> ring, List<long[]> rest) {
        for (int i = 0; i < rest.size(); i++) {
            long[] way = rest.get(i);
            if (way.length == 0) {
                continue;
            }
            long end = ring.getLast();
            if (way[0] == end || way[way.length - 1] == end) {
                rest.remove(i);
                append(way[0] == end ? way : reversed(way), ring);
                return true;
            }
        }
        return false;
    }

    private static void append(long[] way, Deque<Long> ring) {
        for (long node : way) {
            if (ring.isEmpty() || ring.getLast() != node) {
                ring.add(node);
            }
        }
    }

    private static boolean closed(Deque<Long> ring) {
        return ring.size() > 3 && ring.getFirst().equals(ring.getLast());
    }

    private static long[] reversed(long[] way) {
        long[] reversed = new long[way.length];
        for (int i = 0; i < way.length; i++) {
            reversed[i] = way[way.length - 1 - i];
        }
        return reversed;
    }
}
