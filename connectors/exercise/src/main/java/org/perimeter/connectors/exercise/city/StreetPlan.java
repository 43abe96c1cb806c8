// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.city;

import org.perimeter.connectors.exercise.city.CityStreet.Rank;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Lays out the streets on the grid: arterials, numbered streets, local streets, dead ends. */
final class StreetPlan {

    private static final int FIRST_NUMBERED_COLUMN = 6;
    private static final int MAIN_COLUMN = 12;
    private static final int MARKET_ROW = 16;
    private static final int FIRST_NUMBERED_ROW = 9;
    private static final int LAST_NUMBERED_ROW = 23;
    private static final int FIRST_NUMBERED_AVENUE = 61;
    private static final List<Integer> NUMBERED_BRIDGE_ROWS = List.of(12, 20);

    private final InventedTown town;
    private final CityGrid grid;
    private final StreetNames names;
    private final Random random;
    private final List<CityStreet> streets = new ArrayList<>();

    StreetPlan(InventedTown town, CityGrid grid, StreetNames names, Random random) {
        this.town = town;
        this.grid = grid;
        this.names = names;
        this.random = random;
    }

    /** All streets; call once. */
    List<CityStreet> layOut(List<DistrictPlan> districts) {
        Map<String, String> fixed = new HashMap<>();
        for (List<String> row : town.rows("streets-local.tsv")) {
            fixed.put(row.get(0) + " " + row.get(1), names.take(row.get(2)));
        }
        town.rows("streets-arterial.tsv").forEach(this::arterial);
        numberedStreets();
        numberedAvenues();
        town.rows("streets-diagonal.tsv").forEach(this::diagonal);
        for (DistrictPlan district : districts) {
            local(district, fixed);
            deadEnds(district);
        }
        return List.copyOf(streets);
    }

    private void arterial(List<String> row) {
        int at = Integer.parseInt(row.get(1));
        List<List<GeoPoint>> lines = new ArrayList<>();
        if (row.get(0).equals("column")) {
            lines.add(grid.column(at, 0, CityGrid.LAST_ROW));
        } else if (row.get(4).equals("bridge")) {
            lines.add(grid.row(at, 0, CityGrid.LAST_COLUMN));
        } else {
            lines.add(grid.row(at, 0, CityGrid.WEST_BANK));
            lines.add(grid.row(at, CityGrid.WEST_BANK + 1, CityGrid.LAST_COLUMN));
        }
        String ref = row.get(3).isEmpty() ? null : row.get(3);
        Rank rank = ref == null ? Rank.SECONDARY : Rank.PRIMARY;
        streets.add(new CityStreet(names.take(row.get(2)), ref, rank, lines));
    }

    private void numberedStreets() {
        int number = 1;
        for (int row = FIRST_NUMBERED_ROW; row <= LAST_NUMBERED_ROW; row++) {
            if (row == MARKET_ROW) {
                continue;
            }
            int eastEnd = CityGrid.WEST_BANK + (NUMBERED_BRIDGE_ROWS.contains(row) ? 1 : 0);
            String name = ordinal(number++) + " Street";
            add(
                    "West " + name,
                    Rank.RESIDENTIAL,
                    grid.row(row, FIRST_NUMBERED_COLUMN, MAIN_COLUMN));
            add("East " + name, Rank.RESIDENTIAL, grid.row(row, MAIN_COLUMN, eastEnd));
        }
    }

    private void numberedAvenues() {
        for (int column = 32; column <= 36; column++) {
            String name = ordinal(FIRST_NUMBERED_AVENUE + column - 32) + " Avenue";
            add(name, Rank.RESIDENTIAL, grid.column(column, 0, MARKET_ROW));
        }
    }

    private void diagonal(List<String> cells) {
        int column = Integer.parseInt(cells.get(1));
        int row = Integer.parseInt(cells.get(2));
        int blocks = Integer.parseInt(cells.get(3));
        List<GeoPoint> line = new ArrayList<>();
        for (int step = 0; step <= blocks; step++) {
            line.add(grid.node(column + step, row + step));
        }
        add(cells.get(0), Rank.SECONDARY, line);
    }

    private void local(DistrictPlan district, Map<String, String> fixed) {
        if (!district.numberedAvenues()) {
            for (int c = district.west() + 1; c < district.east(); c++) {
                String given = fixed.get(district.name() + " column " + c);
                int from = district.south() + (given == null ? shortened() : 0);
                int to = district.north() - (given == null ? shortened() : 0);
                String name = given == null ? names.northward() : given;
                streets.add(residential(name, grid.column(c, from, to)));
            }
        }
        if (!district.numberedStreets()) {
            for (int r = district.south() + 1; r < district.north(); r++) {
                String given = fixed.get(district.name() + " row " + r);
                int from = district.west() + (given == null ? shortened() : 0);
                int to = district.east() - (given == null ? shortened() : 0);
                String name = given == null ? names.eastward() : given;
                streets.add(residential(name, grid.row(r, from, to)));
            }
        }
    }

    private void deadEnds(DistrictPlan district) {
        for (int count = 0; count < 2; count++) {
            int c = district.west() + 1 + random.nextInt(district.east() - district.west() - 1);
            int r = district.south() + 1 + random.nextInt(district.north() - district.south() - 1);
            List<GeoPoint> line =
                    List.of(
                            grid.node(c, r),
                            grid.between(c + 0.25, r + 0.2),
                            grid.between(c + 0.4, r + 0.45));
            add(names.deadEnd(), Rank.SERVICE, line);
        }
    }

    private int shortened() {
        return random.nextInt(4) == 0 ? 1 : 0;
    }

    private void add(String name, Rank rank, List<GeoPoint> line) {
        boolean reserved = rank == Rank.SERVICE;
        String unique = reserved ? name : names.take(name);
        streets.add(new CityStreet(unique, null, rank, List.of(line)));
    }

    private static CityStreet residential(String name, List<GeoPoint> line) {
        return new CityStreet(name, null, Rank.RESIDENTIAL, List.of(line));
    }

    private static String ordinal(int number) {
        String end =
                number % 100 / 10 == 1
                        ? "th"
                        : switch (number % 10) {
                            case 1 -> "st";
                            case 2 -> "nd";
                            case 3 -> "rd";
                            default -> "th";
                        };
        return number + end;
    }
}
