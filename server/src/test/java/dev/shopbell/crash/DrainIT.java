package dev.shopbell.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.crash.Opened.StoreAt;
import dev.shopbell.crash.Wire.Answer;
import dev.shopbell.crash.Wire.Caller;
import dev.shopbell.testkit.LiveClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that is told to stop sends its clients away first, finishes what it has begun, and
/// takes on nothing new.
@Tag("crash")
class DrainIT {

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(30);

    @TempDir private static Path data;

    private static Shop shop;
    private static Opened opened;

    private final String secret = visitorSecret();
    private final UUID conversation = UUID.randomUUID();
    private final StoreAt store = opened.stores().getFirst();
    private final Caller owner = opened.owner();

    @BeforeAll
    static void openTheShop() throws Exception {
        shop = Shop.in(data);
        shop.start();
        opened = Opened.in(shop);
    }

    @BeforeEach
    void beginTheDay() throws IOException {
        if (!shop.server().isRunning()) {
            shop.start();
        }
        write("Hello?").expected();
    }

    @AfterAll
    static void closeTheShop() throws IOException {
        shop.close();
    }

    @Test
    void everySocketIsToldWhenToComeBackBeforeItCloses() throws Exception {
        List<LiveClient> sockets = new ArrayList<>();
        for (int tab = 0; tab < 20; tab++) {
            sockets.add(shopper().say(hello()));
            sockets.getLast().next("welcome");
        }
        sockets.add(staff());
        sockets.getLast().next("changes");
        sockets.add(shopper()); // says nothing

        long told = System.nanoTime();
        shop.server().terminate();

        for (LiveClient socket : sockets) {
            long after = socket.next("reconnect").get("afterMs").asLong();
            assertThat(after).isBetween(0L, 5_000L);
            assertThat(socket.awaitEnd()).isEqualTo(1012);
            assertThat(socket.rest()).isEmpty();
        }
        assertThat(shop.server().awaitExit(ENDS_WITHIN)).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - told))
                .as("an open socket is no request that has to finish")
                .isLessThan(Duration.ofSeconds(14));
    }

    @Test
    void aMessageThatIsBeingStoredIsAnswered() throws Exception {
        CompletableFuture<Answer> posting;
        try (Connection colleague = shop.cluster().connect()) {
            lockTheConversation(colleague);
            posting = CompletableFuture.supplyAsync(() -> write("Just before the end"));
            await().until(() -> isWaiting(colleague));

            shop.server().terminate();
            Pause.millis(3_000);

            assertThat(posting).isNotDone();
            colleague.rollback();
        }
        assertThat(posting.join().status()).isEqualTo(200);
        assertThat(shop.server().awaitExit(ENDS_WITHIN)).isZero();
    }

    @Test
    void whoWaitsForNewsIsAnsweredAtOnce() throws Exception {
        JsonNode position = shop.wire().get(inbox(), owner).expected().get("position");
        String changes =
                "/api/staff/stores/%s/changes?wait=14&epoch=%s&after=%s"
                        .formatted(
                                store.id(),
                                position.get("epoch").asText(),
                                position.get("feedSeq").asText());
        CompletableFuture<Answer> staff = CompletableFuture.supplyAsync(() -> get(changes, owner));
        CompletableFuture<Answer> shopper =
                CompletableFuture.supplyAsync(() ->
                        get(
                                "/api/widget/%s/conversation/messages?after=1&wait=14"
                                        .formatted(store.key()),
                                Caller.shopper(secret)));
        Pause.millis(1_000);
        long told = System.nanoTime();

        shop.server().terminate();

        assertThat(staff.join().status()).isEqualTo(200);
        assertThat(shopper.join().status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - told)).isLessThan(Duration.ofSeconds(8));
        assertThat(shop.server().awaitExit(ENDS_WITHIN)).isZero();
    }

    @Test
    void whileItFinishesItIsNotReadyAndLetsNobodyIn() throws Exception {
        try (Connection colleague = shop.cluster().connect()) {
            lockTheConversation(colleague);
            CompletableFuture<Answer> posting =
                    CompletableFuture.supplyAsync(() -> write("Just before the end"));
            await().until(() -> isWaiting(colleague));
            LiveClient first = shopper().say(hello());
            first.next("welcome");

            shop.server().terminate();
            first.awaitEnd();
            await().until(() -> knock().statusCode() != 404);
            HttpResponse<String> refused = knock();
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("\"code\":\"unavailable\"");

            assertThat(shop.wire().isReady()).isFalse();
            assertThat(heardByANewcomer()).doesNotContain("welcome");
            colleague.rollback();
            assertThat(posting.join().status()).isEqualTo(200);
        }
        assertThat(shop.server().awaitExit(ENDS_WITHIN)).isZero();
    }

    @Test
    void whatNeverFinishesDoesNotKeepItFromEnding() throws Exception {
        try (Connection colleague = shop.cluster().connect()) {
            lockTheConversation(colleague);
            Thread.startVirtualThread(() -> write("Never to be stored"));
            await().until(() -> isWaiting(colleague));

            shop.server().terminate();

            assertThat(shop.server().awaitExit(ENDS_WITHIN)).isZero();
        }
    }

    /// At a door that is closed since the set-up: 404 from a server that answers.
    private static HttpResponse<String> knock() throws Exception {
        URI setUp = URI.create(shop.wire().origin() + "/api/setup");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(setUp).build(), BodyHandlers.ofString());
        }
    }

    /// What somebody hears who comes while the server stops; nothing when there is no door.
    private String heardByANewcomer() {
        try {
            LiveClient newcomer = shopper().say(hello());
            newcomer.awaitEnd();
            return newcomer.heard().toString();
        } catch (RuntimeException refused) {
            return "";
        }
    }

    private static void lockTheConversation(Connection connection) throws Exception {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT FROM conversation FOR UPDATE");
        }
    }

    private static boolean isWaiting(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement();
                var rows =
                        statement.executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")) {
            return rows.next() && rows.getLong(1) > 0;
        }
    }

    private Answer write(String text) {
        ObjectNode body = Wire.JSON.createObjectNode().put("text", text);
        body.putObject("contact").put("email", "anna@example.com");
        try {
            return shop.wire()
                    .put(
                            "/api/widget/%s/conversations/%s/messages/%s"
                                    .formatted(store.key(), conversation, UUID.randomUUID()),
                            Caller.shopper(secret),
                            body,
                            ENDS_WITHIN);
        } catch (IOException e) {
            return new Answer(0, Wire.JSON.nullNode(), null);
        }
    }

    private Answer get(String path, Caller caller) {
        try {
            return shop.wire().get(path, caller);
        } catch (IOException e) {
            return new Answer(0, Wire.JSON.nullNode(), null);
        }
    }

    private String inbox() {
        return "/api/staff/stores/" + store.id() + "/inbox";
    }

    private LiveClient shopper() {
        return LiveClient.open(
                socket("/api/widget/" + store.key() + "/socket"),
                Map.of("Origin", shop.wire().origin()));
    }

    private LiveClient staff() throws IOException {
        JsonNode position = shop.wire().get(inbox(), owner).expected().get("position");
        Map<String, String> headers = new HashMap<>();
        for (int at = 0; at < owner.headers().size(); at += 2) {
            headers.put(owner.headers().get(at), owner.headers().get(at + 1));
        }
        return LiveClient.open(socket("/api/staff/stores/" + store.id() + "/socket"), headers)
                .say(
                        "{\"type\":\"hello\",\"epoch\":%s,\"after\":%s}"
                                .formatted(position.get("epoch"), position.get("feedSeq")));
    }

    private URI socket(String path) {
        return URI.create("ws" + shop.wire().origin().substring("http".length()) + path);
    }

    private String hello() {
        return "{\"type\":\"hello\",\"secret\":\"%s\",\"after\":0}".formatted(secret);
    }

    private static String visitorSecret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
