// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.access.Action;
import org.perimeter.search.access.AccessGuard;
import org.perimeter.search.api.Call;
import org.perimeter.search.api.Parameter;
import org.perimeter.search.api.Route;
import org.perimeter.search.api.error.ApiException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The base map: the jurisdiction's own streets, so that no map server learns where people look. */
public final class JurisdictionRoutes {

    private static final String GEOJSON = "application/geo+json";
    private static final byte[] EMPTY =
            "{\"type\":\"FeatureCollection\",\"features\":[]}".getBytes(StandardCharsets.UTF_8);

    private final JsonMapper mapper = new JsonMapper();
    private final @Nullable Path folder;
    private final AccessGuard guard;

    /**
     * @param folder the jurisdiction's; null for a plain map
     * @param guard decides who sees it
     */
    public JurisdictionRoutes(@Nullable Path folder, AccessGuard guard) {
        this.folder = folder;
        this.guard = guard;
    }

    /** The routes of this package. */
    public List<Route> routes() {
        return List.of(
                Route.get(
                        "/api/v1/jurisdiction",
                        "Name, extent and attribution of the base map.",
                        JurisdictionView.class,
                        this::show),
                Route.document(
                                "/api/v1/jurisdiction/{layer}",
                                "One layer of the base map as GeoJSON; empty when there is none.",
                                GEOJSON,
                                this::layer)
                        .with(Parameter.path("layer", "water, districts, streets or landmarks.")));
    }

    private JurisdictionView show(Call call) throws IOException {
        guard.require(call.caller(), Action.VIEW_INCIDENTS);
        Path file = folder == null ? null : folder.resolve("jurisdiction.json");
        if (file == null || !Files.isReadable(file)) {
            return JurisdictionView.NONE;
        }
        JsonNode head = mapper.readTree(Files.readAllBytes(file));
        List<Double> bbox = new ArrayList<>();
        head.path("bbox").forEach(degrees -> bbox.add(degrees.asDouble()));
        return new JurisdictionView(
                head.path("name").asText(), bbox.size() == 4 ? bbox : List.of(), attribution(head));
    }

    private static @Nullable String attribution(JsonNode head) {
        String source = head.path("source").asText();
        String licence = head.path("licence").asText();
        return source.isEmpty() ? null : licence.isEmpty() ? source : source + ", " + licence;
    }

    private byte[] layer(Call call) throws IOException {
        guard.require(call.caller(), Action.VIEW_INCIDENTS);
        Layer layer = Layer.named(call.path("layer"));
        if (layer == null) {
            throw ApiException.notFound();
        }
        Path file = folder == null ? null : folder.resolve(layer.fileName());
        return file == null || !Files.isReadable(file) ? EMPTY : Files.readAllBytes(file);
    }
}
