// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.close;

/** A model that its bias audit forbids must not be enabled (control GOV-03); stops the start. */
public final class ModelRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ModelRefusedException(String objection) {
        super("GOV-03: the model of the close reading cannot be enabled: " + objection);
    }
}
