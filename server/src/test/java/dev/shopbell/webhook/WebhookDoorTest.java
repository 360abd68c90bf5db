package dev.shopbell.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.platform.network.Names;
import dev.shopbell.platform.network.Reach;
import dev.shopbell.testkit.ReceiverForTests;
import dev.shopbell.testkit.ServerKeys;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.KeyStoreOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Receivers that are slow, false or hostile, each a real server on this machine.
class WebhookDoorTest {

    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private static Vertx vertx;

    private final List<ServerSocket> servers = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @AfterEach
    void theyGo() throws IOException {
        for (ServerSocket server : servers) {
            server.close();
        }
    }

    @Test
    void whatIsSaidArrivesAndWhatIsAnsweredIsHeard() {
        try (ReceiverForTests receiver = new ReceiverForTests()) {
            Answer answer = post(door(LONG), receiver.url());

            assertThat(answer.hasArrived()).isTrue();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEqualTo("Thank you");
            ReceiverForTests.Received received = receiver.received().getFirst();
            assertThat(received.body()).isEqualTo("{\"type\":\"ü\"}");
            assertThat(received.headers().getFirst("webhook-id")).isEqualTo("1");
            assertThat(received.headers().getFirst("Content-Type")).isEqualTo("application/json");
            assertThat(received.headers()).doesNotContainKeys("Cookie", "Authorization");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 410, 429, 500, 503})
    void whoeverSaysNoHasNotGotIt(int status) {
        try (ReceiverForTests receiver = new ReceiverForTests()) {
            receiver.answer(status);

            Answer answer = post(door(LONG), receiver.url());

            assertThat(answer.hasArrived()).isFalse();
            assertThat(answer.error()).isEqualTo("refused");
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.text()).isEqualTo("Thank you");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void noRedirectIsFollowed(int status) {
        try (ReceiverForTests receiver = new ReceiverForTests();
                ReceiverForTests victim = new ReceiverForTests()) {
            receiver.answer(status);
            receiver.saying(Map.of("Location", victim.url(), "Set-Cookie", "a=b"));

            assertThat(post(door(LONG), receiver.url()).error()).isEqualTo("redirected");

            assertThat(victim.received()).isEmpty();
            assertThat(post(door(LONG), receiver.url()).hasArrived()).isTrue();
            assertThat(receiver.received().getLast().headers()).doesNotContainKey("Cookie");
        }
    }

    @Test
    void whoeverSaysNothingIsCutOff() throws IOException {
        int port = serve((_, _) -> Thread.sleep(LONG));

        assertThat(post(door(SHORT), at(port)).error()).isEqualTo("timeout");
    }

    @Test
    void whoeverDripsTheirHeadersIsCutOff() throws IOException {
        int port =
                serve((_, out) -> {
                    say(out, "HTTP/1.1 200 OK\r\n");
                    for (int n = 0; true; n++) {
                        say(out, "X-Drip-" + n + ": 1\r\n");
                        Thread.sleep(100);
                    }
                });

        assertThat(post(door(SHORT), at(port)).error()).isEqualTo("timeout");
    }

    @Test
    void whoeverTakesItAndDripsTheirAnswerHasIt() throws IOException {
        int port =
                serve((_, out) -> {
                    say(out, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
                    while (true) {
                        say(out, "a");
                        Thread.sleep(100);
                    }
                });

        Answer answer = post(door(SHORT), at(port));

        assertThat(answer.hasArrived()).isTrue();
        assertThat(answer.text()).matches("a+");
        assertThat(answer.tookMillis()).isLessThan((int) LONG.toMillis());
    }

    @Test
    void ofAHugeAnswerOnlyTheBeginningIsRead() throws IOException {
        List<Integer> said = new CopyOnWriteArrayList<>();
        int port =
                serve((_, out) -> {
                    say(out, "HTTP/1.1 500 No\r\nContent-Type: text/plain\r\n\r\n");
                    byte[] much = "é".repeat(512 * 1024).getBytes(UTF_8);
                    for (int n = 0; n < 1024; n++) {
                        out.write(much);
                        said.add(n);
                    }
                });

        Answer answer = post(door(LONG), at(port));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).isEqualTo("é".repeat(512));
        assertThat(said).hasSizeLessThan(100);
    }

    @Test
    void headersWithoutEndAreNoAnswer() throws IOException {
        int port =
                serve((_, out) -> {
                    say(out, "HTTP/1.1 200 OK\r\n");
                    while (true) {
                        say(out, "X-Many: " + "a".repeat(1000) + "\r\n");
                    }
                });

        Answer answer = post(door(LONG), at(port));

        assertThat(answer.hasArrived()).isFalse();
        assertThat(answer.status()).isNull();
    }

    @Test
    void whoeverSpeaksSomethingElseHasNotGotIt() throws IOException {
        int port = serve((_, out) -> say(out, "220 mail.example.com ESMTP\r\n"));

        assertThat(post(door(LONG), at(port)).hasArrived()).isFalse();
    }

    @Test
    void whoeverHangsUpHasNotGotIt() throws IOException {
        int port = serve((_, _) -> {});

        assertThat(post(door(LONG), at(port)).error()).isIn("no_answer", "broken_off");
    }

    @Test
    void nobodyThere() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, HERE)) {
            port = gone.getLocalPort();
        }

        assertThat(post(door(LONG), at(port)).error()).isEqualTo("unreachable");
    }

    @Test
    void aNameThatNobodyKnows() {
        Names none =
                _ -> {
                    throw new UnknownHostException();
                };

        assertThat(post(door(none, true, LONG), "https://shop.example/").error())
                .isEqualTo("name_not_found");
    }

    @Test
    void aNameIsAskedOnceAndWhatWasJudgedIsConnectedTo() throws Exception {
        try (ReceiverForTests receiver = new ReceiverForTests()) {
            Deque<InetAddress> turns =
                    new ConcurrentLinkedDeque<>(
                            List.of(HERE, InetAddress.ofLiteral("169.254.169.254")));
            List<String> asked = new ArrayList<>();
            Names changing =
                    host -> {
                        asked.add(host);
                        return List.of(turns.size() > 1 ? turns.poll() : turns.peek());
                    };
            WebhookDoor door = door(changing, true, LONG);
            String url = "http://shop.example:" + receiver.port() + "/hooks";

            Answer first = post(door, url);
            Answer second = post(door, url);

            assertThat(first.hasArrived()).isTrue();
            assertThat(receiver.received().getFirst().headers().getFirst("Host"))
                    .isEqualTo("shop.example:" + receiver.port());
            assertThat(second.error()).isEqualTo("out_of_reach");
            assertThat(receiver.received()).hasSize(1);
            assertThat(asked).containsExactly("shop.example", "shop.example");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.1",
                "192.168.1.1",
                "100.64.0.1",
                "169.254.169.254",
                "0.0.0.0",
                "224.0.0.1",
                "::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "fd00::1",
                "fe80::1",
                "ff02::1"
            })
    void aNameThatLeadsInsideIsOutOfReach(String address) {
        Names inside =
                _ -> List.of(InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral(address));

        assertThat(post(door(inside, false, LONG), "https://shop.example/").error())
                .isEqualTo("out_of_reach");
    }

    @Test
    void whereOneAddressIsNotThereTheNextIs() {
        try (ReceiverForTests receiver = new ReceiverForTests()) {
            Names two = _ -> List.of(InetAddress.ofLiteral("127.0.0.2"), HERE);

            Answer answer =
                    post(
                            door(two, true, LONG),
                            "http://shop.example:" + receiver.port() + "/hooks");

            assertThat(answer.hasArrived()).isTrue();
            assertThat(receiver.received()).hasSize(1);
        }
    }

    @Test
    void tlsIsAskedForTheNameThoughTheAddressIsConnectedTo(@TempDir Path folder) throws Exception {
        KeyStore keys = ServerKeys.of(folder, "shop.example", "-1d");
        ServerSocket server =
                ServerKeys.served(keys).getServerSocketFactory().createServerSocket(0, 50, HERE);
        int port =
                serve(
                        server,
                        (_, out) ->
                                say(out, "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"));
        WebhookDoor door = trusting(keys);

        assertThat(post(door, "https://shop.example:" + port + "/").hasArrived()).isTrue();
        assertThat(post(door, "https://other.example:" + port + "/").error()).isEqualTo("tls");
        assertThat(
                        post(
                                        door(_ -> List.of(HERE), true, LONG),
                                        "https://shop.example:" + port + "/")
                                .error())
                .isEqualTo("tls");
    }

    /// What a server does with one connection, after it has read the headers.
    private interface Talk {
        void with(Socket socket, OutputStream out) throws IOException, InterruptedException;
    }

    private int serve(Talk talk) throws IOException {
        return serve(new ServerSocket(0, 50, HERE), talk);
    }

    private int serve(ServerSocket server, Talk talk) {
        servers.add(server);
        Thread.ofVirtual()
                .start(() -> {
                    while (!server.isClosed()) {
                        accept(server, talk);
                    }
                });
        return server.getLocalPort();
    }

    private static void accept(ServerSocket server, Talk talk) {
        try (Socket socket = server.accept()) {
            StringBuilder request = new StringBuilder();
            while (!request.toString().contains("}")) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    return;
                }
                request.append((char) next);
            }
            talk.with(socket, socket.getOutputStream());
        } catch (IOException _) {
            // cut off
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write(words.getBytes(UTF_8));
        out.flush();
    }

    private static String at(int port) {
        return "http://127.0.0.1:" + port + "/";
    }

    private static WebhookDoor door(Duration within) {
        return door(Names.ofThisMachine(), true, within);
    }

    private static WebhookDoor door(Names names, boolean allowsPrivate, Duration within) {
        return new WebhookDoor(
                vertx, new Reach(allowsPrivate, names), new HttpClientOptions(), within);
    }

    private static WebhookDoor trusting(KeyStore keys) throws Exception {
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry("anchor", keys.getCertificate("server"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        anchors.store(bytes, "word".toCharArray());
        return new WebhookDoor(
                vertx,
                new Reach(true, _ -> List.of(HERE)),
                new HttpClientOptions()
                        .setTrustOptions(
                                new KeyStoreOptions()
                                        .setType("PKCS12")
                                        .setValue(Buffer.buffer(bytes.toByteArray()))
                                        .setPassword("word")),
                LONG);
    }

    private static Answer post(WebhookDoor door, @Nullable String url) {
        return door.post(WebhookUrl.of(url), Map.of("webhook-id", "1"), "{\"type\":\"ü\"}");
    }
}
