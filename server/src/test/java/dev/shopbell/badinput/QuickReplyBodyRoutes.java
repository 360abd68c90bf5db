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

/// Those about answers that were prepared, each as it may be sent again and again.
@Singleton
final class QuickReplyBodyRoutes {

    private static final String STORE = "/api/staff/stores/{store}";
    private static final String ALL = STORE + "/quick-replies";
    private static final String ONE = ALL + "/{quickReply}";

    private final Store store;
    private final SignedIn owner;
    private final UUID id = UUID.randomUUID();

    QuickReplyBodyRoutes(Given given) {
        store = given.store();
        owner = given.owner(store);
    }

    List<BodyRoute> all() {
        return List.of(
                route(
                        "PUT",
                        ONE,
                        "{\"title\": \"Return\", \"shortcut\": \"return\", \"text\": \"Within 30 days\"}",
                        "title",
                        "shortcut",
                        "text"),
                route(
                        "PUT",
                        STORE + "/quick-reply-order",
                        "{\"order\": [\"%s\"]}".formatted(id),
                        "order"),
                route("POST", ONE + "/used", "{\"message\": \"%s\"}".formatted(id), "message"),
                route(
                        "POST",
                        STORE + "/quick-reply-import",
                        "{\"csv\": \"title,shortcut,text\", \"dryRun\": true}",
                        "csv",
                        "dryRun"));
    }

    private BodyRoute route(String method, String path, String body, String... required) {
        String filled =
                path.replace("{store}", store.id().value().toString())
                        .replace("{quickReply}", id.toString());
        return new BodyRoute(
                new Route(method, path),
                Http.of(method, filled).json(body).as(owner),
                body,
                Set.of(required),
                200);
    }
}
