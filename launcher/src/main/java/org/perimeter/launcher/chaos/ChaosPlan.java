// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.chaos;

import java.time.Duration;

/**
 * What a run does.
 *
 * @param span how long posts are served
 * @param kills how often processes are killed in it
 * @param seed draws when and which
 * @param perSecond reports from the scene in a second
 * @param background ordinary posts in a second
 */
public record ChaosPlan(Duration span, int kills, long seed, int perSecond, int background) {}
