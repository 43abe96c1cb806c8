// SPDX-License-Identifier: GPL-3.0-or-later
/** The section of the deployment's configuration that only the jobs process reads. */
@NullMarked
package org.perimeter.jobs.config;

import org.jspecify.annotations.NullMarked;
