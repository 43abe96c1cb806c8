// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.analyze;

import java.io.Serializable;

/** The recipe of an analyzer: what travels in the job graph. */
public interface AnalyzerFactory extends Serializable {

    /** A new analyzer; may take seconds. */
    Analyzer create();
}
