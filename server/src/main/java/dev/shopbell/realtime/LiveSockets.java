package dev.shopbell.realtime;

import dev.shopbell.platform.job.Ticker;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// Every socket of this node: asks them to prove that they live, ends those that do not, and sends
/// all of them to other nodes when this one stops.
@Singleton
final class LiveSockets {

    private static final Duration SWEPT_EVERY = Duration.ofMillis(500);

    private final Set<LiveSocket> sockets = ConcurrentHashMap.newKeySet();
    private final Frames frames;
    private final LiveLimits limits;
    private volatile boolean draining;

    LiveSockets(Frames frames, LiveLimits limits) {
        this.frames = frames;
        this.limits = limits;
    }

    void start(@Observes StartupEvent started, Ticker ticker) {
        ticker.every(limits.pingEvery(), "socket-ping", this::ping);
        ticker.every(SWEPT_EVERY, "socket-sweep", this::sweep);
    }

    /// While the HTTP server still answers: clients learn when to come back, spread so that they do
    /// not all knock at once.
    void drain(@Observes ShutdownDelayInitiatedEvent stopping) throws InterruptedException {
        draining = true;
        sockets.forEach(this::sendAway);
        long end = System.nanoTime() + limits.lastWords().toNanos();
        while (!sockets.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }

    LiveSocket opened(WebSocketConnection connection) {
        LiveSocket socket = new LiveSocket(connection, limits, System.nanoTime());
        connection.userData().put(LiveSocket.KEY, socket);
        sockets.add(socket);
        if (draining) {
            sendAway(socket);
        }
        return socket;
    }

    void closed(WebSocketConnection connection) {
        LiveSocket socket = of(connection);
        if (socket != null) {
            sockets.remove(socket);
            socket.closed();
        }
    }

    /// How many are open, for metrics and tests.
    int count() {
        return sockets.size();
    }

    static @Nullable LiveSocket of(WebSocketConnection connection) {
        return connection.userData().get(LiveSocket.KEY);
    }

    private void sendAway(LiveSocket socket) {
        long afterMs = ThreadLocalRandom.current().nextLong(limits.reconnectSpread().toMillis());
        socket.endAfter(frames.write(new ServerFrame.Reconnect(afterMs)), Ending.GOING_AWAY);
    }

    private void ping() {
        String ping = frames.write(new ServerFrame.Ping());
        sockets.stream().filter(LiveSocket::isRead).forEach(socket -> socket.send(ping));
    }

    private void sweep() {
        long now = System.nanoTime();
        for (LiveSocket socket : sockets) {
            if (socket.isOver()) {
                socket.hangUpIfLeft(now);
            } else if (hasWaitedEnough(socket, now)) {
                socket.end(Ending.SILENT);
            }
        }
    }

    /// Who says all kinds of things but hello is waited for no longer than who says nothing.
    private boolean hasWaitedEnough(LiveSocket socket, long now) {
        if (socket.isRead()) {
            return socket.heard().silentFor(now) > limits.silenceEnds().toNanos();
        }
        long waited =
                socket.isGreeted() ? socket.heard().silentFor(now) : socket.heard().openFor(now);
        return waited > limits.helloWithin().toNanos();
    }
}
