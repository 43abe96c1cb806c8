// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api.json;

import io.javalin.json.JsonMapper;

/**
 * Keeps Javalin from reading or writing JSON by itself: only {@link Json} does, with its limits.
 */
public final class NoImplicitJson implements JsonMapper {}
