package dev.shopbell.benchmark.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.benchmark.program.Server;
import dev.shopbell.benchmark.program.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// One import of a shop into a store, part after part over one connection, as a shop's system does
/// it.
final class Telling implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Shop shop;
    private final int store;
    private final UUID id = UUID.randomUUID();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Telling(Shop shop, int store) {
        this.shop = shop;
        this.store = store;
    }

    /// A key for each of the first stores.
    static void makeKeys(Server server, int stores) {
        server.postgres()
                .run(
                        """
                        INSERT INTO api_key (store_id, api_key_id, name, secret_hash, ending, scopes, created_by, created_at)
                        SELECT benchmark_id(1, n), benchmark_id(5, n), 'Shop',
                               sha256(convert_to('sbk_' || lpad(n::text, 43, '0'), 'UTF8')),
                               '0000', '{write_customers,write_orders}', benchmark_id(2, n), now()
                          FROM generate_series(1, %d) n
                        """
                                .formatted(stores));
    }

    /// Tells on from what was taken so far until at least `until` lines are taken.
    void tell(Server server, int until) {
        int from = taken(server) + 1;
        if (from > until) {
            return;
        }
        shop.tell(
                from,
                part -> {
                    if (part.first() <= until) {
                        send(server, "/lines/" + part.first(), part.lines());
                    }
                });
    }

    /// Every line was taken once, and those that are wrong were told by their numbers.
    void check(Server server) {
        JsonNode report = report(server);
        List<Integer> wrong = new ArrayList<>();
        report.get("mistakes").forEach(mistake -> wrong.add(mistake.get("line").asInt()));
        expect(report.get("lines").asInt(), shop.lines());
        expect(report.get("wrong").asInt(), shop.wrong());
        expect(wrong, shop.wrongLines(wrong.size()));
        expect(stored(server, "shop_customer"), shop.customers());
        expect(stored(server, "shop_order"), shop.orders());
    }

    private int taken(Server server) {
        HttpResponse<String> answer = send(server, request(server, "").GET());
        return answer.statusCode() == 404 ? 0 : read(answer).get("dataImport").get("lines").asInt();
    }

    private JsonNode report(Server server) {
        return read(send(server, request(server, "").GET())).get("dataImport");
    }

    private int stored(Server server, String table) {
        return Integer.parseInt(
                server.postgres()
                        .ask(
                                "SELECT count(*) FROM %s WHERE store_id = '%s'"
                                        .formatted(table, World.storeId(store))));
    }

    private void send(Server server, String path, String lines) {
        HttpResponse<String> answer =
                send(server, request(server, path).PUT(BodyPublishers.ofString(lines)));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private HttpRequest.Builder request(Server server, String path) {
        return HttpRequest.newBuilder(URI.create(server.origin() + "/api/v1/imports/" + id + path))
                .header("Authorization", "Bearer sbk_%043d".formatted(store));
    }

    private HttpResponse<String> send(Server server, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("no answer from " + server.origin(), e);
        }
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(answer.body(), e);
        }
    }

    private static void expect(Object found, Object wanted) {
        if (!found.equals(wanted)) {
            throw new IllegalStateException(found + " instead of " + wanted);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
