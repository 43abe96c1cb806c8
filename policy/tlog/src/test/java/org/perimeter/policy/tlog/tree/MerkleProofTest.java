// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.tlog.tile.TileEdge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

class MerkleProofTest {

    private static final int SIZES = 130;
    private static final MemoryTree TREE = MemoryTree.ofSize(SIZES);

    @Test
    void edgeHasTheRootOfTheDefinitionAtEverySize() throws IOException {
        // Given
        MemoryTree tree = MemoryTree.ofSize(700);
        TileEdge edge = new TileEdge();
        List<Hash> roots = new ArrayList<>(List.of(edge.root()));

        // When
        for (int i = 0; i < 700; i++) {
            edge.append(Hash.leaf(MemoryTree.entry(i)), (path, hashes) -> {});
            roots.add(edge.root());
        }

        // Then
        for (int size = 0; size <= 700; size++) {
            assertThat(roots.get(size)).as("size %d", size).isEqualTo(tree.root(size));
        }
    }

    @Test
    void everyEntryOfEverySizeIsProvenAndOnlyAtItsPlace() throws IOException {
        for (int size = 1; size <= SIZES; size++) {
            Hash root = TREE.root(size);
            for (int index = 0; index < size; index++) {
                // Given
                Hash leaf = Hash.leaf(MemoryTree.entry(index));

                // When
                List<Hash> proof = MerkleTree.inclusionProof(index, size, TREE.source());

                // Then
                assertThat(MerkleProof.includes(index, size, leaf, proof, root)).isTrue();
                assertThat(MerkleProof.includes(index + 1, size, leaf, proof, root)).isFalse();
                assertThat(MerkleProof.includes(index, size, root, proof, root))
                        .isEqualTo(size == 1);
                assertThat(MerkleProof.includes(index, size, leaf, longer(proof), root)).isFalse();
                assertThat(MerkleProof.includes(index, size, leaf, shorter(proof), root))
                        .isEqualTo(proof.isEmpty());
            }
        }
    }

    @Test
    void everySizeExtendsEverySmallerOneAndNoOther() throws IOException {
        for (int newSize = 0; newSize <= SIZES; newSize++) {
            Hash newRoot = TREE.root(newSize);
            for (int oldSize = 0; oldSize <= newSize; oldSize++) {
                // Given
                Hash oldRoot = TREE.root(oldSize);
                Hash otherRoot = Hash.node(oldRoot, oldRoot);

                // When
                List<Hash> proof = MerkleTree.consistencyProof(oldSize, newSize, TREE.source());

                // Then
                assertThat(MerkleProof.extendsTree(oldSize, oldRoot, newSize, newRoot, proof))
                        .as("%d to %d", oldSize, newSize)
                        .isTrue();
                assertThat(MerkleProof.extendsTree(oldSize, otherRoot, newSize, newRoot, proof))
                        .isFalse();
                assertThat(MerkleProof.extendsTree(oldSize, oldRoot, newSize, otherRoot, proof))
                        .as("%d to %d with another root", oldSize, newSize)
                        // An empty tree says nothing about what follows it.
                        .isEqualTo(oldSize == 0);
                assertThat(
                                MerkleProof.extendsTree(
                                        oldSize, oldRoot, newSize, newRoot, longer(proof)))
                        .isFalse();
            }
        }
    }

    @Test
    void smallerTreeNeverExtendsALargerOne() {
        // When
        boolean extended = MerkleProof.extendsTree(3, TREE.root(3), 2, TREE.root(2), List.of());

        // Then
        assertThat(extended).isFalse();
    }

    private static List<Hash> longer(List<Hash> proof) {
        List<Hash> longer = new ArrayList<>(proof);
        longer.add(Hash.emptyTree());
        return longer;
    }

    private static List<Hash> shorter(List<Hash> proof) {
        return proof.isEmpty() ? proof : proof.subList(0, proof.size() - 1);
    }
}
