// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.signin.oidc;

/** What became of a sign-in. */
sealed interface SignInOutcome {

    /**
     * Somebody is in.
     *
     * @param person who
     * @param to where they wanted to go
     */
    record In(SignedInPerson person, String to) implements SignInOutcome {}

    /**
     * Somebody is not.
     *
     * @param subject the provider's name for them; empty when it vouched for nobody
     * @param refusal why
     */
    record Out(String subject, Refusal refusal) implements SignInOutcome {}
}
