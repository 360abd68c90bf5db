package dev.shopbell.badinput;

import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.RunningRoutes.Route;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/// Those about how one wants to be told of customers' messages.
@Singleton
final class NotificationBodyRoutes {

    private static final String STORE = "/api/staff/stores/{store}";

    private final Store store;
    private final SignedIn agent;

    NotificationBodyRoutes(Given given) {
        store = given.store();
        agent = given.agent(store);
    }

    List<BodyRoute> all() {
        return List.of(
                route(
                        "PUT",
                        STORE + "/notification-settings",
                        "{\"email\": true, \"browser\": false, \"sound\": \"none\"}",
                        "email",
                        "browser",
                        "sound"),
                route(
                        "POST",
                        STORE + "/push-subscriptions",
                        """
                        {"endpoint": "https://push.example/1", "keys": {
                          "p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
                          "auth": "BTBZMqHH6r4Tts7J_aSIgg"}}
                        """,
                        "endpoint",
                        "keys"));
    }

    private BodyRoute route(String method, String path, String body, String... required) {
        String filled = path.replace("{store}", store.id().value().toString());
        return new BodyRoute(
                new Route(method, path),
                Http.of(method, filled).json(body).as(agent),
                body,
                Set.of(required),
                200);
    }
}
