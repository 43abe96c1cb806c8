// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api;

import io.javalin.http.HandlerType;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One operation of the API, declared once: the server serves it and the OpenAPI document describes
 * it from the same record.
 *
 * @param method HTTP method
 * @param path Javalin path, such as {@code /api/v1/incidents/{id}}; {@code <name>} accepts slashes
 * @param summary one sentence
 * @param parameters of path and query
 * @param request the record in the body; null when there is none, {@link
 *     com.fasterxml.jackson.databind.JsonNode} when any JSON is taken
 * @param response the record that is answered, or that every event of a stream holds; null when
 *     {@code mediaType} is neither
 * @param mediaType of the answer
 * @param audience whom it answers
 * @param handler produces the answer: a {@code response}, bytes, an {@link EventStream} or a {@link
 *     Redirect}
 */
public record Route(
        HandlerType method,
        String path,
        String summary,
        List<Parameter> parameters,
        @Nullable Class<?> request,
        @Nullable Class<?> response,
        String mediaType,
        RouteAudience audience,
        RouteHandler handler) {

    static final String JSON = "application/json";

    /** What a page is. */
    public static final String HTML = "text/html;charset=utf-8";

    static final String EVENTS = "text/event-stream";

    public Route {
        parameters = List.copyOf(parameters);
    }

    /** What answers a call. */
    @FunctionalInterface
    public interface RouteHandler {
        /** The answer, written by the caller of this method. */
        Object answer(Call call) throws Exception;
    }

    /** What answers a call with an answer of one type. */
    @FunctionalInterface
    public interface Answerer<R> {
        /** The answer. */
        R answer(Call call) throws Exception;
    }

    /** What answers a call that carries a body. */
    @FunctionalInterface
    public interface BodyAnswerer<Q, R> {
        /** The answer. */
        R answer(Call call, Q body) throws Exception;
    }

    /** A GET that answers a record as JSON. */
    public static <R> Route get(
            String path, String summary, Class<R> response, Answerer<R> answerer) {
        return new Route(
                HandlerType.GET,
                path,
                summary,
                List.of(),
                null,
                response,
                JSON,
                RouteAudience.KNOWN,
                call -> answerer.answer(call));
    }

    /** A POST that takes JSON and answers a record as JSON. */
    public static <Q, R> Route post(
            String path,
            String summary,
            Class<Q> request,
            Class<R> response,
            BodyAnswerer<Q, R> answerer) {
        return new Route(
                HandlerType.POST,
                path,
                summary,
                List.of(),
                request,
                response,
                JSON,
                RouteAudience.KNOWN,
                call -> answerer.answer(call, call.body(request)));
    }

    /**
     * A POST that takes JSON or another media type, and reads its body itself.
     *
     * @param request the record in a body of JSON
     */
    public static <R> Route postAny(
            String path,
            String summary,
            Class<?> request,
            Class<R> response,
            Answerer<R> answerer) {
        return new Route(
                HandlerType.POST,
                path,
                summary,
                List.of(),
                request,
                response,
                JSON,
                RouteAudience.KNOWN,
                call -> answerer.answer(call));
    }

    /** A GET that answers bytes of another media type. */
    public static Route document(
            String path, String summary, String mediaType, Answerer<byte[]> answerer) {
        return new Route(
                HandlerType.GET,
                path,
                summary,
                List.of(),
                null,
                null,
                mediaType,
                RouteAudience.KNOWN,
                call -> answerer.answer(call));
    }

    /** A GET that goes on answering: server-sent events, each with a record as JSON. */
    public static Route stream(
            String path, String summary, Class<?> event, Answerer<EventStream> answerer) {
        return new Route(
                HandlerType.GET,
                path,
                summary,
                List.of(),
                null,
                event,
                EVENTS,
                RouteAudience.KNOWN,
                call -> answerer.answer(call));
    }

    /** A POST that takes a form, which it reads itself, and answers a record as JSON. */
    public static <R> Route form(
            String path, String summary, Class<R> response, Answerer<R> answerer) {
        return new Route(
                HandlerType.POST,
                path,
                summary,
                List.of(),
                null,
                response,
                JSON,
                RouteAudience.KNOWN,
                call -> answerer.answer(call));
    }

    /** A GET that sends the browser elsewhere. */
    public static Route redirect(String path, String summary, Answerer<Redirect> answerer) {
        return new Route(
                HandlerType.GET,
                path,
                summary,
                List.of(),
                null,
                null,
                HTML,
                RouteAudience.KNOWN,
                call -> answerer.answer(call));
    }

    /** The same route with these parameters. */
    public Route with(Parameter... described) {
        return new Route(
                method,
                path,
                summary,
                List.of(described),
                request,
                response,
                mediaType,
                audience,
                handler);
    }

    /** The same route for others than those whom the door knows. */
    public Route open(RouteAudience whom) {
        return new Route(
                method, path, summary, parameters, request, response, mediaType, whom, handler);
    }

    /** Whether a person looks at the answer, in a browser. */
    boolean isPage() {
        return mediaType.startsWith("text/html");
    }
}
