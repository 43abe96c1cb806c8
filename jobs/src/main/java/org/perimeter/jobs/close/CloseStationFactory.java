// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.close;

import java.io.Serializable;

/** Makes the station where it is needed: models do not travel, their recipe does. */
@FunctionalInterface
public interface CloseStationFactory extends Serializable {

    /** The station of this process; may load models the first time. */
    CloseStation create();

    /** The version of the model it reads with; empty when there is none. */
    default String model() {
        return "";
    }
}
