package dev.shopbell.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.integration.ApiKeySecret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/// Shopbell's API as the demo's shop uses it: over HTTP, with a key, as anybody's would.
final class DemoApi implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int NOT_FOUND = 404;
    private static final int FIRST_FAILURE = 300;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json;
    private final String root;
    private final ApiKeySecret key;

    DemoApi(ObjectMapper json, String origin, ApiKeySecret key) {
        this.json = json;
        this.root = origin + "/api/v1/";
        this.key = key;
    }

    void put(String path, Object body) throws IOException {
        HttpRequest.Builder request =
                to(path).header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
        checked(sent(request), path);
    }

    Optional<JsonNode> get(String path) throws IOException {
        HttpResponse<byte[]> answer = sent(to(path).GET());
        return answer.statusCode() == NOT_FOUND
                ? Optional.empty()
                : Optional.of(json.readTree(checked(answer, path)));
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(root + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key.value());
    }

    private HttpResponse<byte[]> sent(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static byte[] checked(HttpResponse<byte[]> answer, String path) throws IOException {
        if (answer.statusCode() >= FIRST_FAILURE) {
            throw new IOException("the API answers %d to %s".formatted(answer.statusCode(), path));
        }
        return answer.body();
    }
}
