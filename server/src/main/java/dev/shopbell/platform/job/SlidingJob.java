package dev.shopbell.platform.job;

import java.time.Duration;
import java.util.Optional;

/// Work about something that keeps changing: one row for it, however often it was made due. Whoever
/// makes it due again while it is being done has it done once more; nothing is missed in between.
public interface SlidingJob<T> extends Job<T> {

    /// Looks what is to be done, and does it. Empty when nothing is left, else when to look again.
    Optional<Duration> look(T data);

    @Override
    default void run(T data) {
        look(data);
    }
}
