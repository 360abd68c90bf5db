package dev.shopbell.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.crash.Wire.Caller;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/// An installation that has been set up: two stores of one owner, who is signed in.
record Opened(List<StoreAt> stores, Caller owner) {

    /// A store, and the key that names it in the widget's addresses.
    record StoreAt(UUID id, String key) {}

    private static final String EMAIL = "olga@example.com";
    private static final String PASSWORD = "a quiet harbour in autumn";

    static Opened in(Shop shop) throws IOException, SQLException {
        Wire wire = shop.wire();
        JsonNode store = setUp(wire, shop.server()).get("store");
        StoreAt first =
                new StoreAt(UUID.fromString(store.get("id").asText()), store.get("key").asText());
        StoreAt second = new StoreAt(UUID.randomUUID(), another(first.key()));
        try (Connection connection = shop.cluster().connect()) {
            copy(connection, first, second);
        }
        return new Opened(List.of(first, second), signIn(wire));
    }

    /// Of the same shape.
    private static String another(String key) {
        return new StringBuilder(key).reverse().toString();
    }

    private static JsonNode setUp(Wire wire, Program server) throws IOException {
        ObjectNode wanted = Wire.JSON.createObjectNode();
        wanted.put("code", server.awaitWordsLike("/setup and enter (\\S+)"));
        wanted.put("publicUrl", wire.origin());
        wanted.putObject("owner")
                .put("name", "Olga Owner")
                .put("email", EMAIL)
                .put("password", PASSWORD);
        wanted.putObject("store")
                .put("name", "Hearthlow")
                .put("origin", "http://shop.localhost:8081")
                .put("timeZone", "Europe/Warsaw");
        return wire.post("/api/setup", new Caller(List.of("Origin", wire.origin())), wanted)
                .expected();
    }

    /// A second store of the same owner; set-up makes only one.
    private static void copy(Connection connection, StoreAt from, StoreAt to) throws SQLException {
        String copies =
                """
                INSERT INTO store (store_id, name, public_key, time_zone, settings, created_at)
                SELECT '%2$s', name, '%3$s', time_zone, settings, created_at FROM store WHERE store_id = '%1$s';
                INSERT INTO store_origin (store_id, origin)
                SELECT '%2$s', origin FROM store_origin WHERE store_id = '%1$s';
                INSERT INTO store_feed (store_id) VALUES ('%2$s');
                INSERT INTO membership (store_id, staff_id, is_owner, joined_at)
                SELECT '%2$s', staff_id, is_owner, joined_at FROM membership WHERE store_id = '%1$s';
                """
                        .formatted(from.id(), to.id(), to.key());
        try (Statement statement = connection.createStatement()) {
            statement.execute(copies);
        }
    }

    private static Caller signIn(Wire wire) throws IOException {
        ObjectNode credentials =
                Wire.JSON.createObjectNode().put("email", EMAIL).put("password", PASSWORD);
        Wire.Answer answer =
                wire.post(
                        "/api/staff/session",
                        new Caller(List.of("Origin", wire.origin())),
                        credentials);
        answer.expected();
        return wire.staff(String.valueOf(answer.cookie()).split(";", 2)[0]);
    }
}
