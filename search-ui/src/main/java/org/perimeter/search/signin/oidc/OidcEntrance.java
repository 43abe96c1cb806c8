// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.signin.oidc;

import com.fasterxml.jackson.databind.JsonNode;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.http.HttpDoor;
import org.perimeter.connectors.http.NetworkReach;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.search.access.AuditEvent;
import org.perimeter.search.access.AuditLog;
import org.perimeter.search.access.Caller;
import org.perimeter.search.api.Call;
import org.perimeter.search.api.Cookie;
import org.perimeter.search.api.Door;
import org.perimeter.search.api.Parameter;
import org.perimeter.search.api.Redirect;
import org.perimeter.search.api.Route;
import org.perimeter.search.api.RouteAudience;
import org.perimeter.search.api.error.ApiException;
import org.perimeter.search.signin.Entrance;
import org.perimeter.search.signin.MeView;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * The way in for people whom their agency's provider vouches for. The session's cookie is {@code
 * SameSite=Strict}, so it does not come along when another site leads here: both the page that
 * begins a sign-in and the one that ends it lead on by themselves, from a page of this site.
 */
public final class OidcEntrance implements Entrance {

    private static final String ENTRANCE = "/signin";
    private static final String SESSION = "__Host-perimeter-session";
    private static final String ATTEMPT = "__Host-perimeter-attempt";
    private static final String NOBODY = "unknown";

    private final SignInDesk desk;
    private final Sessions sessions;
    private final BackChannel backChannel;
    private final AuditLog audit;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    /**
     * @param config what the deployment says of its provider
     * @param secret the client's
     * @param site scheme and authority under which people reach this console
     * @param door to the provider
     * @param audit takes every sign-in, sign-out and refusal
     * @param clock wall clock
     */
    public OidcEntrance(
            OidcConfig config,
            String secret,
            URI site,
            HttpDoor door,
            AuditLog audit,
            Clock clock) {
        NetworkReach near = NetworkReach.ofHost(URI.create(config.issuer()).getHost());
        NetworkReach reach =
                near == NetworkReach.INTERNET && config.allowPrivate()
                        ? NetworkReach.INTERNET_OR_INSIDE
                        : near;
        this.desk = new SignInDesk(config, secret, site, new ProviderHttp(door, reach), clock);
        this.sessions = new Sessions(clock);
        this.backChannel = new BackChannel(desk.provider(), sessions);
        this.audit = audit;
        templates.setBinaryStaticContent(false);
    }

    @Override
    public Door door() {
        return new Door() {
            @Override
            public Caller admit(Call call) {
                return OidcEntrance.this.admit(call);
            }

            @Override
            public String entrance() {
                return ENTRANCE;
            }
        };
    }

    @Override
    public List<Route> routes() {
        Parameter to = Parameter.query("to", String.class, "The page to go to then.");
        return List.of(
                Route.get(
                        MeView.PATH,
                        "Who you are here, and what you may do.",
                        MeView.class,
                        call -> MeView.of(call.caller(), List.of(), null, true)),
                Route.document(ENTRANCE, "The way in.", Route.HTML, this::welcome)
                        .with(to)
                        .open(RouteAudience.ANYONE),
                Route.redirect(
                                ENTRANCE + "/start",
                                "Begins a sign-in at the identity provider.",
                                this::start)
                        .with(to)
                        .open(RouteAudience.ANYONE),
                Route.document(
                                ENTRANCE + "/callback",
                                "Where the identity provider sends people back to.",
                                Route.HTML,
                                this::finish)
                        .open(RouteAudience.ANYONE),
                Route.document(ENTRANCE + "/bye", "The way out.", Route.HTML, this::bye)
                        .open(RouteAudience.ANYONE),
                Route.post(
                        ENTRANCE + "/out",
                        "Ends your session; the body is an empty object.",
                        JsonNode.class,
                        SignedOutView.class,
                        this::leave),
                Route.post(
                        ENTRANCE + "/here",
                        "Says that somebody is at the page; the body is an empty object.",
                        JsonNode.class,
                        MeView.class,
                        (call, body) -> MeView.of(call.caller(), List.of(), null, true)),
                Route.form(
                                ENTRANCE + "/backchannel",
                                "Ends the sessions that the identity provider's signed logout"
                                        + " token names (OpenID Connect Back-Channel Logout).",
                                EndedView.class,
                                this::endFromOutside)
                        .open(RouteAudience.SERVERS));
    }

