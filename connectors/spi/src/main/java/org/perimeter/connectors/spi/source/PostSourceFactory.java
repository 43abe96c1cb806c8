// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.source;

import java.io.Serializable;

/**
 * Makes a source on the machine that will run it; what travels there is only this recipe.
 *
 * <p>The whole design of a distributed read is: this recipe is serialised, the source is not.
 */
public interface PostSourceFactory extends Serializable {

    /** Id of the connector instance that {@link #create()} will make. */
    String id();

    /** A new, unopened source. */
    PostSource create();
}
