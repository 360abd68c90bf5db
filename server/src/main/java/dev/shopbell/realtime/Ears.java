package dev.shopbell.realtime;

import dev.shopbell.platform.database.OutageException;
import dev.shopbell.realtime.ClientFrame.Hello;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/// What clients say on their sockets, whichever side they are on. Frames are counted and read as
/// they arrive, on the connection's own thread, so that nobody can make them pile up; only a hello
/// takes a thread of its own.
@Singleton
final class Ears {

    private static final Logger LOG = Logger.getLogger("shopbell.socket");

    private final Frames frames;
    private final Semaphore greeting;

    Ears(Frames frames, LiveLimits limits) {
        this.frames = frames;
        this.greeting = new Semaphore(limits.hellosAtOnce());
    }

    /// The socket is there from the connection's first moment on; whether it may be takes longer.
    void open(LiveSocket socket, BooleanSupplier isAdmitted) {
        Thread.ofVirtual()
                .name("open")
                .start(() ->
                        attempt(
                                socket,
                                () -> {
                                    if (!isAdmitted.getAsBoolean()) {
                                        socket.end(Ending.WRONG_ORIGIN);
                                    }
                                }));
    }

    void hear(WebSocketConnection connection, String text, Greeting greeting) {
        LiveSocket socket = LiveSockets.of(connection);
        if (socket == null || socket.isOver()) {
            return;
        }
        if (!socket.heard().add(System.nanoTime())) {
            socket.end(Ending.TOO_MANY_FRAMES);
            return;
        }
        switch (frames.read(text).orElse(null)) {
            case Hello hello when socket.greet() ->
                    Thread.ofVirtual().name("hello").start(() -> greet(socket, hello, greeting));
            case ClientFrame.Pong() -> {}
            case ClientFrame.Typing typing -> hear(socket, typing);
            case ClientFrame.Viewing viewing -> hear(socket, viewing);
            case Hello _ -> socket.end(Ending.NOT_A_FRAME);
            case null -> socket.end(Ending.NOT_A_FRAME);
        }
    }

    /// What is no text is none of our frames.
    void hearBytes(WebSocketConnection connection) {
        LiveSocket socket = LiveSockets.of(connection);
        if (socket != null) {
            socket.end(Ending.NOT_A_FRAME);
        }
    }

    /// Nothing but a message in too large pieces gets here while the connection is open.
    void failed(WebSocketConnection connection, Throwable thrown) {
        LOG.debugf("socket=%s failed: %s", connection.id(), thrown.toString());
        LiveSocket socket = LiveSockets.of(connection);
        if (socket != null) {
            socket.end(Ending.TOO_LARGE);
        }
    }

    /// Before the hello nothing else is said; while it is being looked at, nobody is there to hear.
    private static void hear(LiveSocket socket, ClientFrame frame) {
        Reader reader = socket.reader();
        boolean isSaid = reader == null ? socket.isGreeted() : reader.hear(frame);
        if (!isSaid) {
            socket.end(Ending.NOT_A_FRAME);
        }
    }

    private void greet(LiveSocket socket, Hello hello, Greeting way) {
        greeting.acquireUninterruptibly();
        try {
            if (!socket.isOver()) {
                attempt(socket, () -> way.hello(socket, hello));
            }
        } finally {
            greeting.release();
        }
    }

    private static void attempt(LiveSocket socket, Runnable work) {
        try {
            work.run();
        } catch (OutageException outage) {
            LOG.warnf("socket=%s database %s", socket.connection().id(), outage.kind());
            socket.end(Ending.UNAVAILABLE);
        } catch (RuntimeException bug) {
            LOG.errorf(bug, "socket=%s failed", socket.connection().id());
            socket.end(Ending.INTERNAL);
        }
    }
}
