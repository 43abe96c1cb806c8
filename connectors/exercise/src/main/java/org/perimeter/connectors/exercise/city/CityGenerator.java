// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.city;

import org.perimeter.connectors.exercise.table.Table;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes a synthetic city. The same seed gives the same city, byte for byte, on every machine.
 *
 * <p>Every bundled town lies far out in an ocean, so that nothing in it can be mistaken for a real
 * place. Names that scenarios speak of come from tables; the other streets are named by the seed.
 */
public final class CityGenerator {

    /** The seed of the exercise. */
    public static final long SEED = 20_261_124;

    private final InventedTown town;
    private final long seed;

    /** Makes Wrenmouth, the city of the demo. */
    public CityGenerator(long seed) {
        this(InventedTown.WRENMOUTH, seed);
    }

    CityGenerator(InventedTown town, long seed) {
        this.town = town;
        this.seed = seed;
    }

    /** The city of this seed. */
    public City generate() {
        CityGrid grid = new CityGrid(town.center(), seed);
        Random random = new Random(seed + town.names());
        List<String> bases =
                Table.rows(CityGenerator.class, "street-bases.tsv").stream()
                        .flatMap(List::stream)
                        .toList();
        List<DistrictPlan> plans = DistrictPlan.all(town);
        StreetPlan streets = new StreetPlan(town, grid, new StreetNames(bases, random), random);
        return new City(
                town.title(),
                town.center(),
                streets.layOut(plans),
                landmarks(grid),
                plans.stream().map(plan -> district(grid, plan)).toList(),
                river(grid),
                town.river());
    }

    private static CityDistrict district(CityGrid grid, DistrictPlan plan) {
        List<GeoPoint> ring = new ArrayList<>(grid.row(plan.south(), plan.west(), plan.east()));
        for (int row = plan.south() + 1; row <= plan.north(); row++) {
            ring.add(grid.node(plan.east(), row));
        }
        for (int column = plan.east() - 1; column >= plan.west(); column--) {
            ring.add(grid.node(column, plan.north()));
        }
        for (int row = plan.north() - 1; row > plan.south(); row--) {
            ring.add(grid.node(plan.west(), row));
        }
        return new CityDistrict(plan.name(), plan.aliases(), ring);
    }

    private List<CityLandmark> landmarks(CityGrid grid) {
        List<CityLandmark> landmarks = new ArrayList<>();
        for (List<String> row : town.rows("landmarks.tsv")) {
            double column = Double.parseDouble(row.get(4));
            double line = Double.parseDouble(row.get(5));
            double width = Double.parseDouble(row.get(6)) / 2;
            double height = Double.parseDouble(row.get(7)) / 2;
            List<GeoPoint> outline =
                    width == 0
                            ? List.of(grid.between(column, line))
                            : List.of(
                                    grid.between(column - width, line - height),
                                    grid.between(column + width, line - height),
                                    grid.between(column + width, line + height),
                                    grid.between(column - width, line + height));
            landmarks.add(
                    new CityLandmark(
                            row.get(0),
                            row.get(1),
                            DistrictPlan.aliases(row.get(2)),
                            row.get(3),
                            outline));
        }
        return List.copyOf(landmarks);
    }

    private static List<GeoPoint> river(CityGrid grid) {
        List<GeoPoint> ring = new ArrayList<>();
        for (int row = 0; row < CityGrid.LAST_ROW; row++) {
            ring.add(grid.between(CityGrid.WEST_BANK + 0.2 + 0.08 * Math.sin(row * 0.9), row));
        }
        for (int row = CityGrid.LAST_ROW - 1; row >= 0; row--) {
            ring.add(grid.between(CityGrid.WEST_BANK + 0.8 + 0.08 * Math.sin(row * 0.7), row));
        }
        return ring;
    }
}
