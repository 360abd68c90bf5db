package dev.shopbell.benchmark.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.benchmark.program.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// The staff member who looks at a store, one request after the other.
final class Browser implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String cookie;

    Browser(Server server, SeededStore store) {
        base = server.origin() + "/api/staff/stores/" + store.id();
        cookie = "shopbell_session=" + store.token();
    }

    JsonNode ask(String path) {
        try {
            return JSON.readTree(send(path));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Asks, and says how long it took until the whole answer was there.
    long time(String path) {
        long began = System.nanoTime();
        String _ = send(path);
        return System.nanoTime() - began;
    }

    @Override
    public void close() {
        client.close();
    }

    private String send(String path) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + path)).header("Cookie", cookie).build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
