// SPDX-License-Identifier: GPL-3.0-or-later
/** Posts from a file with one ActivityStreams activity a line, for replay, exercises and tests. */
@NullMarked
package org.perimeter.connectors.sources.ndjson;

import org.jspecify.annotations.NullMarked;
