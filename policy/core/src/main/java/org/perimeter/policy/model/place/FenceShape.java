// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.place;

/** The two shapes a fence can have. */
public enum FenceShape {
    CIRCLE,
    POLYGON
}
