// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.policy.controls.Control;
import org.perimeter.search.api.error.ApiException;
import org.perimeter.search.api.error.UnavailableException;
import org.perimeter.search.api.json.Json;
import org.perimeter.search.api.json.NoImplicitJson;
import org.perimeter.search.api.site.SecurityHeaders;
import org.perimeter.search.api.site.Site;
import org.perimeter.search.api.site.TlsConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Serves the table of routes and the page's own files over HTTP, and nothing else. */
public final class ApiServer implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(ApiServer.class);

    private final RouteTable table;
    private final Site site;
    private final Door door;
    private final @Nullable TlsConnector tls;
    private final Json json = new Json();
    private final EventPump pump = new EventPump(json);
    private final Javalin javalin;

    /**
     * @param table what to serve
     * @param site where to bind, and under which names it is reached
     * @param door says who asks
     */
    public ApiServer(RouteTable table, Site site, Door door) {
        this(table, site, door, null);
    }

    /**
     * @param tls by which it is reached; null for plain HTTP
     */
    public ApiServer(RouteTable table, Site site, Door door, @Nullable TlsConnector tls) {
        this.tls = tls;
        this.table = table;
        this.site = site;
        this.door = door;
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * Binds and serves.
     *
     * @return the address, such as {@code http://127.0.0.1:8080}
     * @throws io.javalin.util.JavalinBindException when the port is taken
     */
    public String start() {
        javalin.start();
        return site.address(javalin.port());
    }

    /** Stops serving; requests that are running are finished, streams are ended. */
    @Override
    public void close() {
        pump.close();
        javalin.stop();
        if (tls != null) {
            tls.close();
        }
    }

    /** Method and path of every route that is served, written as OpenAPI writes them. */
    public List<String> served() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(
                        endpoint ->
                                endpoint.method.name().toLowerCase(Locale.ROOT)
                                        + " "
                                        + OpenApiDocument.openApiPath(endpoint.path))
                .toList();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.jetty.host = site.host();
        config.jetty.port = site.port();
        config.jetty.modifyHttpConfiguration(
                http -> {
                    http.setSendServerVersion(false);
                    http.addCustomizer(new SecurityHeaders(site.isSecure()));
                });
        TlsConnector secure = tls;
        if (secure != null) {
            config.jetty.addConnector((server, http) -> secure.connector(server, http, site));
        }
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = Call.MAX_BODY;
        config.jsonMapper(new NoImplicitJson());
        StaticFiles.serve(config);
        config.routes.before(new RequestGuard(site, table));
        for (Route route : table.routes()) {
            config.routes.addHttpHandler(
                    route.method(), route.path(), context -> serve(route, context));
        }
        config.routes.exception(ApiException.class, this::fail);
        config.routes.exception(
                HttpResponseException.class,
                (e, context) -> fail(ApiException.of(e.getStatus(), phrase(e)), context));
        config.routes.exception(
                UnavailableException.class,
                (e, context) -> fail(ApiException.unavailable(e.getMessage(), e), context));
        config.routes.exception(
                StoreException.class,
                (e, context) ->
                        fail(ApiException.unavailable("the store cannot answer now", e), context));
        config.routes.exception(Exception.class, this::crash);
    }

    private void serve(Route route, Context context) throws Exception {
        Call call = new Call(context, json, door);
        if (route.audience() == RouteAudience.KNOWN && !isKnown(route, call, context)) {
            return;
        }
        Object answer = route.handler().answer(call);
        if (answer instanceof Redirect redirect) {
            context.redirect(redirect.location(), HttpStatus.SEE_OTHER);
            return;
        }
        if (answer instanceof EventStream stream) {
            pump.run(stream, context);
            return;
        }
        context.contentType(route.mediaType());
        context.result(answer instanceof byte[] bytes ? bytes : json.write(answer));
    }

    /**
     * Leads a browser to the way in where there is one; others are told that they are not known.
     */
    @Control("ACC-01")
    private boolean isKnown(Route route, Call call, Context context) {
        try {
            call.caller();
            return true;
        } catch (ApiException e) {
            String entrance = route.isPage() && e.status() == 401 ? door.entrance() : null;
            if (entrance == null) {
                throw e;
            }
            String query = context.queryString();
            String to = context.path() + (query == null ? "" : "?" + query);
            context.redirect(
                    entrance + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8),
                    HttpStatus.SEE_OTHER);
            return false;
        }
    }

    private void fail(ApiException failure, Context context) {
        String id = newId();
        if (failure.status() >= 500) {
            LOGGER.atWarn()
                    .addKeyValue("id", id)
                    .setCause(failure)
                    .log("request failed: something it needs is down");
        }
        answerError(failure, id, context);
    }

    private void crash(Exception failure, Context context) {
        String id = newId();
        LOGGER.atError().addKeyValue("id", id).setCause(failure).log("request failed");
        answerError(ApiException.of(500, "something went wrong here; see the log"), id, context);
    }

    private void answerError(ApiException failure, String id, Context context) {
        context.status(failure.status());
        context.contentType(Route.JSON);
        context.result(json.write(failure.view(id)));
    }

    private static String phrase(HttpResponseException e) {
        return switch (e.getStatus()) {
            case 404 -> "there is no such object";
            case 405 -> "this path does not take that method";
            case 413 -> "the body is too large";
            default -> "the request cannot be answered";
        };
    }

    static String newId() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
