package dev.shopbell.benchmark.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.benchmark.load.HttpPeer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The packaged server with the PostgreSQL it brings along, both in a data directory.
public final class Server implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// A crowd behind one address is not to meet the limits that one shopper would.
    private static final Map<String, String> UNLIMITED =
            Map.of(
                    "SHOPBELL_LIMITS_VISITOR_POSTS_PER_MINUTE", "100000000",
                    "SHOPBELL_LIMITS_ADDRESS_POSTS_PER_MINUTE", "100000000",
                    "SHOPBELL_LIMITS_ADDRESS_NEW_VISITORS_PER_MINUTE", "100000000",
                    "SHOPBELL_LIMITS_MEMBER_SEARCHES_PER_MINUTE", "100000000");

    private final Program program;
    private final Postgres postgres;
    private final int port;

    private Server(Program program, Postgres postgres, int port) {
        this.program = program;
        this.postgres = postgres;
        this.port = port;
    }

    /// Where the packaged program is, as `benchmarks/run` says.
    public static Path artefact() {
        return Path.of(System.getProperty("shopbell.artefact"));
    }

    /// Returns when it is ready.
    public static Server start(Path data) {
        return start(data, Map.of(), List.of());
    }

    public static Server start(Path data, Map<String, String> settings, List<String> arguments) {
        int port = Program.freePort();
        Map<String, String> environment = new HashMap<>(UNLIMITED);
        environment.putAll(settings);
        List<String> java = new ArrayList<>(options());
        java.addAll(List.of("-jar", artefact().resolve("quarkus-run.jar").toString()));
        java.addAll(List.of("--port", Integer.toString(port), "--data", data.toString()));
        java.addAll(arguments);
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Program program = Program.start(data.resolve("server.log"), environment, java);
        program.await(() -> answers(port, "/q/health/ready"));
        return new Server(program, new Postgres(data), port);
    }

    /// Makes the first owner and store, as somebody who opens it for the first time.
    public void setUp() {
        ObjectNode wanted = JSON.createObjectNode();
        wanted.put("code", program.awaitWords("/setup and enter (\\S+)"));
        wanted.put("publicUrl", origin());
        wanted.putObject("owner")
                .put("name", "Olga Owner")
                .put("email", "olga@example.com")
                .put("password", "a quiet harbour in autumn");
        wanted.putObject("store")
                .put("name", "Hearthlow")
                .put("origin", "http://shop.localhost:8081")
                .put("timeZone", "Europe/Warsaw");
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(origin() + "/api/setup"))
                        .header("Origin", origin())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(wanted.toString()))
                        .build();
        expect(201, send(request));
    }

    /// Sends a shopper's message the slow way and returns the answer.
    public JsonNode post(Target target, String id, String text) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(origin() + target.path() + id))
                        .header("Authorization", "Bearer " + target.secret())
                        .header("Content-Type", "application/json")
                        .PUT(
                                BodyPublishers.ofString(
                                        JSON.createObjectNode().put("text", text).toString()))
                        .build();
        return expect(200, send(request));
    }

    /// Where the feed of a store is, as its staff member is told.
    public JsonNode position(int store) {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        origin()
                                                + "/api/staff/stores/"
                                                + World.storeId(store)
                                                + "/conversations?limit=1"))
                        .header("Cookie", World.cookie(store))
                        .build();
        return expect(200, send(request)).get("position");
    }

    public long pid() {
        return program.pid();
    }

    public Postgres postgres() {
        return postgres;
    }

    public String origin() {
        return "http://" + host();
    }

    public String host() {
        return "localhost:" + port;
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public void close() {
        program.close();
    }

    /// Whether there is a good answer on this port. Asks in so few words that asking all the time
    /// does not slow down a server that is starting.
    public static boolean answers(int port, String path) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(
                            HttpPeer.ascii(
                                    "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                                            .formatted(path)));
            byte[] head = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
            return new String(head, StandardCharsets.US_ASCII).equals("HTTP/1.1 200");
        } catch (IOException _) {
            return false;
        }
    }

    /// Options for the server's Java, to try things out: `SHOPBELL_BENCH_JAVA_OPTIONS`.
    private static List<String> options() {
        String given = System.getenv().getOrDefault("SHOPBELL_BENCH_JAVA_OPTIONS", "").strip();
        return given.isEmpty() ? List.of() : List.of(given.split(" +"));
    }

    private static HttpClient newClient() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try (HttpClient client = newClient()) {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
