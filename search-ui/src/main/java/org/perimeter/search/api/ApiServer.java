// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;

import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.search.api.error.ApiException;
import org.perimeter.search.api.error.UnavailableException;
import org.perimeter.search.api.json.Json;
import org.perimeter.search.api.json.NoImplicitJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Serves the table of routes and the page's own files over HTTP, and nothing else. */
public final class ApiServer implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(ApiServer.class);

    private final RouteTable table;
    private final String host;
    private final Json json = new Json();
    private final EventPump pump = new EventPump(json);
    private final Javalin javalin;

    /**
     * @param table what to serve
     * @param host name or address to bind to
     * @param port port to bind to; 0 for a free one
     */
    public ApiServer(RouteTable table, String host, int port) {
        this.table = table;
        this.host = host;
        this.javalin = Javalin.create(config -> configure(config, port));
    }

    /**
     * Binds and serves.
     *
     * @return the address, such as {@code http://127.0.0.1:8080}
     * @throws io.javalin.util.JavalinBindException when the port is taken
     */
    public String start() {
        javalin.start();
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return "http://" + name + ":" + javalin.port();
    }

    /** Stops serving; requests that are running are finished, streams are ended. */
    @Override
    public void close() {
        pump.close();
        javalin.stop();
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

    private void configure(JavalinConfig config, int port) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.jetty.host = host;
        config.jetty.port = port;
        config.jetty.modifyHttpConfiguration(
                http -> {
                    http.setSendServerVersion(false);
                    http.addCustomizer(new SecurityHeaders());
                });
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = Call.MAX_BODY;
        config.jsonMapper(new NoImplicitJson());
        StaticFiles.serve(config);
        config.routes.before(new RequestGuard(host));
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
        Object answer = route.handler().answer(new Call(context, json));
        if (answer instanceof EventStream stream) {
            pump.run(stream, context);
            return;
        }
        context.contentType(route.mediaType());
        context.result(answer instanceof byte[] bytes ? bytes : json.write(answer));
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
