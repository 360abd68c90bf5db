package dev.shopbell.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// A store's own system that receives webhooks: keeps what it was sent, and answers as it is told
/// to; with 200 and some words else.
public final class ReceiverForTests implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// One request.
    public record Received(String path, Headers headers, String body) {

        public String id() {
            return headers.getFirst("webhook-id");
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError(body, e);
            }
        }

        public String type() {
            return json().get("type").asText();
        }
    }

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private volatile Map<String, String> headers = Map.of();
    private volatile CountDownLatch holding = new CountDownLatch(0);

    public ReceiverForTests() {
        this(0);
    }

    /// One that comes back where it was.
    public ReceiverForTests(int port) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/hooks";
    }

    /// The next ones, in this order.
    public void answer(Integer... statuses) {
        answers.addAll(List.of(statuses));
    }

    /// With every answer.
    public void saying(Map<String, String> more) {
        headers = more;
    }

    /// Answers nothing until [#goOn].
    public void hold() {
        holding = new CountDownLatch(1);
    }

    public void goOn() {
        holding.countDown();
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public @Nullable Received last() {
        return received.isEmpty() ? null : received.getLast();
    }

    @Override
    public void close() {
        goOn();
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(
                    new Received(
                            exchange.getRequestURI().getPath(),
                            exchange.getRequestHeaders(),
                            body));
            holding.await();
            Integer status = answers.poll();
            headers.forEach(exchange.getResponseHeaders()::set);
            byte[] words = "Thank you".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status == null ? 200 : status, words.length);
            exchange.getResponseBody().write(words);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
