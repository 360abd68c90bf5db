package dev.shopbell.attachment;

import dev.shopbell.platform.http.ThrottledException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Whose pictures are drawn now. Decoders keep a processor until they are done, so they have
/// threads of their own, fewer than there are processors: on those that all requests share, two of
/// them would stop the server.
///
/// One picture of a person is drawn at a time; theirs wait for each other, and not for long.
@Singleton
final class DrawingTurns {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    private final Duration patience;
    private final ExecutorService threads;

    // Guarded by its own `compute`: who has a picture drawn or waits for it is in here.
    private final ConcurrentHashMap<String, Person> people = new ConcurrentHashMap<>();
    private final Semaphore turns;

    DrawingTurns() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), PATIENCE);
    }

    DrawingTurns(int atOnce, Duration patience) {
        this.patience = patience;
        this.turns = new Semaphore(atOnce, true);
        this.threads =
                Executors.newFixedThreadPool(
                        atOnce, Thread.ofPlatform().daemon().name("drawing-", 1).factory());
    }

    /// Draws when it is this person's turn; who waits too long is asked to come again.
    <T> T draw(String person, Supplier<T> drawing) {
        long end = System.nanoTime() + patience.toNanos();
        Person one = arrive(person);
        try {
            return inTurn(one.turn, end, () -> inTurn(turns, end, () -> drawn(drawing)));
        } finally {
            leave(person);
        }
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }

    private Person arrive(String person) {
        return people.compute(
                person,
                (_, known) -> {
                    Person one = known == null ? new Person() : known;
                    one.waiting++;
                    return one;
                });
    }

    private void leave(String person) {
        people.computeIfPresent(person, (_, one) -> --one.waiting == 0 ? null : one);
    }

    private static <T> T inTurn(Semaphore turn, long end, Supplier<T> action) {
        try {
            if (!turn.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new ThrottledException(COME_AGAIN);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new ThrottledException(COME_AGAIN);
        }
        try {
            return action.get();
        } finally {
            turn.release();
        }
    }

    private <T> T drawn(Supplier<T> drawing) {
        try {
            return CompletableFuture.supplyAsync(drawing, threads).join();
        } catch (CompletionException e) {
            // A refusal is the answer; it is not of interest which thread found it.
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw e;
        }
    }

    private static final class Person {
        private final Semaphore turn = new Semaphore(1, true);
        private int waiting;
    }
}
