// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What tests need of a store: an in-memory fake with faults to inject, sample documents, and the
 * contract kits that the fake and every real store pass.
 */
@NullMarked
package org.perimeter.connectors.testkit.store;

import org.jspecify.annotations.NullMarked;
