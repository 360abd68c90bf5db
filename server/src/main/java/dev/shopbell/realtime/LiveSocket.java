package dev.shopbell.realtime;

import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocketConnection;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// One open socket. Frames queue here and leave one after the other; a reader that lets more than
/// 256 of them or a megabyte pile up is cut off, and resumes when it comes back. Everything below
/// the lock is only touched while holding it; nobody blocks on the network meanwhile.
final class LiveSocket {

    static final TypedKey<LiveSocket> KEY = new TypedKey<>("shopbell");

    private static final Logger LOG = Logger.getLogger("shopbell.socket");
    private static final int MOST_FRAMES = 256;
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int FRAMES_PER_WINDOW = 20;
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final WebSocketConnection connection;
    private final ReentrantLock lock = new ReentrantLock();

    // Frames that wait, while one is on its way or the socket is held.
    private @Nullable Queue<String> waiting;
    private int waitingCharacters;
    private boolean sending;
    private boolean held = true;
    private boolean ended;
    private boolean departed;

    // When the client was last heard, in System.nanoTime; and how often in the current window.
    private volatile long heardAt;
    private long windowBegan;
    private int heardInWindow;

    // Who reads; null until it said hello.
    private volatile @Nullable Reader reader;

    LiveSocket(WebSocketConnection connection, long now) {
        this.connection = connection;
        this.heardAt = now;
        this.windowBegan = now;
    }

    /// Whoever said hello on a socket: hears of what happens, and can leave.
    interface Reader {
        void leave();
    }

    WebSocketConnection connection() {
        return connection;
    }

    @Nullable Reader reader() {
        return reader;
    }

    /// Whoever said hello, having joined what it reads. False when the socket has closed meanwhile:
    /// then nobody else will tell the reader to leave.
    boolean readBy(Reader found) {
        lock.lock();
        try {
            if (!departed) {
                reader = found;
            }
            return !departed;
        } finally {
            lock.unlock();
        }
    }

    /// The connection is closed: the reader leaves, once.
    void depart() {
        Reader leaving;
        lock.lock();
        try {
            leaving = departed ? null : reader;
            departed = true;
            ended = true;
            waiting = null;
        } finally {
            lock.unlock();
        }
        if (leaving != null) {
            leaving.leave();
        }
    }

    /// Counts a frame from the client; false when they come too fast.
    boolean hear(long now) {
        heardAt = now;
        if (now - windowBegan > WINDOW.toNanos()) {
            windowBegan = now;
            heardInWindow = 0;
        }
        return ++heardInWindow <= FRAMES_PER_WINDOW;
    }

    /// Nanoseconds since the client was last heard, or since it connected.
    long silentFor(long now) {
        return now - heardAt;
    }

    /// Queues a frame; while the socket is held it waits for [#release].
    void send(String frame) {
        lock.lock();
        try {
            if (ended) {
                return;
            }
            if (sending || held) {
                enqueue(frame);
            } else {
                transmit(frame);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Sends what has to come first, then what has queued up meanwhile, and from then on everything
    /// at once.
    void release(List<String> first) {
        lock.lock();
        try {
            Queue<String> meanwhile = waiting;
            waiting = new ArrayDeque<>(first);
            waitingCharacters = first.stream().mapToInt(String::length).sum();
            held = false;
            if (meanwhile != null) {
                meanwhile.forEach(this::enqueue);
            }
            sendNext();
        } finally {
            lock.unlock();
        }
    }

    void end(Ending ending) {
        lock.lock();
        try {
            if (!ended) {
                close(ending);
            }
        } finally {
            lock.unlock();
        }
    }

    private void enqueue(String frame) {
        Queue<String> queue = waiting == null ? new ArrayDeque<>() : waiting;
        waiting = queue;
        queue.add(frame);
        waitingCharacters += frame.length();
        if (queue.size() > MOST_FRAMES || waitingCharacters > MOST_CHARACTERS) {
            close(Ending.TOO_SLOW);
        }
    }

    private void sendNext() {
        String next = waiting == null || ended ? null : waiting.poll();
        if (next == null) {
            waiting = null; // an idle socket costs as little as can be
            waitingCharacters = 0;
        } else {
            waitingCharacters -= next.length();
            transmit(next);
        }
    }

    private void transmit(String frame) {
        sending = true;
        connection.sendText(frame).subscribe().with(_ -> sent(), this::failed);
    }

    private void sent() {
        lock.lock();
        try {
            sending = false;
            sendNext();
        } finally {
            lock.unlock();
        }
    }

    private void failed(Throwable thrown) {
        lock.lock();
        try {
            ended = true;
            waiting = null;
            LOG.debugf("socket=%s lost: %s", connection.id(), thrown.getClass().getSimpleName());
        } finally {
            lock.unlock();
        }
    }

    private void close(Ending ending) {
        ended = true;
        waiting = null;
        LOG.debugf("socket=%s ended: %s", connection.id(), ending);
        connection.close(ending.reason()).subscribe().with(_ -> {}, _ -> {});
    }
}
