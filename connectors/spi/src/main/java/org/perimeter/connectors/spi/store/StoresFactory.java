// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store;

import java.io.Serializable;

/** Opens a store on the machine that will use it; only this recipe is serialised. */
public interface StoresFactory extends Serializable {

    /** A connected store; the caller closes it. */
    Stores open();
}
