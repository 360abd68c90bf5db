package dev.shopbell.badinput;

import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenIntegration;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.RunningRoutes.Route;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Those about who writes.
@Singleton
final class ProfileBodyRoutes {

    private static final String PROFILE =
            "/api/staff/stores/{store}/conversations/{conversation}/profile";

    private final Store store;
    private final SignedIn agent;
    private final UUID conversation;
    private final UUID note = UUID.randomUUID();

    ProfileBodyRoutes(Given given, GivenIntegration integrations) {
        store = given.store();
        agent = given.agent(store);
        conversation =
                given.firstMessage(store, given.secret(), "Hello").conversation().id().value();
        integrations.customer(store, "c-1", "Anna", "anna@example.com");
    }

    List<BodyRoute> all() {
        return List.of(
                route("/link", "{\"shopCustomer\": \"c-1\"}", "shopCustomer"),
                route(
                        "/notes/{note}",
                        "{\"text\": \"A regular\", \"version\": 0}",
                        "text",
                        "version"));
    }

    private BodyRoute route(String below, String body, String... required) {
        String path = PROFILE + below;
        String filled =
                path.replace("{store}", store.id().value().toString())
                        .replace("{conversation}", conversation.toString())
                        .replace("{note}", note.toString());
        return new BodyRoute(
                new Route("PUT", path),
                Http.of("PUT", filled).json(body).as(agent),
                body,
                Set.of(required),
                200);
    }
}
