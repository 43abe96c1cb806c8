// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * One deployment on this machine: Elasticsearch if it is local, the console, the job, from one
 * configuration file. The demo and {@code up} share it.
 */
@NullMarked
package org.perimeter.launcher.deployment;

import org.jspecify.annotations.NullMarked;
