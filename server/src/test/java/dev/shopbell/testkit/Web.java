package dev.shopbell.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// HTTP as one browser speaks it to the server, with its own headers on every request. Counts them.
final class Web {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI server;
    private final Map<String, String> headers;
    private final AtomicInteger requests = new AtomicInteger();

    Web(URI server, Map<String, String> headers) {
        this.server = server;
        this.headers = headers;
    }

    int requests() {
        return requests.get();
    }

    JsonNode get(String path) {
        return succeeded(answer("GET", path, null));
    }

    JsonNode put(String path, Object body) {
        return succeeded(answer("PUT", path, body));
    }

    Answer answer(String method, String path, @Nullable Object body) {
        requests.incrementAndGet();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path))
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(written(body)));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> response =
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), read(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    URI socket(String path) {
        return URI.create("ws" + server.resolve(path).toString().substring("http".length()));
    }

    private static JsonNode succeeded(Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
        return answer.body();
    }

    private static String written(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode read(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + body, e);
        }
    }
}
