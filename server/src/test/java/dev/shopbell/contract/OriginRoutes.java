package dev.shopbell.contract;

import static dev.shopbell.contract.ApiRoute.Door.MEMBER;
import static dev.shopbell.contract.SamplesTest.hidden;

import dev.shopbell.platform.http.Refusal;
import dev.shopbell.store.StoreRefusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The routes about whose pages may show a store's chat, and what the samples of them are of.
final class OriginRoutes {

    private static final String PATH = "/api/staff/stores/{store}/settings/origins";

    static final List<ApiRoute> ALL =
            List.of(
                    route("GET " + PATH, "readOrigins", null),
                    route(
                            "PUT " + PATH,
                            "changeOrigins",
                            "OriginsDraft",
                            StoreRefusal.ORIGIN_INVALID,
                            StoreRefusal.ORIGIN_MISSING,
                            StoreRefusal.TOO_MANY_ORIGINS));

    private OriginRoutes() {}

    static Map<String, Class<?>> shapes() {
        return Map.of(
                "staff-origins", hidden("inbox.OriginsResource$OriginsView"),
                "request-origins", hidden("inbox.OriginsResource$NewOrigins"));
    }

    private static ApiRoute route(
            String route, String id, @Nullable String request, Refusal... own) {
        return new ApiRoute(
                MEMBER, route, id, ApiRoute.words(id), request, 200, "Origins", List.of(own));
    }
}
