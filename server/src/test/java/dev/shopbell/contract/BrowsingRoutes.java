package dev.shopbell.contract;

import dev.shopbell.commerce.CommerceRefusal;
import dev.shopbell.contract.ApiRoute.Door;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.Refusal;
import java.util.List;
import java.util.stream.Stream;

/// The routes by which a shop's pages tell of who looks at them, and those by which staff see it.
final class BrowsingRoutes {

    private static final String THREAD = "/api/staff/stores/{store}/conversations/{conversation}";
    private static final String WIDGET = "/api/widget/{key}";

    static final List<ApiRoute> ALL =
            List.of(
                    new ApiRoute(
                            Door.MEMBER,
                            "GET " + THREAD + "/cart",
                            "readCart",
                            "What the customer has in their cart",
                            null,
                            200,
                            "CartAnswer",
                            List.of()),
                    new ApiRoute(
                            Door.MEMBER,
                            "GET " + THREAD + "/messages/{seq}/context",
                            "readContext",
                            "The page and the cart that were before the eyes of whoever wrote a message",
                            null,
                            200,
                            "WrittenAt",
                            List.of(HttpRefusal.INVALID_VALUE)),
                    new ApiRoute(
                            Door.SHOPPER,
                            "PUT " + WIDGET + "/cart",
                            "tellOfCart",
                            "What the visitor has in their cart now; safe to repeat",
                            "CartDraft",
                            204,
                            null,
                            told()));

    private BrowsingRoutes() {}

    private static List<Refusal> told() {
        return Stream.concat(
                        Stream.of(CommerceRefusal.values()),
                        Stream.of(HttpRefusal.NOT_FOUND, HttpRefusal.TOO_MANY_REQUESTS))
                .<Refusal>map(Refusal.class::cast)
                .toList();
    }
}