    @Control({"ACC-01", "ACC-03"})
    private Caller admit(Call call) {
        String word = call.cookie(SESSION);
        SignedInPerson person = sessions.find(word);
        if (person == null || word == null) {
            throw ApiException.of(401, "sign in first");
        }
        // What a page asks for by itself, again and again, is nobody's deed.
        if (!call.method().equals("GET") || !call.requestPath().startsWith("/api/")) {
            sessions.touch(word);
        }
        return new Caller(person.subject(), person.roles(), () -> sessions.find(word) != null);
    }

    private byte[] welcome(Call call) {
        String to = LocalPath.of(call.query("to"));
        return page(
                "Sign in",
                "You are led to your agency's identity provider.",
                ENTRANCE + "/start?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8),
                "Sign in",
                true,
                null);
    }

    private Redirect start(Call call) {
        String to = LocalPath.of(call.query("to"));
        if (sessions.find(call.cookie(SESSION)) != null) {
            return new Redirect(to);
        }
        try {
            SignInDesk.Begun begun = desk.begin(to);
            call.set(new Cookie(ATTEMPT, begun.word(), Cookie.SameSite.LAX, PendingSignIns.LIFE));
            return new Redirect(begun.address());
        } catch (IOException e) {
            throw ApiException.unavailable(Refusal.PROVIDER_DOWN.title(), e);
        }
    }

    private byte[] finish(Call call) {
        SignInOutcome outcome = desk.finish(call.cookie(ATTEMPT), call.queryString());
        call.set(Cookie.forgotten(ATTEMPT, Cookie.SameSite.LAX));
        if (outcome instanceof SignInOutcome.In in) {
            SignedInPerson person = in.person();
            record(
                    LedgerEntryType.SIGN_IN,
                    Outcome.ALLOW,
                    person.subject(),
                    Map.of("roles", person.roles().stream().sorted().map(Enum::name).toList()));
            call.set(new Cookie(SESSION, sessions.open(person), Cookie.SameSite.STRICT, null));
            return page("You are signed in", "", in.to(), "Go on", true, null);
        }
        SignInOutcome.Out out = (SignInOutcome.Out) outcome;
        record(
                LedgerEntryType.DENY,
                Outcome.DENY,
                out.subject().isEmpty() ? NOBODY : out.subject(),
                Map.of("action", "SIGN_IN", "object", "", "reason", out.refusal().name()));
        call.status(out.refusal() == Refusal.PROVIDER_DOWN ? 503 : 403);
        return page(
                out.refusal().title(),
                out.refusal().words(),
                ENTRANCE + "/start",
                "Begin again",
                false,
                out.refusal().name());
    }

    private SignedOutView leave(Call call, JsonNode body) {
        String word = call.cookie(SESSION);
        SignedInPerson person = word == null ? null : sessions.end(word);
        call.set(Cookie.forgotten(SESSION, Cookie.SameSite.STRICT));
        String next = person == null ? null : desk.farewell(person);
        if (person != null) {
            record(
                    LedgerEntryType.SIGN_OUT,
                    Outcome.ALLOW,
                    person.subject(),
                    Map.of("by", "PERSON"));
        }
        return new SignedOutView(next == null ? ENTRANCE + "/bye" : next);
    }

    private EndedView endFromOutside(Call call) throws IOException {
        BackChannel.Ended ended = backChannel.end(call.formText());
        record(
                LedgerEntryType.SIGN_OUT,
                Outcome.ALLOW,
                ended.subject().isEmpty() ? NOBODY : ended.subject(),
                Map.of("by", "PROVIDER", "sessions", ended.sessions()));
        return new EndedView(ended.sessions());
    }

    private byte[] bye(Call call) {
        return page(
                "You are signed out",
                "Close this window, or sign in again.",
                ENTRANCE + "/start",
                "Sign in",
                false,
                null);
    }

    @Control("AUD-02")
    private void record(
            LedgerEntryType type, Outcome outcome, String actor, Map<String, Object> details) {
        audit.record(new AuditEvent(type, RuleId.ACCESS, outcome, actor, details));
    }

    private byte[] page(
            String title,
            String words,
            String next,
            String label,
            boolean leadsOn,
            @Nullable String code) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        templates.render(
                "signin.jte", new SignInPage(title, words, next, label, leadsOn, code), output);
        return output.toByteArray();
    }
}
