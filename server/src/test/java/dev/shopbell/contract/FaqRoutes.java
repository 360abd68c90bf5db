package dev.shopbell.contract;

import dev.shopbell.contract.ApiRoute.Door;
import dev.shopbell.message.faq.FaqRefusal;
import dev.shopbell.platform.http.Refusal;
import dev.shopbell.store.StoreRefusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The routes about questions that shoppers ask again and again.
final class FaqRoutes {

    private static final String STORE = "/api/staff/stores/{store}";
    private static final String ONE = STORE + "/faqs/{faq}";

    static final List<ApiRoute> ALL =
            List.of(
                    route(Door.MEMBER, "GET " + STORE + "/faqs", "listFaqs", null, "Faqs"),
                    route(
                            Door.MEMBER,
                            "PUT " + ONE,
                            "saveFaq",
                            "FaqDraft",
                            "FaqAnswer",
                            FaqRefusal.values()),
                    route(Door.MEMBER, "DELETE " + ONE, "deleteFaq", null, "FaqAnswer"),
                    route(
                            Door.MEMBER,
                            "PUT " + STORE + "/faq-order",
                            "arrangeFaqs",
                            "FaqOrder",
                            "Faqs"),
                    route(
                            Door.LOADER,
                            "GET /api/widget/{key}/faqs",
                            "readWidgetFaqs",
                            null,
                            "ShopperFaqs",
                            StoreRefusal.STORE_NOT_FOUND));

    private FaqRoutes() {}

    private static ApiRoute route(
            Door door,
            String route,
            String id,
            @Nullable String request,
            @Nullable String answer,
            Refusal... refusals) {
        return new ApiRoute(
                door, route, id, ApiRoute.words(id), request, 200, answer, List.of(refusals));
    }
}
