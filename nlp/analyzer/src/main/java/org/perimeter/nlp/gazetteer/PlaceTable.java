// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.gazetteer;

import org.perimeter.policy.model.place.GeoPoint;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All places in columns: small in the file, quick to load, read-only afterwards. */
public final class PlaceTable {

    private static final double SCALE = 1e5;

    private final int[] ids;
    private final int[] lats;
    private final int[] lons;
    private final int[] populations;
    private final int[] radii;
    private final byte[] kinds;
    private final int[] regions;
    private final String[] regionCodes;

    private PlaceTable(int size, String[] regionCodes) {
        this.ids = new int[size];
        this.lats = new int[size];
        this.lons = new int[size];
        this.populations = new int[size];
        this.radii = new int[size];
        this.kinds = new byte[size];
        this.regions = new int[size];
        this.regionCodes = regionCodes;
    }

    static PlaceTable read(DataInputStream in) throws IOException {
        String[] regionCodes = new String[in.readInt()];
        for (int i = 0; i < regionCodes.length; i++) {
            regionCodes[i] = in.readUTF();
        }
        PlaceTable table = new PlaceTable(in.readInt(), regionCodes);
        for (int[] column : table.intColumns()) {
            for (int i = 0; i < column.length; i++) {
                column[i] = in.readInt();
            }
        }
        in.readFully(table.kinds);
        return table;
    }

    public static void write(List<GazetteerPlace> places, DataOutputStream out) throws IOException {
        Map<String, Integer> codes = new LinkedHashMap<>();
        for (GazetteerPlace place : places) {
            codes.putIfAbsent(regionCode(place), codes.size());
        }
        PlaceTable table = new PlaceTable(places.size(), codes.keySet().toArray(new String[0]));
        for (int i = 0; i < places.size(); i++) {
            table.set(
                    i, places.get(i), Objects.requireNonNull(codes.get(regionCode(places.get(i)))));
        }
        out.writeInt(codes.size());
        for (String code : codes.keySet()) {
            out.writeUTF(code);
        }
        out.writeInt(places.size());
        for (int[] column : table.intColumns()) {
            for (int value : column) {
                out.writeInt(value);
            }
        }
        out.write(table.kinds);
    }

    private static String regionCode(GazetteerPlace place) {
        return switch (place.kind()) {
            case CITY, SECTION -> place.admin1();
            case COUNTY, STATE, COUNTRY, REGION, SPOT, POSTAL ->
                    place.id().substring(place.id().indexOf(':') + 1);
        };
    }

    private List<int[]> intColumns() {
        return List.of(ids, lats, lons, populations, radii, regions);
    }

    private void set(int i, GazetteerPlace place, int region) {
        boolean numbered = place.id().startsWith("geonames:");
        ids[i] = numbered ? Integer.parseInt(place.id().substring("geonames:".length())) : 0;
        lats[i] = (int) Math.round(place.point().lat() * SCALE);
        lons[i] = (int) Math.round(place.point().lon() * SCALE);
        populations[i] = place.population();
        radii[i] = (int) Math.round(place.radiusMeters());
        kinds[i] = place.kind().code();
        regions[i] = region;
    }

    int size() {
        return ids.length;
    }

    GazetteerPlace place(int i) {
        PlaceKind kind = PlaceKind.of(kinds[i]);
        String code = regionCodes[regions[i]];
        String country = code.substring(0, 2);
        return new GazetteerPlace(
                id(kind, i, code),
                kind,
                new GeoPoint(lats[i] / SCALE, lons[i] / SCALE),
                populations[i],
                country,
                kind == PlaceKind.COUNTRY ? "" : admin1Of(code),
                radii[i]);
    }

    private String id(PlaceKind kind, int i, String code) {
        return switch (kind) {
            case CITY, SECTION -> "geonames:" + ids[i];
            case COUNTY -> "county:" + code;
            case STATE -> "admin:" + code;
            case COUNTRY -> "country:" + code;
            case REGION -> "region:" + code;
            case SPOT -> "spot:" + code;
            case POSTAL -> "zip:" + code;
        };
    }

    private static String admin1Of(String code) {
        List<Integer> dots = new ArrayList<>();
        for (int i = code.indexOf('.'); i >= 0; i = code.indexOf('.', i + 1)) {
            dots.add(i);
        }
        return dots.size() < 2 ? code : code.substring(0, dots.get(1));
    }
}
