// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

final class NodeOptionsTest {

    @Test
    void readsItsThreeOptionsInAnyOrder() {
        // When
        NodeOptions options = NodeOptions.parse("port=9251", "data=var/store", "home=node=1");

        // Then
        assertThat(options.port()).isEqualTo(9251);
        assertThat(options.home()).isEqualTo(Path.of("node=1").toAbsolutePath());
        assertThat(options.data()).isEqualTo(Path.of("var/store").toAbsolutePath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"home=a data=b", "home=a data=b port=", "home=a data=b port=1 bind=0"})
    void refusesMissingAndUnknownOptions(String line) {
        // When, Then
        assertThatIllegalArgumentException().isThrownBy(() -> NodeOptions.parse(line.split(" ")));
    }
}
