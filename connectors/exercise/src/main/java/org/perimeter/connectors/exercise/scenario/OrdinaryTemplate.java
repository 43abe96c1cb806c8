// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.scenario;

/**
 * From which ordinary posts are written.
 *
 * @param topic what they are about; {@code spanish} says the language too
 * @param text with alternatives in {@code [a|b]} and slots in {@code {slot}}
 */
public record OrdinaryTemplate(String topic, String text) {}
