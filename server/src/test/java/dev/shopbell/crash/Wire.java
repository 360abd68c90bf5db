package dev.shopbell.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// HTTP and sockets to the server, as `docs/reference/protocol.md` has them.
final class Wire {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private final String host;

    Wire(int port) {
        this.host = "localhost:" + port;
    }

    /// `headers` are names and values in turn.
    record Caller(List<String> headers) {

        static final Caller NOBODY = new Caller(List.of());

        static Caller shopper(String secret) {
            return bearing(secret);
        }

        /// With an API key.
        static Caller system(String key) {
            return bearing(key);
        }

        private static Caller bearing(String secret) {
            return new Caller(List.of("Authorization", "Bearer " + secret));
        }
    }

    record Answer(int status, JsonNode body, @Nullable String cookie) {

        /// The body of a 200 or 201; anything else is an error.
        JsonNode expected() throws IOException {
            if (status != 200 && status != 201) {
                throw new IOException("answered " + status + " " + body);
            }
            return body;
        }
    }

    String origin() {
        return "http://" + host;
    }

    Caller staff(String cookie) {
        return new Caller(List.of("Cookie", cookie, "Origin", origin()));
    }

    boolean isReady() {
        try {
            return get("/q/health/ready", Caller.NOBODY).status() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    Answer get(String path, Caller caller) throws IOException {
        return send(request(path, caller).GET().timeout(LONGEST));
    }

    Answer put(String path, Caller caller, JsonNode body) throws IOException {
        return put(path, caller, body, LONGEST);
    }

    Answer put(String path, Caller caller, JsonNode body, Duration patience) throws IOException {
        return send(
                request(path, caller)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body.toString()))
                        .timeout(patience));
    }

    Answer post(String path, Caller caller, JsonNode body) throws IOException {
        return send(
                request(path, caller)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString()))
                        .timeout(LONGEST));
    }

    Answer delete(String path, Caller caller) throws IOException {
        return send(request(path, caller).DELETE().timeout(LONGEST));
    }

    WebSocket socket(String path, Caller caller, WebSocket.Listener listener) throws IOException {
        WebSocket.Builder builder = client.newWebSocketBuilder();
        for (int at = 0; at < caller.headers().size(); at += 2) {
            builder.header(caller.headers().get(at), caller.headers().get(at + 1));
        }
        try {
            return builder.connectTimeout(Duration.ofSeconds(5))
                    .buildAsync(URI.create("ws://" + host + path), listener)
                    .join();
        } catch (CompletionException e) {
            throw new IOException(e.getCause());
        }
    }

    private HttpRequest.Builder request(String path, Caller caller) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(origin() + path));
        if (!caller.headers().isEmpty()) {
            builder.headers(caller.headers().toArray(String[]::new));
        }
        return builder;
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            JsonNode body =
                    response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
            return new Answer(
                    response.statusCode(),
                    body,
                    response.headers().firstValue("Set-Cookie").orElse(null));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
