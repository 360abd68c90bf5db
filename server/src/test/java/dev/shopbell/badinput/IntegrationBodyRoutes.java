package dev.shopbell.badinput;

import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenIntegration;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.RunningRoutes.Route;
import dev.shopbell.testkit.Tokens;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Those of stores' own systems and their keys, each as it may be sent again and again.
@Singleton
final class IntegrationBodyRoutes {

    private static final String KEY = "/api/staff/stores/{store}/api-keys/{apiKey}";

    private static final String WEBHOOK = "/api/staff/stores/{store}/webhooks/{webhook}";

    private static final String STATUS = "/api/v1/conversations/{conversation}/status";

    private static final String MESSAGE = "/api/v1/conversations/{conversation}/messages/{message}";

    private static final String CUSTOMER =
            """
            {"name": "Anna", "email": "anna@example.com", "phone": "+48 1", "marketing": "subscribed",
             "address": {"line1": "Bell Street 1", "city": "Gdynia", "postalCode": "81-001", "country": "PL"},
             "language": "pl", "registeredAt": "2024-01-02T03:04:05Z", "changedAt": "2026-11-01T09:00:00Z"}
            """;

    private static final String PRODUCT =
            """
            {"title": "Bowl", "url": "https://shop.example/bowl", "imageUrl": "https://shop.example/bowl.png",
             "price": 4200, "compareAtPrice": 4800, "currency": "EUR", "available": true,
             "variants": [{"id": "v-1", "title": "Ash", "price": 4200, "available": true}],
             "changedAt": "2026-11-01T09:00:00Z"}
            """;

    private static final String CART =
            """
            {"currency": "EUR",
             "items": [{"productId": "p-1", "title": "Bowl", "variant": "Ash", "url": "https://shop.example/bowl",
                        "imageUrl": "https://shop.example/bowl.png", "price": 4200, "quantity": 2}],
             "changedAt": "2026-11-01T09:00:00Z"}
            """;

    private static final String ORDER =
            """
            {"number": "#1002", "customerId": "c-1", "email": "anna@example.com",
             "placedAt": "2026-11-01T08:00:00Z", "currency": "EUR", "total": 4200, "paymentStatus": "paid",
             "fulfilmentStatus": "unfulfilled", "cancelledAt": "2026-11-01T08:30:00Z",
             "url": "https://shop.example/orders/1002",
             "lines": [{"productId": "p-1", "title": "Bowl", "variant": "Ash", "quantity": 1, "price": 4200}],
             "changedAt": "2026-11-01T09:00:00Z"}
            """;

    private final Store store;
    private final SignedIn owner;
    private final String key;
    private final VisitorSecret visitor;
    private final UUID id = UUID.randomUUID();
    private final UUID conversation;

    IntegrationBodyRoutes(Given given, GivenIntegration integrations) {
        store = given.store();
        owner = given.owner(store);
        key = integrations.key(owner.member());
        conversation =
                given.firstMessage(store, given.secret(), "Hello").conversation().id().value();
        visitor = given.secret();
    }

    List<BodyRoute> all() {
        return List.of(
                apiKey(),
                webhook(),
                status(),
                message(),
                identityKey(),
                identity(),
                confirmation(),
                told("/api/v1/customers/{customer}", CUSTOMER, Set.of("changedAt")),
                told(
                        "/api/v1/customers/{customer}/cart",
                        CART,
                        Set.of("currency", "items", "changedAt")),
                told(
                        "/api/v1/products/{product}",
                        PRODUCT,
                        Set.of("title", "price", "currency", "changedAt")),
                told(
                        "/api/v1/orders/{order}",
                        ORDER,
                        Set.of(
                                "number",
                                "placedAt",
                                "currency",
                                "total",
                                "paymentStatus",
                                "fulfilmentStatus",
                                "lines",
                                "changedAt")));
    }

    private BodyRoute apiKey() {
        String body = "{\"name\": \"Shop\", \"scopes\": [\"read_customers\"]}";
        String filled =
                KEY.replace("{store}", store.id().value().toString())
                        .replace("{apiKey}", id.toString());
        return new BodyRoute(
                new Route("PUT", KEY),
                Http.put(filled, body).as(owner),
                body,
                Set.of("name", "scopes"),
                200);
    }

    private BodyRoute webhook() {
        String body =
                """
                {"url": "https://shop.example/", "events": ["message.created"], "paused": true}
                """;
        String filled =
                WEBHOOK.replace("{store}", store.id().value().toString())
                        .replace("{webhook}", id.toString());
        return new BodyRoute(
                new Route("PUT", WEBHOOK),
                Http.put(filled, body).as(owner),
                body,
                Set.of("url", "events", "paused"),
                200);
    }

    private BodyRoute status() {
        String body = "{\"status\": \"resolved\"}";
        return new BodyRoute(
                new Route("PUT", STATUS),
                Http.put(STATUS.replace("{conversation}", conversation.toString()), body)
                        .with("Authorization", "Bearer " + key),
                body,
                Set.of("status"),
                200);
    }

    private BodyRoute message() {
        String body =
                """
                {"text": "Your parcel has left", "internal": false,
                 "cards": [{"kind": "discount", "code": "BOWL10", "text": "10 % off"}]}
                """;
        String filled =
                MESSAGE.replace("{conversation}", conversation.toString())
                        .replace("{message}", id.toString());
        return new BodyRoute(
                new Route("PUT", MESSAGE),
                Http.put(filled, body).with("Authorization", "Bearer " + key),
                body,
                Set.of(),
                200);
    }

    private BodyRoute identityKey() {
        String path = "/api/staff/stores/{store}/identity-keys/{identityKey}";
        String body =
                "{\"name\": \"Shop\", \"algorithm\": \"ed25519\", \"publicKey\": \"%s\"}"
                        .formatted(Tokens.pem(Tokens.keys()).replace("\n", "\\n"));
        String filled =
                path.replace("{store}", store.id().value().toString())
                        .replace("{identityKey}", id.toString());
        return new BodyRoute(
                new Route("PUT", path),
                Http.put(filled, body).as(owner),
                body,
                Set.of("name", "algorithm"),
                200);
    }

    /// As far as one gets without a key of the store. The rest is IdentityTokenTest's.
    private BodyRoute identity() {
        String path = "/api/widget/{key}/identity";
        String body = "{\"token\": \"header.payload.signature\"}";
        return new BodyRoute(
                new Route("PUT", path),
                Http.put(path.replace("{key}", store.key()), body).as(visitor),
                body,
                Set.of("token"),
                403);
    }

    /// As far as one gets without a link. The rest is ConfirmationTest's.
    private BodyRoute confirmation() {
        String path = "/api/widget/{key}/identity/email";
        String body = "{\"claim\": \"none\", \"agreed\": true}";
        return new BodyRoute(
                new Route("PUT", path),
                Http.put(path.replace("{key}", store.key()), body).as(visitor),
                body,
                Set.of("claim"),
                410);
    }

    private BodyRoute told(String path, String body, Set<String> required) {
        String filled = path.replaceAll("\\{\\w+}", "x-1");
        return new BodyRoute(
                new Route("PUT", path),
                Http.put(filled, body).with("Authorization", "Bearer " + key),
                body,
                required,
                200);
    }
}
