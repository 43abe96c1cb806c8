// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

class PollingSplitSerializerTest {

    @Test
    void bringsASplitBack() throws IOException {
        // Given
        PollingSplit split = new PollingSplit("bluesky", "1700000000000000 \u2192 next");
        PollingSplitSerializer serializer = new PollingSplitSerializer();

        // When
        PollingSplit restored =
                serializer.deserialize(serializer.getVersion(), serializer.serialize(split));

        // Then
        assertThat(restored).isEqualTo(split);
    }

    @Test
    void bringsAnAssignmentBack() throws IOException {
        // Given
        PollingAssignment assignment =
                new PollingAssignment(List.of("a", "b"), List.of(new PollingSplit("c", "line 7")));
        PollingAssignmentSerializer serializer = new PollingAssignmentSerializer();

        // When
        PollingAssignment restored =
                serializer.deserialize(serializer.getVersion(), serializer.serialize(assignment));

        // Then
        assertThat(restored).isEqualTo(assignment);
    }

    @Test
    void refusesOtherVersions() {
        assertThatThrownBy(() -> new PollingSplitSerializer().deserialize(9, new byte[0]))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new PollingAssignmentSerializer().deserialize(9, new byte[0]))
                .isInstanceOf(IOException.class);
    }
}
