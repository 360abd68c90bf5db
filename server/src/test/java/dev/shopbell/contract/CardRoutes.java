package dev.shopbell.contract;

import static dev.shopbell.contract.ApiRoute.Door.MEMBER;

import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.Refusal;
import dev.shopbell.store.StoreRefusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The routes about what staff send of the shop.
final class CardRoutes {

    private static final String STORE = "/api/staff/stores/{store}";
    private static final String LINK = STORE + "/settings/discount-link";

    static final List<ApiRoute> ALL =
            List.of(
                    route(
                            "GET " + STORE + "/products",
                            "findProducts",
                            null,
                            "FoundProducts",
                            HttpRefusal.TOO_MANY_REQUESTS),
                    route("GET " + LINK, "readDiscountLink", null, "DiscountLinkSettings"),
                    route(
                            "PUT " + LINK,
                            "changeDiscountLink",
                            "DiscountLinkDraft",
                            "DiscountLinkSettings",
                            StoreRefusal.DISCOUNT_LINK_INVALID));

    private CardRoutes() {}

    private static ApiRoute route(
            String route, String id, @Nullable String request, String answer, Refusal... own) {
        return new ApiRoute(
                MEMBER, route, id, ApiRoute.words(id), request, 200, answer, List.of(own));
    }
}
