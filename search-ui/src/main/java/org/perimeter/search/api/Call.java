// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api;

import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;
import org.perimeter.search.access.Caller;
import org.perimeter.search.api.error.ApiException;
import org.perimeter.search.api.json.Json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * One request as handlers see it: parameters and body are checked and named when they are wrong.
 */
public final class Call {

    /** Largest request body, in bytes. */
    public static final int MAX_BODY = 1 << 20;

    private static final int MAX_PARAMETER = 1024;

    private final Context context;
    private final Json json;
    private final Door door;
    private @Nullable Caller caller;

    Call(Context context, Json json, Door door) {
        this.context = context;
        this.json = json;
        this.door = door;
    }

    /**
     * Who asks; the door is asked once a request.
     *
     * @throws ApiException 401 when nobody known does
     */
    public Caller caller() {
        Caller known = caller == null ? door.admit(this) : caller;
        caller = known;
        return known;
    }

    /** A parameter of the path, decoded. */
    public String path(String name) {
        return context.pathParam(name);
    }

    /** A parameter of the query; null when it is not given. */
    public @Nullable String query(String name) {
        List<String> values = context.queryParams(name);
        if (values.isEmpty()) {
            return null;
        }
        if (values.size() > 1) {
            throw ApiException.badField(name, "must be given once");
        }
        String value = values.get(0);
        if (value.length() > MAX_PARAMETER) {
            throw ApiException.badField(name, "must not be longer than " + MAX_PARAMETER);
        }
        return value;
    }

    /** The method, in capitals. */
    public String method() {
        return context.req().getMethod();
    }

    /** The path, as the routes name it. */
    public String requestPath() {
        return context.path();
    }

    /** The query as it came; null when there is none. */
    public @Nullable String queryString() {
        return context.queryString();
    }

    /** The body of a form as it came; read once. */
    public String formText() throws IOException {
        MediaTypes.requireForm(context.contentType());
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** A header of the request; null when it is not given. */
    public @Nullable String requestHeader(String name) {
        return context.header(name);
    }

    /** A cookie of the request; null when it is not given. */
    public @Nullable String cookie(String name) {
        return context.cookie(name);
    }

    /** Sets a cookie beside those that are set already. */
    public void set(Cookie cookie) {
        context.res().addHeader("Set-Cookie", cookie.headerValue());
    }

    /** A whole number of the query within bounds, both inclusive. */
    public int queryInt(String name, int otherwise, int min, int max) {
        String value = query(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one message for all that is not such a number.
        }
        throw ApiException.badField(name, "must be a whole number from " + min + " to " + max);
    }

    /** {@code true} or {@code false} of the query; null when it is not given. */
    public @Nullable Boolean queryBoolean(String name) {
        String value = query(name);
        if (value == null || value.equals("true") || value.equals("false")) {
            return value == null ? null : Boolean.valueOf(value);
        }
        throw ApiException.badField(name, "must be true or false");
    }

    /** The body as a record or tree; read once. */
    public <Q> Q body(Class<Q> type) throws IOException {
        MediaTypes.requireJson(context.contentType());
        return json.read(bytes(), type);
    }

    /** The declared type of the body, without parameters; empty when none is declared. */
    public String mediaType() {
        return MediaTypes.of(context.contentType());
    }

    /** The declared type of the body with its parameters; empty when none is declared. */
    public String contentType() {
        return Objects.requireNonNullElse(context.contentType(), "");
    }

    /** The body as it came; read once. For who has looked at {@link #mediaType()}. */
    public byte[] bytes() throws IOException {
        if (context.req().getContentLengthLong() > MAX_BODY) {
            throw tooLarge();
        }
        InputStream input = context.req().getInputStream();
        byte[] bytes = input.readNBytes(MAX_BODY + 1);
        if (bytes.length > MAX_BODY) {
            throw tooLarge();
        }
        return bytes;
    }

    /** Sets the status of a JSON answer that is not 200. */
    public void status(int status) {
        context.status(status);
    }

    /** Adds a header to the answer. */
    public void header(String name, String value) {
        context.header(name, value);
    }

    private static ApiException tooLarge() {
        return ApiException.of(413, "the body is larger than " + MAX_BODY + " bytes");
    }
}
