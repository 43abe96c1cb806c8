// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

import org.perimeter.search.api.Call;
import org.perimeter.search.api.Parameter;
import org.perimeter.search.api.Route;

import java.util.List;

/** The shells of the pages; they hold nothing that is not public. */
public final class PageRoutes {

    private static final String HTML = "text/html;charset=utf-8";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    public PageRoutes() {
        templates.setBinaryStaticContent(false);
    }

    /** The routes of this package. */
    public List<Route> routes() {
        return List.of(
                Route.document("/", "The page of all live incidents.", HTML, this::overview),
                Route.document(
                                "/incidents/{id}",
                                "The page of one incident's room.",
                                HTML,
                                this::room)
                        .with(Parameter.path("id", "The incident.")));
    }

    private byte[] overview(Call call) {
        return render("overview.jte", new OverviewPage("Live incidents"));
    }

    private byte[] room(Call call) {
        return render("room.jte", RoomPage.of(call.path("id")));
    }

    private byte[] render(String template, Object page) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        templates.render(template, page, output);
        return output.toByteArray();
    }
}
