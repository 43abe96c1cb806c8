// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.redaction.leak;

import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.post.StoredPost;
import org.perimeter.policy.model.post.VoiceSketch;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Every text in a stored document, wherever it lies, so that a field that somebody adds is looked
 * at too. Left out is what we make ourselves: pseudonyms, sketches, decisions, the incident's id.
 */
public final class DocumentTexts {

    private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{64}");

    private final List<String> texts = new ArrayList<>();
    private final String incidentId;

    private DocumentTexts(String incidentId) {
        this.incidentId = incidentId;
    }

    /** Those of a post. */
    public static List<String> of(StoredPost post) {
        DocumentTexts found = new DocumentTexts(post.incidentId());
        found.look(post);
        return List.copyOf(found.texts);
    }

    private void look(Object value) {
        if (value instanceof String text) {
            if (!text.equals(incidentId) && !PSEUDONYM.matcher(text).matches()) {
                texts.add(text);
            }
        } else if (value instanceof Collection<?> values) {
            values.forEach(this::look);
        } else if (value instanceof Record document
                && !(value instanceof VoiceSketch)
                && !(value instanceof PolicyDecision)) {
            for (RecordComponent component : document.getClass().getRecordComponents()) {
                look(value(document, component));
            }
        }
    }

    private static Object value(Record document, RecordComponent component) {
        try {
            Object value = component.getAccessor().invoke(document);
            return value == null ? List.of() : value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record hides " + component.getName(), e);
        }
    }
}
