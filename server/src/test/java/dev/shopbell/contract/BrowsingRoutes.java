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
    private static final String SETTING = "/api/staff/stores/{store}/settings/pages-visited";
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
                            told()),
                    new ApiRoute(
                            Door.SHOPPER,
                            "PUT " + WIDGET + "/page",
                            "tellOfPage",
                            "The page of the shop that the visitor is on; safe to repeat",
                            "OpenedPage",
                            204,
                            null,
                            List.of(HttpRefusal.NOT_FOUND, HttpRefusal.TOO_MANY_REQUESTS)),
                    new ApiRoute(
                            Door.MEMBER,
                            "GET " + THREAD + "/profile/pages",
                            "listPagesVisited",
                            "The pages of the shop that were opened since the conversation began, newest first",
                            null,
                            200,
                            "PagesVisited",
                            List.of()),
                    new ApiRoute(
                            Door.MEMBER,
                            "GET " + SETTING,
                            "readPagesVisitedSetting",
                            "Whether the store wants to know which pages those open who have written",
                            null,
                            200,
                            "PagesVisitedSetting",
                            List.of()),
                    new ApiRoute(
                            Door.MEMBER,
                            "PUT " + SETTING,
                            "changePagesVisitedSetting",
                            "Switched off, what was kept is gone",
                            "PagesVisitedSetting",
                            200,
                            "PagesVisitedSetting",
                            List.of()));

    private BrowsingRoutes() {}

    private static List<Refusal> told() {
        return Stream.concat(
                        Stream.of(CommerceRefusal.values()),
                        Stream.of(HttpRefusal.NOT_FOUND, HttpRefusal.TOO_MANY_REQUESTS))
                .<Refusal>map(Refusal.class::cast)
                .toList();
    }
}
