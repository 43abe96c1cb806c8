// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.signin.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;

import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.http.HttpAnswer;
import org.perimeter.connectors.http.HttpDoor;
import org.perimeter.connectors.http.NetworkReach;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Lets the library talk to the provider through the one door that leads out. */
final class ProviderHttp implements HTTPRequestSender, ResourceRetriever {

    private static final int MOST_BYTES = 1 << 20;
    private static final int OK = 200;

    private final HttpDoor door;
    private final NetworkReach reach;

    /**
     * @param door that leads out
     * @param reach where the provider may be
     */
    ProviderHttp(HttpDoor door, NetworkReach reach) {
        this.door = door;
        this.reach = reach;
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest asked) throws IOException {
        Request.Builder request = new Request.Builder().url(asked.getURL());
        for (Map.Entry<String, List<String>> header : asked.getHeaderMap().entrySet()) {
            for (String value : header.getValue()) {
                request.addHeader(header.getKey(), value);
            }
        }
        String body = asked.getBody();
        if (asked.getMethod() == HTTPRequest.Method.POST) {
            MediaType type = MediaType.get("application/x-www-form-urlencoded");
            byte[] bytes = (body == null ? "" : body).getBytes(StandardCharsets.UTF_8);
            request.post(RequestBody.create(bytes, type));
        }
        try (HttpAnswer answer = door.ask(request.build(), reach)) {
            HTTPResponse response = new HTTPResponse(answer.status());
            response.setHeader("Content-Type", answer.header("Content-Type"));
            response.setBody(text(answer.body(MOST_BYTES)));
            return response;
        }
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        return new Resource(document(url), null);
    }

    /** A document of the provider, as text. */
    String document(URL url) throws IOException {
        Request request =
                new Request.Builder().url(url).header("Accept", "application/json").build();
        try (HttpAnswer answer = door.ask(request, reach)) {
            if (answer.status() != OK) {
                throw new IOException("the provider answers " + answer.status());
            }
            return text(answer.body(MOST_BYTES));
        }
    }

    private static String text(byte @Nullable [] bytes) throws IOException {
        if (bytes == null) {
            throw new IOException("the provider's answer is too long");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
