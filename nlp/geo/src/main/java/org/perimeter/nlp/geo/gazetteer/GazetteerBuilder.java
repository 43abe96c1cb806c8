// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo.gazetteer;

import org.apache.lucene.store.OutputStreamDataOutput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IntsRefBuilder;
import org.apache.lucene.util.fst.FST;
import org.apache.lucene.util.fst.FSTCompiler;
import org.apache.lucene.util.fst.PositiveIntOutputs;
import org.apache.lucene.util.fst.Util;
import org.perimeter.nlp.gazetteer.GazetteerPlace;
import org.perimeter.nlp.gazetteer.NamedPlace;
import org.perimeter.nlp.gazetteer.PlaceTable;
import org.perimeter.policy.command.CommandManner;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the committed data file out of four unpacked npm packages; run by {@code
 * nlp/analyzer/src/gold/gazetteer.sh} when they or Lucene's file format change.
 */
public final class GazetteerBuilder {

    private final List<GazetteerPlace> places = new ArrayList<>();
    private final Map<BytesRef, TreeSet<Integer>> names = new TreeMap<>();

    private GazetteerBuilder() {}

    /** Builds; see {@link GazetteerFiles} for the call. */
    public static void main(String[] args) {
        System.exit(CommandManner.run(new GazetteerFiles(), GazetteerBuilder::build, args));
    }

    private static int build(GazetteerFiles given) throws IOException {
        GazetteerBuilder builder = new GazetteerBuilder();
        GeoNamesFiles files = GeoNamesFiles.of(given.cities(), given.states(), given.counties());
        for (NamedPlace named : files.places()) {
            builder.add(named);
        }
        new RegionFile().places().forEach(builder::add);
        new PostalFile().read(given.postal()).forEach(builder::add);
        new AirportFile().read(given.airports()).forEach(builder::add);
        builder.write(given.out());
        return 0;
    }

    private void add(NamedPlace named) {
        int index = places.size();
        places.add(named.place());
        for (String name : named.names()) {
            names.computeIfAbsent(new BytesRef(name), n -> new TreeSet<>(byPopulation()))
                    .add(index);
        }
    }

    private Comparator<Integer> byPopulation() {
        return Comparator.<Integer>comparingInt(i -> -places.get(i).population())
                .thenComparingInt(i -> i);
    }

    private void write(Path out) throws IOException {
        List<Integer> postings = new ArrayList<>();
        FSTCompiler<Long> compiler =
                new FSTCompiler.Builder<Long>(
                                FST.INPUT_TYPE.BYTE1, PositiveIntOutputs.getSingleton())
                        .build();
        IntsRefBuilder scratch = new IntsRefBuilder();
        for (Map.Entry<BytesRef, TreeSet<Integer>> name : names.entrySet()) {
            compiler.add(Util.toIntsRef(name.getKey(), scratch), (long) postings.size());
            postings.add(name.getValue().size());
            postings.addAll(name.getValue());
        }
        FST<Long> fst = FST.fromFSTReader(compiler.compile(), compiler.getFSTReader());
        try (DataOutputStream data =
                new DataOutputStream(
                        new BufferedOutputStream(
                                new GZIPOutputStream(Files.newOutputStream(out))))) {
            PlaceTable.write(places, data);
            data.writeInt(postings.size());
            for (int posting : postings) {
                data.writeInt(posting);
            }
            OutputStreamDataOutput lucene = new OutputStreamDataOutput(data);
            fst.save(lucene, lucene);
        }
    }
}
