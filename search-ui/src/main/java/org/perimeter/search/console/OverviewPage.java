// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.console;

/**
 * The page of all live incidents.
 *
 * @param title of the browser's tab
 */
public record OverviewPage(String title) {}
