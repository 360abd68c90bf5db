package dev.shopbell.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.customer.VisitorSecret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.eclipse.microprofile.config.ConfigProvider;

/// A request to the running application, as a browser or a program would send it. A value: every
/// word more makes another request.
public record Http(
        String method, String path, Map<String, String> headers, Supplier<BodyPublisher> body) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    /// What came back.
    public record Answer(int status, Map<String, List<String>> headers, String body) {

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError("no JSON: " + body, e);
            }
        }

        /// The code of a refusal.
        public String code() {
            return json().path("code").asText();
        }

        /// The field a refusal names; empty when it names none.
        public String field() {
            return json().path("field").asText();
        }

        public Optional<String> header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst();
        }

        /// Status and, for a refusal, its code.
        public String outcome() {
            return status < 400 ? "" + status : status + " " + code();
        }

        /// Everything the server said, to be searched.
        public String everything() {
            return headers + "\n" + body;
        }
    }

    public static Http get(String path) {
        return of("GET", path);
    }

    public static Http of(String method, String path) {
        return new Http(method, path, Map.of(), BodyPublishers::noBody);
    }

    public static Http put(String path, String json) {
        return of("PUT", path).json(json);
    }

    public static Http post(String path, String json) {
        return of("POST", path).json(json);
    }

    /// Signed in, from our own pages.
    public Http as(Given.SignedIn person) {
        return with("Cookie", "shopbell_session=" + person.cookie()).from(Given.ORIGIN);
    }

    /// As whoever holds the secret, from the panel.
    public Http as(VisitorSecret secret) {
        return with("Authorization", "Bearer " + secret.value()).from(Given.ORIGIN);
    }

    public Http from(String origin) {
        return with("Origin", origin);
    }

    /// From a page that came from the address the request goes to.
    public Http fromItself() {
        return from(address());
    }

    public Http with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Http(method, path, more, body);
    }

    public Http without(String name) {
        Map<String, String> fewer = new HashMap<>(headers);
        fewer.remove(name);
        return new Http(method, path, fewer, body);
    }

    public Http json(String text) {
        return with("Content-Type", "application/json").body(text.getBytes(StandardCharsets.UTF_8));
    }

    public Http body(byte[] bytes) {
        return new Http(method, path, headers, () -> BodyPublishers.ofByteArray(bytes));
    }

    /// A body that does not tell its length.
    public Http chunked(byte[] bytes) {
        return new Http(
                method,
                path,
                headers,
                () -> BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
    }

    /// The same sender, of something else and without a body.
    public Http to(String method, String path) {
        return new Http(method, path, headers, BodyPublishers::noBody);
    }

    /// What came back, byte for byte.
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Download(int status, Map<String, List<String>> headers, byte[] bytes) {

        public Optional<String> header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst();
        }
    }

    public Download download() {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address() + path)).method(method, body.get());
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> answer = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            return new Download(answer.statusCode(), answer.headers().map(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer send() {
        URI target = URI.create(address() + path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target)
                        .method(method, body.get())
                        .timeout(Duration.ofSeconds(60));
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> answer = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            Answer got = new Answer(answer.statusCode(), answer.headers().map(), text(answer));
            Contract.holds(method, path, got);
            return got;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Unpacked as a browser does it, where the request said that it would.
    private static String text(HttpResponse<byte[]> answer) throws IOException {
        InputStream body = new ByteArrayInputStream(answer.body());
        boolean isPacked =
                answer.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent();
        try (InputStream in = isPacked ? new GZIPInputStream(body) : body) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String address() {
        return ConfigProvider.getConfig().getValue("test.url", String.class).replaceFirst("/$", "");
    }
}
