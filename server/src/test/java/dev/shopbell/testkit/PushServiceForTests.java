package dev.shopbell.testkit;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A push service on this machine: keeps what it was sent, and answers as it is told to.
public final class PushServiceForTests implements AutoCloseable {

    /// What was sent to one browser.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Sent(String path, Headers headers, byte[] body) {
        public String header(String name) {
            return headers.getFirst(name);
        }
    }

    private static final int CREATED = 201;

    private final HttpServer server;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();

    public PushServiceForTests() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    /// A browser it knows.
    public PushBrowser browser(String name) {
        return PushBrowser.at(origin() + "/" + name);
    }

    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// From now on, for this browser.
    public void answer(PushBrowser browser, int status) {
        answers.put(path(browser), status);
    }

    public List<Sent> sentTo(PushBrowser browser) {
        return sent.stream().filter(each -> each.path().equals(path(browser))).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String path(PushBrowser browser) {
        return browser.endpoint().substring(origin().length());
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            sent.add(new Sent(path, exchange.getRequestHeaders(), body));
            exchange.sendResponseHeaders(answers.getOrDefault(path, CREATED), -1);
        }
    }
}
