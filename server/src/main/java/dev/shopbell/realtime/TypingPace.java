package dev.shopbell.realtime;

import java.time.Duration;

/// How often a client's typing is passed on: its own pace is slower, so only a hasty client is held
/// back. Asked by the connection's own thread only. Moments are [System#nanoTime].
final class TypingPace {

    private static final long BETWEEN = Duration.ofSeconds(1).toNanos();

    private long last;
    private boolean typed;

    boolean allows(long now) {
        if (typed && now - last < BETWEEN) {
            return false;
        }
        typed = true;
        last = now;
        return true;
    }
}
