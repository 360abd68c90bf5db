package dev.shopbell.realtime;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How often a client's typing is passed on, and at once when it is something else they type: their
/// own pace is slower, so only a hasty client is held back. Asked by the connection's own thread
/// only. Moments are [System#nanoTime].
final class TypingPace {

    private static final long BETWEEN = Duration.ofSeconds(1).toNanos();

    private long last;
    private Signal.@Nullable Typing passed;

    boolean allows(Signal.Typing typing, long now) {
        if (typing.equals(passed) && now - last < BETWEEN) {
            return false;
        }
        passed = typing;
        last = now;
        return true;
    }
}
