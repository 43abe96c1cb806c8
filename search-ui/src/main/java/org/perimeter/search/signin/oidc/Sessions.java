// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.signin.oidc;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.controls.Control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The people who are signed in. A session ends thirty minutes after the last thing that its person
 * did, twelve hours after its beginning, or when either side ends it; and with this process.
 */
final class Sessions {

    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(12);

    private final Map<String, Session> open = new ConcurrentHashMap<>();
    private final RandomWord words = new RandomWord();
    private final Clock clock;

    Sessions(Clock clock) {
        this.clock = clock;
    }

    /**
     * Begins one.
     *
     * @return the word for the browser's cookie, new every time
     */
    String open(SignedInPerson identity) {
        Instant now = clock.instant();
        open.values().removeIf(session -> !isAlive(session, now));
        String word = words.next();
        open.put(RandomWord.hash(word), new Session(identity, now, now));
        return word;
    }

    /** The person of a word; null when there is no such session any more. */
    @Nullable SignedInPerson find(@Nullable String word) {
        Session session = word == null ? null : open.get(RandomWord.hash(word));
        return session != null && isAlive(session, clock.instant()) ? session.identity() : null;
    }

    /** Notes that the person of a word did something. */
    void touch(String word) {
        Instant now = clock.instant();
        open.computeIfPresent(
                RandomWord.hash(word),
                (hash, session) ->
                        isAlive(session, now)
                                ? new Session(session.identity(), session.begun(), now)
                                : null);
    }

    /** Ends the session of a word; the person who had it, or null. */
    @Nullable SignedInPerson end(String word) {
        Session ended = open.remove(RandomWord.hash(word));
        return ended == null ? null : ended.identity();
    }

    /** Ends all sessions of people whom something is true of; how many there were. */
    int endAll(Predicate<SignedInPerson> of) {
        int before = open.size();
        open.values().removeIf(session -> of.test(session.identity()));
        return before - open.size();
    }

    @Control("ACC-03")
    private static boolean isAlive(Session session, Instant now) {
        return now.isBefore(session.lastDeed().plus(IDLE))
                && now.isBefore(session.begun().plus(LONGEST));
    }

    private record Session(SignedInPerson identity, Instant begun, Instant lastDeed) {}
}
