// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * How a request becomes a call and an answer becomes JSON: the table of routes, the strict reading
 * of bodies and parameters, the checks that every request passes, and the OpenAPI document that
 * describes the table. Knows nothing about incidents, posts or the ledger.
 */
@NullMarked
package org.perimeter.search.api;

import org.jspecify.annotations.NullMarked;
