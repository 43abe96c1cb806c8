// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.signin.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sign-ins that have begun: each can be finished once, within ten minutes, by the browser that
 * began it. When too many are waiting, the oldest give way.
 */
final class PendingSignIns {

    static final Duration LIFE = Duration.ofMinutes(10);

    private static final int MOST = 10_000;

    private final Map<String, Pending> waiting = new LinkedHashMap<>();
    private final RandomWord words = new RandomWord();
    private final Clock clock;

    PendingSignIns(Clock clock) {
        this.clock = clock;
    }

    /**
     * Keeps one.
     *
     * @return the word for the browser's cookie
     */
    synchronized String keep(State state, Nonce nonce, CodeVerifier verifier, String to) {
        String word = words.next();
        waiting.put(
                RandomWord.hash(word), new Pending(state, nonce, verifier, to, clock.instant()));
        Iterator<Pending> oldest = waiting.values().iterator();
        while (waiting.size() > MOST && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
        return word;
    }

    /** Takes one out; null when there is none of this word, or not any more. */
    synchronized @Nullable Pending take(@Nullable String word) {
        Pending pending = word == null ? null : waiting.remove(RandomWord.hash(word));
        return pending != null && pending.begun().plus(LIFE).isAfter(clock.instant())
                ? pending
                : null;
    }

    /**
     * One sign-in.
     *
     * @param state ties the provider's answer to this browser
     * @param nonce ties its token to this sign-in
     * @param verifier ties its code to this server
     * @param to where the person wanted to go
     * @param begun when
     */
    record Pending(State state, Nonce nonce, CodeVerifier verifier, String to, Instant begun) {}
}
