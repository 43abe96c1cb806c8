// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.fit;

import org.perimeter.nlp.close.Calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Isotonic regression: pools neighbouring posts until the share of positives never falls as log
 * odds rise. Posts come in bunches, so that no single one makes a step, and every pool is given
 * half a post of each kind more, so that none is certain.
 */
public final class Isotonic {

    private static final int BUNCH = 12;

    private static final class Pool {
        private double sum;
        private double positives;
        private double size;

        private void add(Pool other) {
            sum += other.sum;
            positives += other.positives;
            size += other.size;
        }

        private double logOdds() {
            return sum / size;
        }

        private double share() {
            return (positives + 0.5) / (size + 1);
        }
    }

    private Isotonic() {}

    /**
     * The calibration that fits these outcomes.
     *
     * @param outcomes at least one
     */
    public static Calibration fit(List<HeadOutcome> outcomes) {
        List<Pool> pools = new ArrayList<>();
        for (Pool bunch : bunches(outcomes)) {
            pools.add(bunch);
            while (pools.size() > 1 && falls(pools)) {
                Pool last = pools.remove(pools.size() - 1);
                pools.get(pools.size() - 1).add(last);
            }
        }
        return new Calibration(
                pools.stream()
                        .map(pool -> new Calibration.Point(pool.logOdds(), pool.share()))
                        .toList());
    }

    private static boolean falls(List<Pool> pools) {
        Pool last = pools.get(pools.size() - 1);
        Pool before = pools.get(pools.size() - 2);
        return last.share() <= before.share() || last.logOdds() <= before.logOdds();
    }

    private static List<Pool> bunches(List<HeadOutcome> outcomes) {
        List<HeadOutcome> sorted = new ArrayList<>(outcomes);
        sorted.sort(Comparator.comparingDouble(HeadOutcome::logOdds));
        List<Pool> bunches = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            if (i % BUNCH == 0) {
                bunches.add(new Pool());
            }
            Pool bunch = bunches.get(bunches.size() - 1);
            bunch.sum += sorted.get(i).logOdds();
            bunch.positives += sorted.get(i).positive() ? 1 : 0;
            bunch.size++;
        }
        return bunches;
    }
}
