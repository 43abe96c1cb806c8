// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Reads ActivityStreams 2.0, the form in which posts cross every edge of the house: files, pushes
 * and queues.
 *
 * <p>Only the compact form is read and nothing is ever fetched: no JSON-LD processing, whose remote
 * contexts would let a sender choose what we connect to.
 */
@NullMarked
package org.perimeter.connectors.sources.activitystreams;

import org.jspecify.annotations.NullMarked;
