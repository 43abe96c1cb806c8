// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.fence;

import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.place.FenceShape;
import org.perimeter.policy.model.place.GeoPoint;

/** A fence prepared for many questions about points. Immutable and safe between threads. */
public interface FenceGeometry {

    /**
     * Prepares a fence that {@link FenceCheck} found lawful. An unlawful one is measured as far as
     * it makes sense and never contains more than its bounding box.
     */
    static FenceGeometry of(Fence fence) {
        if (fence.shape() == FenceShape.CIRCLE && fence.center() != null) {
            return new CircleGeometry(fence.center(), fence.radiusMeters());
        }
        return new PolygonGeometry(fence.rings());
    }

    /** Whether the point lies inside the fence or on its edge; a point in a hole does not. */
    boolean contains(GeoPoint point);

    /** Metres from the point to the nearest part of the fence; 0 inside. */
    double distanceMeters(GeoPoint point);

    /** Centre of the circle, or the centroid of the polygon's outer ring. */
    GeoPoint center();

    /** Greatest distance from the centre to the edge, in metres. */
    double radiusMeters();

    /** Area without holes, in square metres. */
    double areaSquareMeters();

    /** The smallest box around the fence. */
    BoundingBox boundingBox();
}
