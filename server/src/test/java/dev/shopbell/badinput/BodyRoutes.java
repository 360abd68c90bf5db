package dev.shopbell.badinput;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenFiles;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.RunningRoutes.Route;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Every route that takes a body, each with a request from somebody who may.
@Singleton
final class BodyRoutes {

    private static final String STAFF = "/api/staff/stores/{store}/conversations/{conversation}";
    private static final String SHOPPER = "/api/widget/{key}/conversation";

    private final Store store;
    private final SignedIn agent;
    private final SignedIn owner;
    private final VisitorSecret shopper;
    private final UUID conversation;
    private final UUID spam;
    private final UUID picture = UUID.randomUUID();
    private final TeamBodyRoutes team;
    private final QuickReplyBodyRoutes quickReplies;
    private final FaqBodyRoutes faqs;
    private final IntegrationBodyRoutes integrations;
    private final NotificationBodyRoutes notifications;
    private final EmailBodyRoutes email;
    private final ProfileBodyRoutes profile;

    BodyRoutes(
            Given given,
            GivenFiles files,
            TeamBodyRoutes team,
            QuickReplyBodyRoutes quickReplies,
            FaqBodyRoutes faqs,
            IntegrationBodyRoutes integrations,
            NotificationBodyRoutes notifications,
            EmailBodyRoutes email,
            ProfileBodyRoutes profile) {
        this.profile = profile;
        this.email = email;
        this.team = team;
        this.quickReplies = quickReplies;
        this.faqs = faqs;
        this.integrations = integrations;
        this.notifications = notifications;
        store = given.store();
        agent = given.agent(store);
        owner = given.owner(store);
        shopper = given.secret();
        conversation = given.firstMessage(store, shopper, "Hello").conversation().id().value();
        files.pending(agent, new ConversationId(conversation), picture);
        spam = given.firstMessage(store, given.secret(), "Buy this").conversation().id().value();
    }

    List<BodyRoute> all() {
        return Stream.of(
                        own(),
                        email.all(),
                        quickReplies.all(),
                        faqs.all(),
                        integrations.all(),
                        notifications.all(),
                        profile.all(),
                        team.all())
                .flatMap(List::stream)
                .toList();
    }

    private List<BodyRoute> own() {
        return List.of(
                staffMessage(),
                read(),
                draft(),
                staff("/status", "{\"status\": \"unresolved\"}", Set.of("status")),
                staff("/labels", "{\"labels\": [\"Returns\"]}", Set.of("labels")),
                staff("/attachments/{attachment}/alt", "{\"alt\": \"A parcel\"}", Set.of("alt")),
                assignee(),
                block(),
                bulk(),
                access(),
                discountLink(),
                origins(),
                pagesVisited(),
                session(),
                passwordReset(),
                newPassword(),
                setUp(),
                shopperMessage(),
                shopperReceipts(),
                shopperPage(),
                shopperCart());
    }

    BodyRoute staffMessage() {
        return staff(
                "/messages/{message}",
                """
                {"kind": "staff", "text": "Good day",
                 "cards": [{"kind": "discount", "code": "BOWL10", "text": "10 % off"}]}
                """,
                Set.of("kind", "text"));
    }

    BodyRoute shopperMessage() {
        return shopper(
                "s/{conversation}/messages/{message}",
                """
                {"text": "Hello", "contact": {"email": "anna@example.com", "name": "Anna"},
                 "language": "en", "timeZone": "Europe/Malta",
                 "page": {"url": "http://shop.localhost:8081/bowl", "title": "Bowl"},
                 "cart": {"currency": "EUR", "items": [{"title": "Bowl", "price": 4200, "quantity": 2}]}}
                """,
                Set.of("text"));
    }

    private BodyRoute read() {
        return staff("/read", "{\"seq\": 1}", Set.of("seq"));
    }

    /// From somebody who does not have it: as far as one gets without taking it from the others.
    private BodyRoute assignee() {
        String body =
                "{\"to\": \"%1$s\", \"from\": \"%1$s\"}".formatted(agent.staff().id().value());
        Route route = new Route("PUT", STAFF + "/assignee");
        return new BodyRoute(
                route, Http.put(filled(route.path()), body).as(agent), body, Set.of(), 409);
    }

    /// Of a conversation in which nothing else is tried.
    private BodyRoute block() {
        String body = "{\"network\": false}";
        Route route = new Route("PUT", STAFF + "/block");
        return new BodyRoute(
                route,
                Http.put(filled(route.path().replace("{conversation}", spam.toString())), body)
                        .as(agent),
                body,
                Set.of("network"),
                200);
    }

    private BodyRoute bulk() {
        String body =
                """
                {"conversations": ["%s"],
                 "action": {"type": "label", "to": "%s", "label": "Returns"}}
                """
                        .formatted(conversation, agent.staff().id().value());
        Route route = new Route("POST", "/api/staff/stores/{store}/bulk");
        return new BodyRoute(
                route,
                Http.post(filled(route.path()), body).as(agent),
                body,
                Set.of("conversations", "action"),
                200);
    }

