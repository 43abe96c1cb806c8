// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ingest;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.model.post.PostOperation;
import org.perimeter.policy.model.post.PostPlace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How much one event of a source may weigh, whichever connector brought it. What is beyond is not
 * cut but refused whole: half a post may say the opposite of all of it.
 *
 * <p>Source and network are not looked at: they come from the configuration.
 */
final class EventLimits {

    /** In chars; what browsers and servers agree on for an address, and every id is one. */
    static final int ID = 2_048;

    /** In chars; ten times what the wordiest of the networks takes by default. */
    static final int TEXT = 32 * 1_024;

    /** No network takes as many media in one post. */
    static final int DESCRIPTIONS = 32;

    /** In chars; what the fediverse keeps of a stranger's alt text at most. */
    static final int DESCRIPTION = 10_000;

    /** Nobody writes one post in more languages. */
    static final int LANGUAGES = 10;

    /** In chars; RFC 5646 asks for room for 35. */
    static final int LANGUAGE = 64;

    /** In chars; the longest official name of a place has about 170. */
    static final int PLACE_NAME = 512;

    /**
     * In chars, all of a post together. Three bytes each and lengthened by redaction, it stays
     * below what the sink takes.
     */
    static final int WHOLE = 64 * 1_024;

    /** In metres; half way around the earth. */
    static final double RADIUS = 20_100_000;

    private static final Instant END_OF_CALENDAR = Instant.parse("9999-12-31T23:59:59Z");

    private EventLimits() {}

    /** Why the event cannot go on; null when it can. */
    static @Nullable DeadLetterReason problem(PostEvent event) {
        String id =
                event.operation() == PostOperation.DELETE_AUTHOR
                        ? event.authorId()
                        : event.postId();
        DeadLetterReason problem = textProblem(id, ID);
        if (problem == null && (event.version() < 0 || !isInCalendar(event.witnessedAt()))) {
            problem = DeadLetterReason.BAD_TIMESTAMP;
        }
        Post post = event.post();
        return problem == null && post != null ? postProblem(event, post) : problem;
    }

    /** Whether an author can be named by it. */
    static boolean isId(String id) {
        return textProblem(id, ID) == null;
    }

    private static @Nullable DeadLetterReason postProblem(PostEvent event, Post post) {
        // Lists before what is in them: the latter is only worth looking at in a bounded number.
        if (post.mediaDescriptions().size() > DESCRIPTIONS
                || post.languages().size() > LANGUAGES
                || length(post) > WHOLE) {
            return DeadLetterReason.TOO_LARGE;
        }
        List<@Nullable DeadLetterReason> problems = new ArrayList<>();
        problems.add(textProblem(event.authorId(), ID));
        problems.add(textProblem(post.id(), ID));
        problems.add(textProblem(post.authorId(), ID));
        problems.add(textProblem(post.permalink(), ID));
        problems.add(textProblem(post.text(), TEXT));
        post.mediaDescriptions().forEach(each -> problems.add(textProblem(each, DESCRIPTION)));
        post.languages().forEach(each -> problems.add(textProblem(each, LANGUAGE)));
        problems.add(placeProblem(post.place()));
        if (!isInCalendar(post.createdAt()) || !isInCalendar(post.witnessedAt())) {
            problems.add(DeadLetterReason.BAD_TIMESTAMP);
        }
        return problems.stream().filter(each -> each != null).findFirst().orElse(null);
    }

    private static @Nullable DeadLetterReason placeProblem(@Nullable PostPlace place) {
        if (place == null) {
            return null;
        }
        return place.radiusMeters() > RADIUS
                ? DeadLetterReason.BAD_COORDINATES
                : textProblem(place.name(), PLACE_NAME);
    }

    private static long length(Post post) {
        long length = (long) post.id().length() + post.authorId().length() + post.text().length();
        length += post.permalink() == null ? 0 : post.permalink().length();
        for (String description : post.mediaDescriptions()) {
            length += description.length();
        }
        for (String language : post.languages()) {
            length += language.length();
        }
        String name = post.place() == null ? null : post.place().name();
        return length + (name == null ? 0 : name.length());
    }

    private static @Nullable DeadLetterReason textProblem(@Nullable String text, int limit) {
        if (text == null) {
            return null;
        }
        if (text.length() > limit) {
            return DeadLetterReason.TOO_LARGE;
        }
        // No UTF-8 says it: a store would refuse the request with everything else in it.
        boolean broken = text.codePoints().anyMatch(EventLimits::isHalf);
        return broken ? DeadLetterReason.MALFORMED_TEXT : null;
    }

    private static boolean isHalf(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    /** Others cannot be counted in milliseconds, or not be written by a store. */
    private static boolean isInCalendar(Instant instant) {
        return !instant.isBefore(Instant.EPOCH) && !instant.isAfter(END_OF_CALENDAR);
    }
}
