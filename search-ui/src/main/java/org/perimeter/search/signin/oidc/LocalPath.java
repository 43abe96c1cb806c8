// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.signin.oidc;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/** Where a person may be led after signing in: a page of ours, whatever a request names. */
final class LocalPath {

    private static final String HOME = "/";
    private static final int LONGEST = 500;

    /** A second slash would begin the name of another server. */
    private static final Pattern OURS = Pattern.compile("/(?:[A-Za-z0-9][A-Za-z0-9/_.~:%?=&+-]*)?");

    private LocalPath() {}

    /** The path itself, or the first page when it is not one of our pages. */
    static String of(@Nullable String path) {
        return path != null && isOurs(path) ? path : HOME;
    }

    private static boolean isOurs(String path) {
        return path.length() <= LONGEST
                && OURS.matcher(path).matches()
                && !path.startsWith("/signin")
                && !path.startsWith("/api/");
    }
}
