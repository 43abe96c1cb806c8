// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The one reading of every YAML file that people write for us: rulebook, controls, configuration.
 * YAML 1.2 by snakeyaml-engine, of it only what means the same to every reader, and problems with
 * path and line.
 */
@NullMarked
package org.perimeter.policy.yaml;

import org.jspecify.annotations.NullMarked;
