// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.signin.oidc;

/** Why somebody cannot come in, and what they can do about it. */
enum Refusal {
    ATTEMPT_UNKNOWN(
            "This sign-in was not begun here",
            "It took longer than ten minutes, was finished once already, or began in another"
                    + " browser. Begin again."),
    PROVIDER_REFUSED(
            "Your identity provider did not let you in",
            "It ended the sign-in itself. Begin again, or ask those who run it."),
    PROVIDER_DOWN(
            "Your identity provider does not answer",
            "Nobody can sign in until it does. Try again in a minute; who is signed in stays so."),
    TOKEN_REJECTED(
            "What your identity provider sent cannot be trusted",
            "It is not signed by it, not meant for this console, or too old. Begin again; if it"
                    + " happens twice, tell those who run this console."),
    NO_ROLE(
            "You have no role here",
            "Your identity provider knows you, but gives you none of the roles that this console"
                    + " works with. Ask your supervisor for one."),
    CONFLICTING_ROLES(
            "Your roles exclude each other",
            "Nobody who keeps the machines or the audit log may also search posts. Ask your"
                    + " identity provider to take one of them back."),
    SECOND_FACTOR(
            "A second factor is needed",
            "This console takes only people who proved who they are by more than a password."
                    + " Begin again and use your second factor."),
    NOT_FRESH(
            "You signed in too long ago",
            "This console wants a sign-in of its own. Begin again and enter your credentials.");

    private final String title;
    private final String words;

    Refusal(String title, String words) {
        this.title = title;
        this.words = words;
    }

    String title() {
        return title;
    }

    String words() {
        return words;
    }
}
