package dev.shopbell.realtime;

/// When a client was heard, in [System#nanoTime]. Written by the connection's own thread only.
final class HeardFrames {

    private final long window;

    // The newest in a ring of as many as are allowed within the window.
    private final long[] times;
    private long count;

    private final long connected;

    // When it was heard last, or when it connected.
    private volatile long last;

    HeardFrames(LiveLimits limits, long now) {
        this.window = limits.heardWithin().toNanos();
        this.times = new long[limits.mostFramesHeard()];
        this.connected = now;
        this.last = now;
    }

    /// Counts a frame; false when they come too fast.
    boolean add(long now) {
        last = now;
        return addWordless(now);
    }

    /// Counts a frame that says nothing, as pings do: no sign that the page behind it lives.
    boolean addWordless(long now) {
        int slot = (int) (count % times.length);
        boolean tooFast = count >= times.length && now - times[slot] < window;
        times[slot] = now;
        count++;
        return !tooFast;
    }

    /// Nanoseconds since the client connected.
    long openFor(long now) {
        return now - connected;
    }

    /// Nanoseconds since the client was last heard, or since it connected.
    long silentFor(long now) {
        return now - last;
    }
}
