package dev.shopbell.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A live connection as a browser's page holds it: says hello, answers pings, and remembers every
/// frame in the order it came. [#next] walks along them.
public final class LiveClient implements AutoCloseable {

    /// Generous, because a slow machine is no reason to fail; nothing waits longer than it must.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final WebSocket socket;
    private final Ear ear;
    private int read;

    private LiveClient(WebSocket socket, Ear ear) {
        this.socket = socket;
        this.ear = ear;
    }

    public static LiveClient open(URI address, Map<String, String> headers) {
        return open(address, headers, true);
    }

    /// One that never answers a ping.
    public static LiveClient openMute(URI address, Map<String, String> headers) {
        return open(address, headers, false);
    }

    private static LiveClient open(URI address, Map<String, String> headers, boolean answers) {
        Ear ear = new Ear(answers);
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        headers.forEach(builder::header);
        return new LiveClient(builder.buildAsync(address, ear).join(), ear);
    }

    public LiveClient say(String frame) {
        ear.send(socket, frame).join();
        return this;
    }

    public void sayBytes(byte[] bytes) {
        socket.sendBinary(java.nio.ByteBuffer.wrap(bytes), true).join();
    }

    /// The next frame of this type that was not looked at yet; those before it are passed over.
    public JsonNode next(String type) {
        return next(type, _ -> true);
    }

    public JsonNode next(String type, Predicate<JsonNode> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonNode frame = ear.frame(read, end - System.nanoTime()).orElse(null);
            if (frame == null) {
                throw new AssertionError("no frame \"" + type + "\" among " + heard());
            }
            read++;
            if (isOf(frame, type) && wanted.test(frame)) {
                return frame;
            }
        }
    }

    /// Everything heard so far but pings.
    public List<JsonNode> heard() {
        return ear.frames().stream().filter(frame -> !isOf(frame, "ping")).toList();
    }

    public List<JsonNode> heard(String type) {
        return ear.frames().stream().filter(frame -> isOf(frame, type)).toList();
    }

    /// What was heard since the last [#next], pings apart.
    public List<JsonNode> rest() {
        List<JsonNode> all = ear.frames();
        return all.subList(read, all.size()).stream()
                .filter(frame -> !isOf(frame, "ping"))
                .toList();
    }

    /// The code the server ended with.
    public int awaitEnd() {
        return awaitEnd(PATIENCE);
    }

    public int awaitEnd(Duration atMost) {
        return ear.ended
                .copy()
                .completeOnTimeout(-1, atMost.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    public boolean isOpen() {
        return !ear.ended.isDone();
    }

    /// As a page does that is left.
    @Override
    public void close() {
        var _ = socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
        assertThat(awaitEnd()).as("the server answered the close").isNotEqualTo(-1);
    }

    /// As a machine does whose network is gone.
    public void vanish() {
        socket.abort();
    }

    private static boolean isOf(JsonNode frame, String type) {
        return frame.path("type").asText().equals(type);
    }

    /// Written to by the client's own threads.
    private static final class Ear implements WebSocket.Listener {

        private final boolean answers;
        private final CompletableFuture<Integer> ended = new CompletableFuture<>();
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition heard = lock.newCondition();
        private final List<JsonNode> frames = new ArrayList<>();
        private final StringBuilder part = new StringBuilder();
        private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);

        Ear(boolean answers) {
            this.answers = answers;
        }

        /// One after the other: an answer to a ping may fall between two frames of the test's.
        synchronized CompletableFuture<?> send(WebSocket socket, String frame) {
            sent = sent.handle((_, _) -> null).thenCompose(_ -> socket.sendText(frame, true));
            return sent;
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                JsonNode frame = parse(part.toString());
                part.setLength(0);
                add(frame);
                if (answers && isOf(frame, "ping")) {
                    var _ = send(socket, "{\"type\":\"pong\"}");
                }
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            ended.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            ended.complete(1006);
        }

        private void add(JsonNode frame) {
            lock.lock();
            try {
                frames.add(frame);
                heard.signalAll();
            } finally {
                lock.unlock();
            }
        }

        List<JsonNode> frames() {
            lock.lock();
            try {
                return List.copyOf(frames);
            } finally {
                lock.unlock();
            }
        }

        Optional<JsonNode> frame(int index, long nanos) {
            long left = nanos;
            lock.lock();
            try {
                while (frames.size() <= index && left > 0) {
                    left = heard.awaitNanos(left);
                }
                return frames.size() > index ? Optional.of(frames.get(index)) : Optional.empty();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            } finally {
                lock.unlock();
            }
        }

        private static JsonNode parse(String text) {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + text, e);
            }
        }
    }
}
