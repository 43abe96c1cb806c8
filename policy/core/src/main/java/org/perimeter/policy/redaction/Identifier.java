// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.redaction;

/**
 * An identifier found in a text.
 *
 * @param kind its kind
 * @param start first code point
 * @param end code point after the last one
 */
public record Identifier(IdentifierKind kind, int start, int end) {}
