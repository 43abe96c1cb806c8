// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.torch;

import org.perimeter.nlp.close.LinearHead;
import org.perimeter.nlp.training.reader.onnx.GraphTensor;

import java.util.List;
import java.util.Map;

/**
 * What training gives.
 *
 * @param weights the encoder's tensors by their names in the graph
 * @param questions an output for each question, in their order
 * @param categories an output for each category, in their order
 */
public record TrainedReader(
        Map<String, GraphTensor> weights, List<LinearHead> questions, List<LinearHead> categories) {

    public TrainedReader {
        weights = Map.copyOf(weights);
        questions = List.copyOf(questions);
        categories = List.copyOf(categories);
    }
}
