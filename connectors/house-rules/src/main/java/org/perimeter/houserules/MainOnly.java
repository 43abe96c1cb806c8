// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.houserules;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Leaves test classes out, in folders and in the jars by which modules share their fixtures. */
public final class MainOnly implements ImportOption {

    private static final ImportOption NO_FOLDERS = new DoNotIncludeTests();

    @Override
    public boolean includes(Location location) {
        return NO_FOLDERS.includes(location) && !location.contains("-tests.jar");
    }
}
