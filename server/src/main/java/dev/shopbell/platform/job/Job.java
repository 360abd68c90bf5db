package dev.shopbell.platform.job;

import java.time.Duration;

/// Work that must be done, however often the server dies meanwhile: a row in the database from the
/// moment the transaction that scheduled it commits, until it has been done. It may be done twice,
/// when the server dies between doing it and saying so; therefore it must be safe to repeat.
///
/// @param <T> what it has to know, a small record that is kept as JSON until the work is done
public interface Job<T> {

    /// In the database, so it never changes: `mail.send`.
    String name();

    Class<T> data();

    /// Throws to be called again, after [#waitAfter] that many failures in a row; a
    /// [NotNowException] is none.
    void run(T data);

    /// How long to wait after this failure: a few seconds at first, an hour at the most.
    default Duration waitAfter(int failures) {
        Duration doubled = Duration.ofSeconds(5).multipliedBy(1L << Math.min(failures - 1, 10));
        Duration longest = Duration.ofHours(1);
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
