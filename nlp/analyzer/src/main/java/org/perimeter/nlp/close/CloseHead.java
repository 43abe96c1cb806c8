// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

import java.util.List;
import java.util.Locale;

/** What the close reading is asked of a post. */
public enum CloseHead {
    /** Whether somebody announces harm. */
    THREAT,
    /** Whether violence or a hazard is happening or has just happened here. */
    REPORT,
    /** Whether the post is about any incident at all. */
    RELEVANT,
    /** Whether it denies an incident or says that it is over. */
    DENIES,
    /** Whether it is about the incident that it is read with; a post alone has no answer. */
    ABOUT;

    /** Its place among the heads, from 0: the order of the encoder's outputs. */
    public int place() {
        return List.of(values()).indexOf(this);
    }

    /** The name in files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
