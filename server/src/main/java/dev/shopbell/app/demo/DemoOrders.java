package dev.shopbell.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.app.demo.DemoDiscounts.Discount;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The orders of the demo's shop. It has no books of its own: what it knows, Shopbell knows by its
/// API.
final class DemoOrders {

    private static final int FIRST_NUMBER = 2301;
    private static final int MOST_DELIVERY = 10_000;
    private static final int PAGE = 100;

    private final DemoApi api;
    private final DemoCustomers customers;
    private final DemoGoods goods;
    private final String shop;

    private int last;

    DemoOrders(DemoApi api, DemoGoods goods, String shop) throws IOException {
        this.api = api;
        this.customers = new DemoCustomers(api);
        this.goods = goods;
        this.shop = shop;
        this.last = lastNumber();
    }

    /// An order as the checkout sends it.
    record Placed(
            String email,
            long delivery,
            @Nullable String discount,
            DemoCustomers.@Nullable Destination address,
            List<DemoGoods.Wanted> lines) {}

    /// Its number; empty when it is none that the shop could deliver.
    Optional<Integer> place(Placed placed, @Nullable DemoShopper by, Instant now)
            throws IOException {
        boolean isDelivered = placed.delivery() >= 0 && placed.delivery() <= MOST_DELIVERY;
        Optional<List<Map<String, Object>>> lines = goods.lines(placed.lines());
        Optional<Discount> discount =
                Optional.ofNullable(placed.discount()).flatMap(DemoDiscounts::find);
        boolean isKnown = placed.discount() == null || discount.isPresent();
        if (lines.isEmpty() || !isDelivered || !isKnown) {
            return Optional.empty();
        }
        long sum = goods.sum(placed.lines());
        long off = discount.map(each -> each.off(sum)).orElse(0L);
        int number = nextNumber();
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("email", placed.email());
        order.put("total", sum - off + placed.delivery());
        order.put("paymentStatus", "pending");
        order.put("fulfilmentStatus", "unfulfilled");
        order.put("lines", lines.get());
        tell(number, by, order, now);
        if (by != null && placed.address() != null) {
            customers.livesAt(by, placed.address(), now);
        }
        return Optional.of(number);
    }

    /// The last ones of a customer.
    JsonNode of(DemoShopper customer) throws IOException {
        return api.get("orders?limit=100&customer=" + customer.id()).orElseThrow().get("orders");
    }

    Optional<JsonNode> find(int number) throws IOException {
        return api.get("orders/" + id(number)).map(found -> found.get("order"));
    }

    private void tell(int number, @Nullable DemoShopper by, Map<String, Object> order, Instant now)
            throws IOException {
        if (by != null) {
            order.put("customerId", by.id());
        }
        order.put("number", "#" + number);
        order.put("currency", "EUR");
        order.put("url", shop + "/order.html?number=" + number);
        order.put("placedAt", now.toString());
        order.put("changedAt", now.toString());
        api.put("orders/" + id(number), order);
    }

    private synchronized int nextNumber() {
        last++;
        return last;
    }

    private int lastNumber() throws IOException {
        int highest = FIRST_NUMBER - 1;
        String after = "";
        for (boolean isMore = true; isMore; ) {
            JsonNode page = api.get("orders?limit=" + PAGE + after).orElseThrow();
            for (JsonNode order : page.get("orders")) {
                highest = Math.max(highest, numberIn(order.get("id").asText()));
            }
            isMore = page.hasNonNull("next");
            after = "&after=" + page.path("next").asText();
        }
        return highest;
    }

    private static String id(int number) {
        return "o-" + number;
    }

    private static int numberIn(String id) {
        return id.matches("o-\\d{1,9}") ? Integer.parseInt(id.substring(2)) : 0;
    }
}
