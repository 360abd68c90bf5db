package dev.shopbell.badinput;

import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.RunningRoutes.Route;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/// Those about a store's e-mail.
@Singleton
final class EmailBodyRoutes {

    static final String SETTINGS =
            "{\"fromName\": \"Hearthlow\", \"fromAddress\": \"chat@hearthlow.example\","
                    + " \"plusAddressing\": true, \"arrival\": \"none\", \"smtp\":"
                    + " {\"host\": \"192.0.2.1\", \"port\": 587, \"security\": \"starttls\"}}";

    private static final String PATH = "/api/staff/stores/{store}/email-settings";

    private final Store store;
    private final SignedIn owner;

    EmailBodyRoutes(Given given) {
        store = given.store();
        owner = given.owner(store);
    }

    List<BodyRoute> all() {
        return List.of(
                route(
                        PATH,
                        SETTINGS,
                        "fromName",
                        "fromAddress",
                        "plusAddressing",
                        "arrival",
                        "smtp"),
                route(PATH + "/use", "{\"version\": 0}", "version"));
    }

    private BodyRoute route(String path, String body, String... required) {
        String filled = path.replace("{store}", store.id().value().toString());
        return new BodyRoute(
                new Route("PUT", path),
                Http.of("PUT", filled).json(body).as(owner),
                body,
                Set.of(required),
                200);
    }
}
