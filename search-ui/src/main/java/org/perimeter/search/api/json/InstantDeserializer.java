// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** Instants as ISO 8601 strings in UTC between the years 1970 and 9998, and in no other form. */
final class InstantDeserializer extends StdScalarDeserializer<Instant> {

    private static final long serialVersionUID = 1L;

    /** Years beyond are refused: stores and calendars disagree about them. */
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    InstantDeserializer() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            try {
                Instant instant = Instant.parse(parser.getText());
                if (!instant.isBefore(Instant.EPOCH) && instant.isBefore(LATEST)) {
                    return instant;
                }
            } catch (DateTimeException e) {
                // Falls through to the one message for all that is not such an instant.
            }
        }
        throw context.weirdStringException(parser.getValueAsString(""), Instant.class, "instant");
    }
}
