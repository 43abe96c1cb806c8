// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The domain records that travel through the whole house, and nothing else: records and enums
 * without behaviour beyond validation.
 *
 * <p>They live in {@code policy} so that no code can touch a post without depending on the rules
 * that govern it. Components are limited to what Flink 2.3 writes without Kryo: strings, primitives
 * and their boxes, enums, {@link java.time.Instant}, nested public records, and lists, maps and
 * sets of those. Absent values are {@code @Nullable} components; lists are never null. A component
 * added later arrives as null or 0 from older state and is normalised in the constructor.
 */
@NullMarked
package org.perimeter.policy.model;

import org.jspecify.annotations.NullMarked;
