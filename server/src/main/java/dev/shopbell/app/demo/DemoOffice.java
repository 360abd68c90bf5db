package dev.shopbell.app.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.integration.ApiKeySecret;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The back end of the demo's shop, under `/office/` of its pages: who is signed in, and what was
/// bought. It is a system of its own, which knows of Shopbell only what its API says.
@Singleton
final class DemoOffice {

    private static final Logger LOG = Logger.getLogger(DemoOffice.class);
    private static final String PREFIX = "/office/";
    private static final String ORDER = PREFIX + "orders/";
    private static final String DISCOUNT = PREFIX + "discounts/";
    private static final String COOKIE = "hearthlow_shopper";
    private static final int MOST_BYTES = 64 * 1024;

    private final Vertx vertx;
    private final ObjectMapper json;
    private final DemoData data;
    private final InstantSource clock;

    // Set once, before the demo says that it is there.
    private volatile @Nullable Desk desk;

    DemoOffice(Vertx vertx, ObjectMapper json, DemoData data, InstantSource clock) {
        this.vertx = vertx;
        this.json = json;
        this.data = data;
        this.clock = clock;
    }

    private record Desk(
            Map<String, DemoShopper> shoppers, DemoOrders orders, @Nullable DemoTokens tokens) {}

    private record SignIn(String id) {}

    private record Reply(int status, @Nullable Object body, @Nullable String shopper) {

        private static final Reply NOTHING = new Reply(204, null, null);
        private static final Reply NOT_FOUND = new Reply(404, null, null);
        private static final Reply WRONG = new Reply(422, null, null);

        static Reply of(Object body) {
            return new Reply(200, body, null);
        }

        static Reply signingIn(String shopper) {
            return new Reply(204, null, shopper);
        }
    }

    static boolean isAskedBy(HttpServerRequest request) {
        return String.valueOf(request.path()).startsWith(PREFIX);
    }

    /// Tells Shopbell what the shop sells.
    void open(String shopbell, String shop, ApiKeySecret key, @Nullable DemoTokens tokens) {
        DemoApi api = new DemoApi(json, shopbell, key);
        DemoGoods goods = new DemoGoods(json, shop);
        Map<String, DemoShopper> shoppers = new LinkedHashMap<>();
        data.shoppers().forEach(shopper -> shoppers.put(shopper.id(), shopper));
        try {
            DemoOrders orders = new DemoOrders(api, goods, shop);
            Instant now = clock.instant();
            for (Map.Entry<String, Object> product : goods.told(now).entrySet()) {
                api.put("products/" + product.getKey(), product.getValue());
            }
            desk = new Desk(shoppers, orders, tokens);
        } catch (IOException e) {
            throw new IllegalStateException("the demo's shop cannot tell Shopbell of itself", e);
        }
    }

    void answer(HttpServerRequest request) {
        Desk open = desk;
        boolean reads = HttpMethod.GET.equals(request.method());
        if (open == null || (!reads && !isFromShop(request))) {
            request.response().setStatusCode(open == null ? 503 : 403).end();
            return;
        }
        String task = request.method() + " " + request.path();
        DemoShopper shopper =
                Optional.ofNullable(request.getCookie(COOKIE))
                        .map(cookie -> open.shoppers().get(cookie.getValue()))
                        .orElse(null);
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() <= MOST_BYTES) {
                body.appendBuffer(chunk);
            }
        });
        request.endHandler(_ ->
                vertx.executeBlocking(() -> reply(open, task, shopper, body))
                        .onSuccess(reply -> end(request.response(), reply))
                        .onFailure(failure -> {
                            LOG.warn("The demo's shop could not do its work.", failure);
                            request.response().setStatusCode(502).end();
                        }));
    }

    private Reply reply(Desk open, String task, @Nullable DemoShopper shopper, Buffer body)
            throws IOException {
        if (body.length() > MOST_BYTES) {
            return Reply.WRONG;
        }
        return switch (task) {
            case "GET " + PREFIX + "shoppers" ->
                    Reply.of(
                            open.shoppers().values().stream()
                                    .map(one -> Map.of("id", one.id(), "name", one.name()))
                                    .toList());
            case "GET " + PREFIX + "shopper" ->
                    shopper == null ? Reply.NOTHING : Reply.of(welcome(open, shopper));
            case "PUT " + PREFIX + "shopper" -> signIn(open, read(body, SignIn.class));
            case "DELETE " + PREFIX + "shopper" -> Reply.signingIn("");
            case "GET " + PREFIX + "orders" ->
                    Reply.of(shopper == null ? List.of() : open.orders().of(shopper));
            case "POST " + PREFIX + "orders" ->
                    open.orders()
                            .place(read(body, DemoOrders.Placed.class), shopper, clock.instant())
                            .map(number -> Reply.of(Map.of("number", number)))
                            .orElse(Reply.WRONG);
            default ->
                    task.startsWith("GET " + DISCOUNT)
                            ? discount(task)
                            : task.startsWith("GET " + ORDER) ? order(open, task) : Reply.NOT_FOUND;
        };
    }

    private Map<String, Object> welcome(Desk open, DemoShopper shopper) {
        Map<String, Object> welcome = new LinkedHashMap<>();
        welcome.put("id", shopper.id());
        welcome.put("name", shopper.name());
        welcome.put("email", shopper.email());
        if (open.tokens() != null) {
            welcome.put("token", open.tokens().of(shopper, clock.instant()));
        }
        return welcome;
    }

    private static Reply signIn(Desk open, SignIn wanted) {
        return open.shoppers().containsKey(wanted.id())
                ? Reply.signingIn(wanted.id())
                : Reply.NOT_FOUND;
    }

    /// In real life only its customer could look at it; here everybody is invented.
    private static Reply order(Desk open, String task) throws IOException {
        String number = task.substring(("GET " + ORDER).length());
        return number.matches("\\d{1,9}")
                ? open.orders()
                        .find(Integer.parseInt(number))
                        .map(Reply::of)
                        .orElse(Reply.NOT_FOUND)
                : Reply.NOT_FOUND;
    }

    /// What a code is worth.
    private static Reply discount(String task) {
        return DemoDiscounts.find(task.substring(("GET " + DISCOUNT).length()))
                .map(Reply::of)
                .orElse(Reply.NOT_FOUND);
    }

    private <T> T read(Buffer body, Class<T> type) throws IOException {
        return json.readValue(body.getBytes(), type);
    }

    private void end(HttpServerResponse response, Reply reply) {
        response.setStatusCode(reply.status()).putHeader("Cache-Control", "no-store");
        if (reply.shopper() != null) {
            response.putHeader(
                    "Set-Cookie",
                    "%s=%s; Path=/; HttpOnly; SameSite=Lax%s"
                            .formatted(
                                    COOKIE,
                                    reply.shopper(),
                                    reply.shopper().isEmpty() ? "; Max-Age=0" : ""));
        }
        if (reply.body() == null) {
            response.end();
        } else {
            response.putHeader("Content-Type", "application/json")
                    .end(Buffer.buffer(json.valueToTree(reply.body()).toString()));
        }
    }

    /// Only from the shop's own pages: others are in this machine's browser, too.
    private static boolean isFromShop(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return authority != null && ("http://" + authority).equals(request.getHeader("Origin"));
    }
}
