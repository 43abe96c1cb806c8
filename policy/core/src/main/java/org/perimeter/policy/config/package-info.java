// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The one YAML file of a deployment: read once at start by every process, each of which takes the
 * sections that are its own. Broken configuration stops the start and names the YAML path.
 */
@NullMarked
package org.perimeter.policy.config;

import org.jspecify.annotations.NullMarked;
