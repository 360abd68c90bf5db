package dev.shopbell.badinput;

import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.RunningRoutes.Route;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Those about FAQs, each as it may be sent again and again.
@Singleton
final class FaqBodyRoutes {

    private static final String STORE = "/api/staff/stores/{store}";

    private final Store store;
    private final SignedIn owner;
    private final UUID id = UUID.randomUUID();

    FaqBodyRoutes(Given given) {
        store = given.store();
        owner = given.owner(store);
    }

    List<BodyRoute> all() {
        return List.of(
                route(
                        STORE + "/faqs/{faq}",
                        "{\"language\": \"en\", \"question\": \"Is it safe?\", \"answer\": \"Yes\", \"shown\": true}",
                        "language",
                        "question",
                        "answer",
                        "shown"),
                route(STORE + "/faq-order", "{\"order\": [\"%s\"]}".formatted(id), "order"));
    }

    private BodyRoute route(String path, String body, String... required) {
        String filled =
                path.replace("{store}", store.id().value().toString())
                        .replace("{faq}", id.toString());
        return new BodyRoute(
                new Route("PUT", path),
                Http.of("PUT", filled).json(body).as(owner),
                body,
                Set.of(required),
                200);
    }
}
