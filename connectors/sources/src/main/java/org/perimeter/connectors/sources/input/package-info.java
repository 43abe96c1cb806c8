// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What every connector needs to read what strangers wrote: bounded JSON, clean plain text, an
 * author's clock held in check, and dead letters that name no content. Platform packages build on
 * this one and never on each other.
 */
@NullMarked
package org.perimeter.connectors.sources.input;

import org.jspecify.annotations.NullMarked;
