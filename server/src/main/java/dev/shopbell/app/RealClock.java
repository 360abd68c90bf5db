package dev.shopbell.app;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/// The only place that asks the machine for the time; everybody else is given an [InstantSource].
/// It ticks in microseconds, as PostgreSQL stores them, so that a stored instant equals the one
/// written.
final class RealClock {

    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    @Produces
    @Singleton
    InstantSource clock() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }
}
