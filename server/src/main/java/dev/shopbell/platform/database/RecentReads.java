package dev.shopbell.platform.database;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Predicate;

/// What was read from the database a moment ago, so that not every request reads it again. Whoever
/// asks while it is being read waits for that one reading and shares what becomes of it, also that
/// the database is away: each of many would otherwise wait for the failures of all before. A
/// failure is not kept.
public final class RecentReads<K, V> {

    private final AsyncCache<K, V> kept;
    private final Function<K, V> read;

    /// `read` runs on a thread of its own. Of what is asked for, the `most` that are in use are
    /// kept, each for no longer than `span`.
    public RecentReads(Duration span, int most, Function<K, V> read) {
        this.kept =
                Caffeine.newBuilder()
                        .expireAfterWrite(span)
                        .maximumSize(most)
                        .executor(Thread::startVirtualThread)
                        .buildAsync();
        this.read = read;
    }

    /// As it was not longer ago than the span; throws what `read` throws.
    public V get(K key) {
        CompletableFuture<V> reading = kept.get(key, read);
        try {
            return reading.join();
        } catch (CompletionException e) {
            // The cache drops it too, but maybe later than who waited here asks again.
            kept.asMap().remove(key, reading);
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /// Who asks next reads anew, even if it is being read just now.
    public void forget(K key) {
        kept.synchronous().invalidate(key);
    }

    public void forgetIf(Predicate<V> stale) {
        kept.synchronous().asMap().values().removeIf(stale);
    }
}
