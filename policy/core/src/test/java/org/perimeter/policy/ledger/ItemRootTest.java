// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.tlog.tree.Hash;

import java.util.List;

class ItemRootTest {

    @Test
    void itemRootDependsOnEveryIdAndTheirOrder() {
        // When
        Hash root = ItemRoot.of(List.of("a", "b", "c"));

        // Then
        assertThat(root)
                .isEqualTo(
                        Hash.node(
                                Hash.node(Hash.leaf(Hash.utf8("a")), Hash.leaf(Hash.utf8("b"))),
                                Hash.leaf(Hash.utf8("c"))))
                .isNotEqualTo(ItemRoot.of(List.of("b", "a", "c")))
                .isNotEqualTo(ItemRoot.of(List.of("a", "b")));
        assertThat(ItemRoot.of(List.of())).isEqualTo(Hash.emptyTree());
    }
}
