// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.gazetteer;

import org.apache.lucene.store.InputStreamDataInput;
import org.apache.lucene.util.fst.FST;
import org.apache.lucene.util.fst.PositiveIntOutputs;
import org.perimeter.nlp.triage.Token;
import org.perimeter.nlp.triage.TokenKind;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Finds the names of places in a tokenised post: the longest name from each token, walked through a
 * prebuilt finite state transducer. Read-only after loading; safe to share.
 */
public final class Gazetteer {

    static final String RESOURCE = "/org/perimeter/nlp/gazetteer/gazetteer.bin.gz";

    private static final int LONGEST_NAME = 6;

    private final FST<Long> names;
    private final int[] postings;
    private final PlaceTable table;

    private Gazetteer(FST<Long> names, int[] postings, PlaceTable table) {
        this.names = names;
        this.postings = postings;
        this.table = table;
    }

    /** Loads the committed data file from the class path. */
    public static Gazetteer load() {
        try (InputStream in = Gazetteer.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the jar");
            }
            return read(new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Gazetteer read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        PlaceTable table = PlaceTable.read(data);
        int[] postings = new int[data.readInt()];
        for (int i = 0; i < postings.length; i++) {
            postings[i] = data.readInt();
        }
        InputStreamDataInput lucene = new InputStreamDataInput(data);
        FST<Long> names =
                new FST<>(FST.readMetadata(lucene, PositiveIntOutputs.getSingleton()), lucene);
        return new Gazetteer(names, postings, table);
    }

    /** Number of places. */
    public int size() {
        return table.size();
    }

    /** The longest name from each token, left to right, without overlaps. */
    public List<NameMatch> find(List<Token> tokens) {
        List<NameMatch> matches = new ArrayList<>();
        Walk walk = new Walk();
        int i = 0;
        while (i < tokens.size()) {
            Token token = tokens.get(i);
            boolean begins = token.wordLike() || token.kind() == TokenKind.HASHTAG;
            int last = begins ? walk.longestFrom(tokens, i) : -1;
            if (last >= 0) {
                matches.add(new NameMatch(i, last, placesAt(walk.output)));
                i = last + 1;
            } else {
                i++;
            }
        }
        return matches;
    }

    /**
     * The places of a name given in normalised form, words joined by blanks; empty when unknown.
     */
    public List<GazetteerPlace> named(String normalizedName) {
        Walk walk = new Walk();
        return walk.bytes(normalizedName) && walk.arc.isFinal()
                ? placesAt(walk.outputHere())
                : List.of();
    }

    private List<GazetteerPlace> placesAt(long posting) {
        int start = Math.toIntExact(posting);
        int count = postings[start];
        List<GazetteerPlace> places = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            places.add(table.place(postings[start + i]));
        }
        return places;
    }

    /** One reading position in the transducer; made per call, never shared. */
    private final class Walk {

        private final FST.BytesReader reader = names.getBytesReader();
        private final FST.Arc<Long> arc = new FST.Arc<>();
        private long sum;
        private long output;

        private Walk() {
            restart();
        }

        private void restart() {
            names.getFirstArc(arc);
            sum = 0;
        }

        private int longestFrom(List<Token> tokens, int from) {
            restart();
            int found = -1;
            int at = from;
            for (int words = 0; words < LONGEST_NAME && at < tokens.size(); words++) {
                boolean step = words == 0 || bytes(" ");
                if (!step || !bytes(tokens.get(at).nameWord())) {
                    return found;
                }
                if (arc.isFinal()) {
                    found = at;
                    output = outputHere();
                }
                if (tokens.get(at).kind() == TokenKind.HASHTAG) {
                    return found;
                }
                at = NameFlow.next(tokens, at);
                if (at < 0) {
                    return found;
                }
            }
            return found;
        }

        private long outputHere() {
            return sum + arc.nextFinalOutput();
        }

        private boolean bytes(String text) {
            try {
                for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
                    if (names.findTargetArc(b & 0xFF, arc, arc, reader) == null) {
                        return false;
                    }
                    sum += arc.output();
                }
                return !text.isEmpty();
            } catch (IOException e) {
                throw new UncheckedIOException("the names are in memory", e);
            }
        }
    }
}
