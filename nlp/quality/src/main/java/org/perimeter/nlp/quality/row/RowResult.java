// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.row;

import org.perimeter.nlp.quality.split.Part;

import java.util.List;
import java.util.Optional;

/**
 * What a row measured.
 *
 * @param part the part of the corpus that was scored
 * @param posts how many posts that were
 * @param figures in the order in which they are shown
 */
public record RowResult(Part part, int posts, List<Figure> figures) {

    public RowResult {
        figures = List.copyOf(figures);
    }

    /** The figure with this name. */
    public Optional<Figure> figure(String name) {
        return figures.stream().filter(figure -> figure.name().equals(name)).findFirst();
    }
}
