// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.side;

import org.apache.flink.util.OutputTag;

/** Takes what leaves a station by a side output, whichever of Flink's contexts is current. */
@FunctionalInterface
public interface SideStream {

    /** Sends a record out by the side. */
    <T> void output(OutputTag<T> tag, T record);
}
