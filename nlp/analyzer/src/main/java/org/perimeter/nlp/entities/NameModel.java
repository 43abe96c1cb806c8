// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities;

/** The name models that {@code train ner} makes and this module ships. */
public enum NameModel {
    /** For posts of all kinds. */
    EVERYDAY("names.crf.txt.gz"),
    /** For posts about incidents, which name more places, and in hashtags. */
    INCIDENT("names-in-reports.crf.txt.gz");

    private final String file;

    NameModel(String file) {
        this.file = file;
    }

    /** Name of its file. */
    public String file() {
        return file;
    }

    /** Path of its resource on the class path. */
    String resource() {
        return "/org/perimeter/nlp/entities/" + file;
    }
}