    private BodyRoute access() {
        String body = "{\"administratorsReadAssigned\": true}";
        Route route = new Route("PUT", "/api/staff/stores/{store}/settings/access");
        return new BodyRoute(
                route,
                Http.put(filled(route.path()), body).as(owner),
                body,
                Set.of("administratorsReadAssigned"),
                200);
    }

    private BodyRoute discountLink() {
        String body = "{\"link\": \"http://shop.localhost:8081/discount/{code}\"}";
        Route route = new Route("PUT", "/api/staff/stores/{store}/settings/discount-link");
        return new BodyRoute(
                route, Http.put(filled(route.path()), body).as(owner), body, Set.of("link"), 200);
    }

    private BodyRoute origins() {
        String body = "{\"origins\": [\"http://shop.localhost:8081\"]}";
        Route route = new Route("PUT", "/api/staff/stores/{store}/settings/origins");
        return new BodyRoute(
                route,
                Http.put(filled(route.path()), body).as(owner),
                body,
                Set.of("origins"),
                200);
    }

    private BodyRoute pagesVisited() {
        String body = "{\"pagesVisited\": true}";
        Route route = new Route("PUT", "/api/staff/stores/{store}/settings/pages-visited");
        return new BodyRoute(
                route,
                Http.put(filled(route.path()), body).as(owner),
                body,
                Set.of("pagesVisited"),
                200);
    }

    private BodyRoute draft() {
        return staff(
                "/draft",
                "{\"kind\": \"note\", \"text\": \"Good\", \"after\": 1}",
                Set.of("kind", "text"));
    }

    private BodyRoute shopperReceipts() {
        return shopper("/receipts", "{\"delivered\": 1, \"seen\": 1}", Set.of("delivered", "seen"));
    }

    private BodyRoute shopperCart() {
        String body =
                """
                {"currency": "EUR",
                 "items": [{"productId": "p-1", "title": "Bowl", "variant": "Ash", "url": "https://shop.example/bowl",
                            "imageUrl": "https://shop.example/bowl.png", "price": 4200, "quantity": 2}]}
                """;
        Route route = new Route("PUT", "/api/widget/{key}/cart");
        return new BodyRoute(
                route,
                Http.put(filled(route.path()), body).as(shopper),
                body,
                Set.of("currency", "items"),
                204);
    }

    private BodyRoute shopperPage() {
        String body = "{\"url\": \"http://shop.localhost:8081/bowl\", \"title\": \"Bowl\"}";
        Route route = new Route("PUT", "/api/widget/{key}/page");
        return new BodyRoute(
                route, Http.put(filled(route.path()), body).as(shopper), body, Set.of("url"), 204);
    }

    private BodyRoute session() {
        String body =
                "{\"email\": \"%s\", \"password\": \"%s\"}"
                        .formatted(agent.staff().email().value(), Given.PASSWORD);
        Route route = new Route("POST", "/api/staff/session");
        return new BodyRoute(
                route,
                Http.post(route.path(), body).from(Given.ORIGIN),
                body,
                Set.of("email", "password"),
                200);
    }

    /// As far as one gets where no mail server is set up. The rest is PasswordResetTest's.
    private BodyRoute passwordReset() {
        String body = "{\"email\": \"%s\"}".formatted(agent.staff().email().value());
        Route route = new Route("POST", "/api/staff/password/reset");
        return new BodyRoute(
                route,
                Http.post(route.path(), body).from(Given.ORIGIN),
                body,
                Set.of("email"),
                409);
    }

    /// With a link that nobody was sent.
    private BodyRoute newPassword() {
        String body =
                "{\"token\": \"%s\", \"password\": \"%s\"}"
                        .formatted("x".repeat(43), Given.PASSWORD);
        Route route = new Route("PUT", "/api/staff/password");
        return new BodyRoute(
                route,
                Http.put(route.path(), body).from(Given.ORIGIN),
                body,
                Set.of("token", "password"),
                410);
    }

    /// With a wrong code: as far as one gets without reading the log. The rest is SetUpTest's.
    private BodyRoute setUp() {
        String body =
                """
                {"code": "WRONG", "publicUrl": "https://chat.example",
                 "owner": {"name": "Olga", "email": "olga@example.com", "password": "%s"},
                 "store": {"name": "Shop", "origin": "https://a.example", "timeZone": "UTC"}}
                """
                        .formatted(Given.PASSWORD);
        Route route = new Route("POST", "/api/setup");
        return new BodyRoute(
                route, Http.post(route.path(), body).fromItself(), body, Set.of("code"), 403);
    }

    private BodyRoute staff(String below, String body, Set<String> required) {
        Route route = new Route("PUT", STAFF + below);
        return new BodyRoute(
                route, Http.put(filled(route.path()), body).as(agent), body, required, 200);
    }

    private BodyRoute shopper(String below, String body, Set<String> required) {
        Route route = new Route("PUT", SHOPPER + below);
        return new BodyRoute(
                route, Http.put(filled(route.path()), body).as(shopper), body, required, 200);
    }

    private String filled(String path) {
        return path.replace("{store}", store.id().value().toString())
                .replace("{key}", store.key())
                .replace("{conversation}", conversation.toString())
                .replace("{attachment}", picture.toString())
                .replace("{message}", UUID.randomUUID().toString());
    }
}
