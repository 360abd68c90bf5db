package dev.shopbell.realtime;

import dev.shopbell.platform.job.Ticker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// Every socket of this node: asks them to prove that they live, ends those that do not, and sends
/// all of them to other nodes when this one stops.
@Singleton
final class LiveSockets {

    private static final Duration PING_EVERY = Duration.ofSeconds(25);
    private static final Duration SILENCE_ENDS = Duration.ofSeconds(60);
    private static final Duration HELLO_WITHIN = Duration.ofSeconds(10);
    private static final Duration SWEPT_EVERY = Duration.ofSeconds(1);
    private static final Duration RECONNECT_SPREAD = Duration.ofSeconds(5);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Set<LiveSocket> sockets = ConcurrentHashMap.newKeySet();
    private final Frames frames;
    private volatile boolean draining;

    LiveSockets(Frames frames) {
        this.frames = frames;
    }

    void start(@Observes StartupEvent started, Ticker ticker) {
        ticker.every(PING_EVERY, "socket-ping", this::ping);
        ticker.every(SWEPT_EVERY, "socket-sweep", this::sweep);
    }

    /// Before the HTTP server closes: clients learn when to come back, spread so that they do not
    /// all knock at once.
    void drain(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent stopping)
            throws InterruptedException {
        draining = true;
        sockets.forEach(socket ->
                socket.send(
                        frames.write(
                                new ServerFrame.Reconnect(
                                        ThreadLocalRandom.current()
                                                .nextLong(RECONNECT_SPREAD.toMillis())))));
        sockets.forEach(socket -> socket.end(Ending.GOING_AWAY));
        long end = System.nanoTime() + LAST_WORDS.toNanos();
        while (!sockets.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }

    LiveSocket opened(WebSocketConnection connection) {
        LiveSocket socket = new LiveSocket(connection, System.nanoTime());
        connection.userData().put(LiveSocket.KEY, socket);
        sockets.add(socket);
        if (draining) {
            socket.end(Ending.GOING_AWAY);
        }
        return socket;
    }

    void closed(WebSocketConnection connection) {
        LiveSocket socket = connection.userData().get(LiveSocket.KEY);
        if (socket != null && sockets.remove(socket)) {
            socket.depart();
        }
    }

    /// How many are open, for metrics and tests.
    int count() {
        return sockets.size();
    }

    static @Nullable LiveSocket of(WebSocketConnection connection) {
        return connection.userData().get(LiveSocket.KEY);
    }

    private void ping() {
        String ping = frames.write(new ServerFrame.Ping());
        sockets.stream().filter(socket -> socket.reader() != null).forEach(s -> s.send(ping));
    }

    private void sweep() {
        long now = System.nanoTime();
        for (LiveSocket socket : sockets) {
            Duration patience = socket.reader() == null ? HELLO_WITHIN : SILENCE_ENDS;
            if (socket.silentFor(now) > patience.toNanos()) {
                socket.end(Ending.SILENT);
            }
        }
    }
}
