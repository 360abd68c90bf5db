package dev.shopbell.realtime;

import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocketConnection;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// One open socket. Frames queue here and leave one after the other; a reader that lets too much
/// pile up is cut off, and resumes when it comes back. When the socket is over, for whatever
/// reason, its reader has left.
///
/// Everything below the lock is only touched while holding it; nobody blocks on the network or the
/// database meanwhile.
final class LiveSocket {

    static final TypedKey<LiveSocket> KEY = new TypedKey<>("shopbell");

    private static final Logger LOG = Logger.getLogger("shopbell.socket");

    private final WebSocketConnection connection;
    private final LiveLimits limits;
    private final HeardFrames heard;
    private final ReentrantLock lock = new ReentrantLock();

    // What its hello is owed: of known size, so it does not count as piling up. Goes first.
    private @Nullable Queue<String> owed;
    // What came after that, while a frame is on its way or the socket is held.
    private @Nullable Queue<String> waiting;
    private int waitingCharacters;
    private boolean held = true;
    private boolean sending;
    private boolean pumping;
    private @Nullable Ending lastly; // ends so when nothing waits any more
    private boolean greeted;
    private long overSince;
    private volatile boolean over;
    private volatile @Nullable Reader reader;

    LiveSocket(WebSocketConnection connection, LiveLimits limits, long now) {
        this.connection = connection;
        this.limits = limits;
        this.heard = new HeardFrames(limits, now);
    }

    WebSocketConnection connection() {
        return connection;
    }

    HeardFrames heard() {
        return heard;
    }

    /// Whoever said hello and was let in, until the socket is over.
    @Nullable Reader reader() {
        return reader;
    }

    boolean isRead() {
        return reader != null;
    }

    boolean isOver() {
        return over;
    }

    boolean isGreeted() {
        lock.lock();
        try {
            return greeted;
        } finally {
            lock.unlock();
        }
    }

    /// The first hello; false for every other.
    boolean greet() {
        lock.lock();
        try {
            boolean first = !greeted;
            greeted = true;
            return first;
        } finally {
            lock.unlock();
        }
    }

    /// Whoever said hello, having joined what it reads. False when the socket is over meanwhile:
    /// then nobody else will tell the reader to leave.
    boolean readBy(Reader found) {
        lock.lock();
        try {
            if (!over) {
                reader = found;
            }
            return !over;
        } finally {
            lock.unlock();
        }
    }

    /// Queues a frame; while the socket is held it waits for [#release].
    void send(String frame) {
        Reader leaving = null;
        lock.lock();
        try {
            if (!over && lastly == null) {
                enqueue(frame);
                pump();
                leaving = isTooSlow() ? close(Ending.TOO_SLOW) : null;
            }
        } finally {
            lock.unlock();
        }
        leave(leaving, false);
    }

    /// Sends what has to come first, then what has queued up meanwhile, and from then on everything
    /// at once.
    void release(List<String> first) {
        lock.lock();
        try {
            if (!over) {
                owed = new ArrayDeque<>(first);
                held = false;
                pump();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Ends at once; what still waits is lost, and found again by resuming.
    void end(Ending ending) {
        Reader leaving;
        lock.lock();
        try {
            leaving = over ? null : close(ending);
        } finally {
            lock.unlock();
        }
        leave(leaving, ending == Ending.SILENT);
    }

    /// Sends this frame after those that wait, and ends when it has left.
    void endAfter(String frame, Ending ending) {
        Reader leaving = null;
        lock.lock();
        try {
            if (!over && lastly == null) {
                held = false;
                enqueue(frame);
                lastly = ending;
                leaving = takeReader();
                pump();
            }
        } finally {
            lock.unlock();
        }
        leave(leaving, false);
    }

    /// A client that does not hear the end is not waited for.
    void hangUpIfLeft(long now) {
        lock.lock();
        try {
            if (now - overSince > limits.goneWithin().toNanos()) {
                Wire.hangUp(connection);
            }
        } finally {
            lock.unlock();
        }
    }

    /// The connection is closed or lost.
    void closed() {
        Reader leaving;
        lock.lock();
        try {
            leaving = finish();
        } finally {
            lock.unlock();
        }
        leave(leaving, false);
    }

    private static void leave(@Nullable Reader leaving, boolean silently) {
        if (leaving != null) {
            leaving.leave(silently);
        }
    }

    private void enqueue(String frame) {
        if (waiting == null) {
            waiting = new ArrayDeque<>(4);
        }
        waiting.add(frame);
        waitingCharacters += frame.length();
    }

    private boolean isTooSlow() {
        return waiting != null
                && (waiting.size() > limits.mostFramesWaiting()
                        || waitingCharacters > limits.mostCharactersWaiting());
    }

    /// Sends until one is on its way. A loop, because a frame may be sent by the time that sending
    /// it returns.
    private void pump() {
        if (pumping) {
            return;
        }
        pumping = true;
        while (!over && !sending && !held) {
            String next = poll();
            if (next == null) {
                if (lastly != null) {
                    var _ = close(lastly); // its reader has left
                }
                break;
            }
            sending = true;
            connection.sendText(next).subscribe().with(_ -> sent(), this::failed);
        }
        pumping = false;
    }

    private @Nullable String poll() {
        if (owed != null) {
            String next = owed.poll();
            if (next != null) {
                return next;
            }
            owed = null;
        }
        String next = waiting == null ? null : waiting.poll();
        if (next == null) {
            waiting = null; // an idle socket costs as little as can be
        } else {
            waitingCharacters -= next.length();
        }
        return next;
    }

    private void sent() {
        lock.lock();
        try {
            sending = false;
            pump();
        } finally {
            lock.unlock();
        }
    }

    private void failed(Throwable thrown) {
        LOG.debugf("socket=%s lost: %s", connection.id(), thrown.getClass().getSimpleName());
        closed();
    }

    private @Nullable Reader close(Ending ending) {
        LOG.logf(
                isWorthALine(ending) ? Logger.Level.INFO : Logger.Level.DEBUG,
                "socket=%s ended reason=%s",
                connection.id(),
                ending.word());
        connection.close(ending.reason()).subscribe().with(_ -> {}, _ -> {});
        return finish();
    }

    /// Whether an operator may want to know. Phones that fall asleep, people who sign out and nodes
    /// that restart are everyday.
    private boolean isWorthALine(Ending ending) {
        return switch (ending) {
            case SILENT -> reader == null;
            case GOING_AWAY -> false;
            case TOO_LARGE,
                    INTERNAL,
                    UNAVAILABLE,
                    NOT_A_FRAME,
                    SIGNED_OUT,
                    WRONG_ORIGIN,
                    NOT_FOUND,
                    TOO_SLOW,
                    TOO_MANY_FRAMES ->
                    true;
        };
    }

    private @Nullable Reader finish() {
        over = true;
        overSince = System.nanoTime();
        owed = null;
        waiting = null;
        waitingCharacters = 0;
        return takeReader();
    }

    private @Nullable Reader takeReader() {
        Reader leaving = reader;
        reader = null;
        return leaving;
    }
}
