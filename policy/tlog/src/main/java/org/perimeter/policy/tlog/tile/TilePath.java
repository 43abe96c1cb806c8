// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.tile;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a tile or an entry bundle as C2SP tlog-tiles does, such as {@code tile/0/x001/234.p/17}.
 *
 * @param folder the tile level in decimal, or {@code entries}
 * @param index counts the tiles of that folder from 0
 * @param width hashes or entries in it: 256 when full, fewer in the rightmost
 */
public record TilePath(String folder, long index, int width) {

    /** Hashes in a full tile and entries in a full bundle. */
    public static final int FULL = 256;

    /** Tree levels from one level of tiles to the next. */
    static final int HEIGHT = 8;

    private static final String ENTRIES = "entries";
    private static final Pattern FORM =
            Pattern.compile(
                    "tile/(entries|\\d|[1-5]\\d|6[0-3])/((?:x\\d{3}/){0,5}\\d{3})"
                            + "(?:\\.p/([1-9]\\d{0,2}))?");

    /** Refuses what no path can name. */
    public TilePath {
        if (index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("tile index " + index + ", width " + width);
        }
    }

    /** The tile of hashes at {@code level}, 0 for leaf hashes. */
    public static TilePath tile(int level, long index, int width) {
        return new TilePath(Integer.toString(level), index, width);
    }

    /** The bundle of entries. */
    public static TilePath entries(long index, int width) {
        return new TilePath(ENTRIES, index, width);
    }

    /** Reads a path without leading slash; null unless it is exactly the canonical form. */
    public static @Nullable TilePath parse(String path) {
        Matcher matcher = FORM.matcher(path);
        if (!matcher.matches()) {
            return null;
        }
        long index = Long.parseLong(matcher.group(2).replaceAll("[x/]", ""));
        String partial = matcher.group(3);
        int width = partial == null ? FULL : Integer.parseInt(partial);
        if (width > FULL) {
            return null;
        }
        TilePath parsed = new TilePath(matcher.group(1), index, width);
        // Rejects other spellings, such as leading x000 groups and ".p/256".
        return parsed.path().equals(path) ? parsed : null;
    }

    /** The full tile that a partial one grows into. */
    public TilePath full() {
        return new TilePath(folder, index, FULL);
    }

    /** The path below the log's root, without leading slash. */
    public String path() {
        String path = "tile/" + folder + "/" + number(index);
        return width == FULL ? path : path + ".p/" + width;
    }

    /** A number in groups of three digits, all but the last marked by an {@code x}. */
    public static String number(long index) {
        StringBuilder groups = new StringBuilder();
        groups.append(String.format(Locale.ROOT, "%03d", index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            groups.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
        }
        return groups.toString();
    }
}
